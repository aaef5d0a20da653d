import { NotFoundError, WorkerClosedError } from 'mediasoup/errors';
import type { WebRtcTransport } from 'mediasoup/types';
import { AppError } from '../errors.ts';

/** A transport as the browser at its other end must know it. */
export const describeTransport = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport) => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});

/** The worker, the transport or the other's stream ended while something was under way. */
export const isGone = (error: unknown): boolean => error instanceof WorkerClosedError || error instanceof NotFoundError;

/** mediasoup checks what its schema could not; what it refuses is the sender's mistake, unless it is gone itself. */
export async function fromStranger<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError(isGone(cause) ? 'media_unavailable' : 'bad_request', { cause });
  }
}
