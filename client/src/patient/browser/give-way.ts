import { effect, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VisitConnection } from '../../net/connection.ts';

/**
 * While `wanted`, lets the next device or browser that opens the link go on with the visit unasked.
 *
 * @returns whether the server knows
 */
export function useGiveWay(connection: VisitConnection, wanted = true): ReadonlySignal<boolean> {
  const known = useSignal(false);
  // Where it is not granted, the other device is asked, as any other.
  const tell = (givesWay: boolean) =>
    connection.socket.request('visit:give-way', { givesWay }).then(
      () => true,
      () => false,
    );
  useEffect(() => {
    if (!wanted) return undefined;
    const stop = effect(() => {
      // Each connection has to say so for itself.
      if (connection.state.value.is === 'here') void tell(true).then((granted) => (known.value = granted));
      else known.value = false;
    });
    return () => {
      stop();
      void tell(false).then(() => (known.value = false));
    };
  }, [wanted]);
  return known;
}
