import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import { Notice } from './Notice.tsx';

/**
 * A component whose code is fetched when it is first shown, tried until it is there; or before, by `preload`, where it
 * must not keep anybody waiting later. `Missing` stands in its place while it cannot be had.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, Missing: ComponentType<P> = Unreachable) {
  const component = signal<ComponentType<P> | null>(null);
  const failures = signal(0);
  let isFetching = false;

  const fetch = async () => {
    if (isFetching) return;
    isFetching = true;
    while (component.value === null) {
      try {
        component.value = await load();
      } catch {
        failures.value += 1;
        await new Pause().wait(retryDelay(failures.value));
      }
    }
  };

  const preload = () => {
    load().then(
      (loaded) => (component.value = loaded),
      // Whoever needs it then tries again.
      () => undefined,
    );
  };

  const Lazy = (props: P & JSX.IntrinsicAttributes) => {
    useEffect(() => void fetch(), []);
    const Component = component.value;
    if (Component !== null) return <Component {...props} />;
    return failures.value === 0 ? null : <Missing {...props} />;
  };
  return Object.assign(Lazy, { preload });
}

/** That something is missing, and that it is being tried for. */
export const Unreachable = () => (
  <Notice kind="error" live>
    {t('errors.offline')}
  </Notice>
);
