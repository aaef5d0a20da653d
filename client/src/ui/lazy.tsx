import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import { Notice } from './Notice.tsx';

/**
 * A component whose code is fetched when it is first shown, tried until it is there; or before, by `preload`, where it
 * must not keep anybody waiting later. `missed`: whether to say so when it cannot be had.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, { missed = true } = {}) {
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
    if (failures.value === 0 || !missed) return null;
    return (
      <Notice kind="error" live>
        {t('errors.offline')}
      </Notice>
    );
  };
  return Object.assign(Lazy, { preload });
}
