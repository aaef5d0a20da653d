/** What is known of the network beneath, where the browser tells (Chromium on phones). */
interface NetworkInformation extends EventTarget {
  /** 'wifi', 'cellular', ... */
  type?: string;
}

/** What to do about news of the network. */
interface OnNetwork {
  /** The device is online again, or it went from one network to another: old connections are most probably dead. */
  changed: () => void;
  /** Something about the network is different, or it is said to be gone: old connections may be dead. */
  doubtful?: () => void;
}

/** Calls back about the network where the browser has something to tell of it. Returns how to stop listening. */
export function onNetworkNews({ changed, doubtful = () => {} }: OnNetwork): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', changed, { signal });
  window.addEventListener('offline', doubtful, { signal });
  const network = (navigator as Navigator & { connection?: NetworkInformation }).connection;
  let type = network?.type;
  network?.addEventListener(
    'change',
    () => {
      // It also fires whenever the browser's guess of the speed changes.
      if (network.type === type) return doubtful();
      type = network.type;
      changed();
    },
    { signal },
  );
  return () => listening.abort();
}

/**
 * Calls back whenever the page is looked at again: the person comes back to it, a phone wakes up, the browser lets a
 * page run again that it had stopped or put away. Returns how to stop listening.
 */
export function onPageShown(shown: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const listener = () => {
    if (document.visibilityState === 'visible') shown();
  };
  document.addEventListener('visibilitychange', listener, { signal });
  document.addEventListener('resume', listener, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal });
  return () => listening.abort();
}
