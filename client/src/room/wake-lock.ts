/** How soon the screen is asked for again when the browser let go of it though the page is looked at, ms. */
const again = 1_000;

/** Keeps the screen from going dark, and the phone from going to sleep, until the returned function is called. */
export function keepScreenOn(): () => void {
  let wanted = true;
  let lock: WakeLockSentinel | null = null;

  const ask = async () => {
    // Only pages that are looked at get one; browsers without it have none to give.
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    if (lock?.released === false) return;
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    // To save the battery it is taken back also while somebody looks.
    lock?.addEventListener('release', () => setTimeout(ask, again));
    if (!wanted) await lock?.release();
  };
  // The browser takes it back whenever the page is hidden.
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
