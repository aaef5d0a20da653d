const size = 8;

/**
 * A payload with its number and the time of its sending in its last bytes, of which nobody who forwards it takes any
 * notice; whoever receives it reads the delay there. By the clock of one process, to a tenth of a millisecond.
 */
export function stamp(payload: Buffer, number: number, now: number): Buffer {
  const stamped = Buffer.from(payload);
  stamped.writeUInt32BE(number, payload.length - size);
  stamped.writeUInt32BE(Math.round(now * 10) >>> 0, payload.length - size + 4);
  return stamped;
}

/** What is on it. */
export function readStamp(payload: Buffer, now: number): { number: number; delay: number } {
  const at = payload.length - size;
  return { number: payload.readUInt32BE(at), delay: now - payload.readUInt32BE(at + 4) / 10 };
}
