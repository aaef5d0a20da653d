import { signal } from '@preact/signals';
import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';

/** A time of a day as time inputs have it, 08:00, or empty. */
export class SpanForm {
  readonly id = crypto.randomUUID();
  readonly from = signal('');
  readonly until = signal('');

  constructor(from = '', until = '') {
    this.from.value = from;
    this.until.value = until;
  }

  /** Whether it begins, ends, and in this order. */
  get isGood(): boolean {
    return this.from.value !== '' && this.until.value !== '' && minutes(this.from.value) < this.#end;
  }

  get minutes() {
    return { from: minutes(this.from.value), until: this.#end };
  }

  /** Midnight at the end of the day; inputs know only that at its beginning. */
  get #end(): number {
    return minutes(this.until.value) || wholeDay;
  }
}

const wholeDay = 24 * 60;
const fullDay = ['08:00', '18:30'] as const;

/** When a clinic is open, being changed: always, or at times of each day of the week. */
export class HoursForm {
  readonly mode = signal<'always' | 'hours' | null>('always');
  /** Monday first. */
  readonly days = Array.from({ length: 7 }, () => signal<readonly SpanForm[]>([]));

  constructor(hours: OpeningHours | null) {
    if (hours === null) return;
    this.mode.value = 'hours';
    for (const { day, from, until } of hours.toSorted((a, b) => a.from - b.from)) {
      this.days[day - 1]!.value = [...this.spansOn(day), new SpanForm(clock(from), clock(until))];
    }
  }

  spansOn(day: number): readonly SpanForm[] {
    return this.days[day - 1]!.value;
  }

  add(day: number): SpanForm {
    const span = this.spansOn(day).length === 0 ? new SpanForm(...fullDay) : new SpanForm();
    this.days[day - 1]!.value = [...this.spansOn(day), span];
    return span;
  }

  remove(day: number, span: SpanForm): void {
    this.days[day - 1]!.value = this.spansOn(day).filter((one) => one !== span);
  }

  /** From Tuesday to Friday the same as on Monday. */
  repeatMonday(): void {
    for (const day of this.days.slice(1, 5)) {
      day.value = this.spansOn(1).map(({ from, until }) => new SpanForm(from.value, until.value));
    }
  }

  get isGood(): boolean {
    return this.mode.value === 'always' || this.days.every((spans) => spans.value.every((span) => span.isGood));
  }

  get hours(): OpeningHours | null {
    if (this.mode.value === 'always') return null;
    return this.days.flatMap((spans, index) => spans.value.map((span) => ({ day: index + 1, ...span.minutes })));
  }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const clock = (atMinute: number): string =>
  [Math.floor(atMinute / 60) % 24, atMinute % 60].map((part) => String(part).padStart(2, '0')).join(':');
