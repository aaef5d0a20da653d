import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Notice } from './Notice.tsx';

/** A component whose code is fetched when it is first shown. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const state = signal<{ is: 'idle' | 'loading' | 'failed' } | { is: 'there'; component: ComponentType<P> }>({
    is: 'idle',
  });
  const fetch = async () => {
    state.value = { is: 'loading' };
    try {
      state.value = { is: 'there', component: await load() };
    } catch {
      state.value = { is: 'failed' };
    }
  };
  return (props: P & JSX.IntrinsicAttributes) => {
    const { value } = state;
    useEffect(() => {
      if (value.is === 'idle' || value.is === 'failed') void fetch();
    }, []);
    if (value.is === 'there') return <value.component {...props} />;
    if (value.is !== 'failed') return null;
    return (
      <Notice kind="error" live>
        {t('errors.offline')}
      </Notice>
    );
  };
}
