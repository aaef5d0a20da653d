import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether the device has a camera at all, as browsers tell before anything is allowed; true until one says no. */
export function useCameraListed(): ReadonlySignal<boolean> {
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
  return listed;
}
