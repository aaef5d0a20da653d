import { LossWindow } from './loss.ts';
import {
  begin,
  better,
  isDoubted,
  judge,
  rank,
  renew,
  trial,
  type Judgement,
  type PictureLevel,
  type Sample,
} from './quality.ts';

/** How soon a way is looked at again, ms: sooner where the next look may decide that sound goes alone. */
const every = 1_000;
const everyInDoubt = 450;

/** What is found at a look at a way; counts are from the beginning. */
export interface Look extends Omit<Sample, 'loss'> {
  /** ms, by any clock. */
  at: number;
  /** As {@link LossWindow} has them. */
  sent: number;
  lost: number;
  resent: number;
  /**
   * The share of packets that this way has lost lately at most, from 0 to 1, where the other end tells of each of them:
   * the counts hold as well what was missing before it was sent here. null when that is not known.
   */
  lossAtMost: number | null;
  /** Bytes that came from the other end, which reports all the time; null when that is not known. */
  heard: number | null;
  /** How good a picture goes the other way. */
  otherWay: PictureLevel;
}

/** Looks in quick succession say nothing of silence, ms. */
const apart = 800;
/** A way that is silent for less time may as well be crowded, ms. */
const outage = 1_500;
/** How long it may take until it is known that a way was not weak but gone, ms. */
const remembered = 8_000;

/**
 * One way, judged look by look. While nothing at all comes from the other end nothing is learned of how good the way
 * is; when something does again, or another way takes its place, it is taken to be as good as it was before.
 */
export class JudgedWay {
  readonly #losses = new LossWindow();
  #judgement: Judgement;
  #last: Look | null = null;
  /** When something was last heard, while nothing is; else null. */
  #silentSince: number | null = null;
  /** The levels of the last looks at which something came, as far as they had stood their trial. */
  #past: Array<{ at: number; level: PictureLevel }> = [];

  constructor(now: number, isWeak: boolean) {
    this.#judgement = begin(now, isWeak);
  }

  get level(): PictureLevel {
    return this.#judgement.level;
  }

  /** How soon the next look is due, ms. */
  get nextLook(): number {
    return isDoubted(this.#judgement) ? everyInDoubt : every;
  }

  /** Whether a full picture has stood its trial, and nothing has been the matter for as long. */
  get isCalm(): boolean {
    const { level, onTrial, goodSince } = this.#judgement;
    if (this.#last === null || this.#silentSince !== null) return false;
    return level === 'full' && !onTrial && this.#last.at - goodSince >= trial;
  }

  /**
   * Whether something came from the other end since the last look, by which it has sent `heard` bytes at `at`, ms: no
   * more is known.
   */
  hear(at: number, heard: number): boolean {
    if (this.#last === null || this.#last.heard === heard) return false;
    this.#last = { ...this.#last, at, heard };
    return true;
  }

  look(look: Look): void {
    const { at } = look;
    const last = this.#last;
    const isTooSoon = last !== null && look.heard === last.heard && at - last.at < apart;
    const isSilent = isTooSoon ? this.#silentSince !== null : this.#isSilent(look);
    if (!isTooSoon) this.#last = look;
    if (!isSilent && this.#silentSince !== null && last!.at - this.#silentSince >= outage) this.renew(at);
    this.#silentSince = isSilent ? (this.#silentSince ?? last!.at) : null;
    const counted = this.#losses.add(look);
    const loss = counted === null ? null : Math.min(counted, look.lossAtMost ?? 1);
    if (isSilent) return;
    const isOtherWayCrowded = rank(look.otherWay) <= rank('slow');
    this.#judgement = judge(this.#judgement, { ...look, loss, isOtherWayCrowded }, at);
    this.#past = this.#past.filter((one) => at - one.at <= remembered);
    if (!this.#judgement.onTrial) this.#past.push({ at, level: this.level });
  }

  /** Whoever sends nothing hears of nothing; and a browser ends sending once it has noticed the silence itself. */
  #isSilent({ sent, heard }: Look): boolean {
    const last = this.#last;
    if (last === null || heard === null || heard !== last.heard) return false;
    return this.#silentSince !== null || sent > last.sent;
  }

  /** It is another way from `now` on: what was lost on the last one, and for how long, says nothing of it. */
  renew(now: number): void {
    this.#losses.forgive(now);
    const level = this.#past.reduce((best, past) => better(best, past.level), this.level);
    this.#judgement = renew(this.#judgement, level, now);
  }
}
