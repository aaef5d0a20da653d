/** In a feedback: how a packet fared, by how many bytes its delay takes. */
const notReceived = 0;
const smallDelta = 1;
const largeDelta = 2;
/** Units of time of a feedback, ms. */
const deltaUnit = 0.25;
const referenceUnit = 64;
const longestRun = 0x1fff;

/**
 * What a receiver tells about a transport's packets, as draft-holmer-rmcat-transport-wide-cc-extensions-01 lays it out;
 * browsers send it some ten times a second. Packets come in order here, or not at all.
 */
export class TransportFeedback {
  #arrived: Array<{ sequence: number; at: number }> = [];
  #next: number | null = null;
  #count = 0;

  /** @param at ms by any clock that does not jump */
  add(sequence: number, at: number): void {
    this.#arrived.push({ sequence, at });
  }

  /** About what came since the last; null when nothing did. */
  take(ssrc: number, about: number): Buffer | null {
    const arrived = this.#arrived;
    if (arrived.length === 0) return null;
    this.#arrived = [];
    const first = this.#next ?? arrived[0]!.sequence;
    const reference = Math.floor(arrived[0]!.at / referenceUnit);
    let before = reference * referenceUnit;
    let expected = first;
    const symbols: number[] = [];
    const deltas: number[] = [];
    for (const { sequence, at } of arrived) {
      const missing = (sequence - expected) & 0xffff;
      // Late, and reported as missing already.
      if (missing > 0x8000) continue;
      for (let n = 0; n < missing; n += 1) symbols.push(notReceived);
      const delta = Math.round((at - before) / deltaUnit);
      symbols.push(delta >= 0 && delta <= 255 ? smallDelta : largeDelta);
      deltas.push(delta);
      before += delta * deltaUnit;
      expected = (sequence + 1) & 0xffff;
    }
    this.#next = expected;
    return this.#written({ ssrc, about, first, reference, symbols, deltas });
  }

  #written(of: { ssrc: number; about: number; first: number; reference: number; symbols: number[]; deltas: number[] }) {
    const chunks = runsOf(of.symbols);
    const deltaBytes = of.deltas.reduce((sum, delta) => sum + (delta >= 0 && delta <= 255 ? 1 : 2), 0);
    const size = 20 + 2 * chunks.length + deltaBytes;
    const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
    bytes[0] = 0x8f;
    bytes[1] = 205;
    bytes.writeUInt16BE(bytes.length / 4 - 1, 2);
    bytes.writeUInt32BE(of.ssrc, 4);
    bytes.writeUInt32BE(of.about, 8);
    bytes.writeUInt16BE(of.first, 12);
    bytes.writeUInt16BE(of.symbols.length, 14);
    bytes.writeUIntBE(of.reference % 2 ** 24, 16, 3);
    bytes[19] = this.#count = (this.#count + 1) & 0xff;
    let at = 20;
    for (const chunk of chunks) at = bytes.writeUInt16BE(chunk, at);
    for (const delta of of.deltas) {
      at = delta >= 0 && delta <= 255 ? bytes.writeUInt8(delta, at) : bytes.writeInt16BE(clamped(delta), at);
    }
    return bytes;
  }
}

const clamped = (delta: number) => Math.max(-0x8000, Math.min(0x7fff, delta));

/** Runs of the same symbol, each as one chunk. */
function runsOf(symbols: number[]): number[] {
  const chunks: number[] = [];
  for (let start = 0; start < symbols.length;) {
    const symbol = symbols[start]!;
    let end = start + 1;
    while (end < symbols.length && symbols[end] === symbol && end - start < longestRun) end += 1;
    chunks.push((symbol << 13) | (end - start));
    start = end;
  }
  return chunks;
}
