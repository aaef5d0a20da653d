/** What is known of the network beneath, where the browser tells (Chromium on phones). */
interface NetworkInformation extends EventTarget {
  /** 'wifi', 'cellular', ... */
  type?: string;
}

/**
 * Calls back whenever old connections are probably dead although nothing has said so yet: the device is online again,
 * or it went from one network to another. Returns how to stop listening.
 */
export function onNetworkChange(changed: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', changed, { signal });

  const network = (navigator as Navigator & { connection?: NetworkInformation }).connection;
  let type = network?.type;
  network?.addEventListener(
    'change',
    () => {
      // It also fires whenever the browser's guess of the speed changes.
      if (network.type === type) return;
      type = network.type;
      changed();
    },
    { signal },
  );
  return () => listening.abort();
}

/** Calls back whenever the page is looked at again, for example when a phone wakes up. Returns how to stop listening. */
export function onPageShown(shown: () => void): () => void {
  const listening = new AbortController();
  const listener = () => {
    if (document.visibilityState === 'visible') shown();
  };
  document.addEventListener('visibilitychange', listener, { signal: listening.signal });
  return () => listening.abort();
}
