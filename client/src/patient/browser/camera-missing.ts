import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OwnMedia } from '../../call/own-media.ts';

/** Whether there is no camera to be had: it was asked for in vain, or before that the browser says there is none. */
export function useCameraMissing({ camera }: OwnMedia): boolean {
  const listed = useSignal(true);
  useEffect(() => {
    const { mediaDevices } = navigator;
    const look = async () => {
      const devices = await mediaDevices.enumerateDevices().catch(() => null);
      listed.value = devices === null || devices.some(({ kind }) => kind === 'videoinput');
    };
    void look();
    // Plugged in or out.
    mediaDevices.addEventListener('devicechange', look);
    return () => mediaDevices.removeEventListener('devicechange', look);
  }, []);
  const state = camera.state.value.is;
  return state === 'missing' || (state === 'off' && !listed.value);
}
