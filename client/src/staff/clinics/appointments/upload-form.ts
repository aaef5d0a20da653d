import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { errorText } from '../../../i18n/error-text.ts';
import { t } from '../../../i18n/index.ts';
import { FormState } from '../../../ui/form-state.ts';
import { isGiven } from '../../fields.ts';
import { ask } from '../../session.ts';
import { decodeText } from './decode.ts';

type Reply = HttpReply<'appointments.upload'>;
/** What is wrong with a line, and the line itself. */
export type LineProblem = Reply['problems'][number] & { text: string };

/** Characters; what the contract allows. */
const longest = 12_000;

/** Making many appointments from a list, which can be a file or be pasted. */
export class UploadForm {
  readonly text = signal('');
  readonly problems = signal<readonly LineProblem[]>([]);
  /** What was made, and of which list. */
  readonly made = signal<{ appointments: Reply['made']; text: string } | null>(null);
  readonly unreadable = signal(false);
  readonly #clinicId: string;
  readonly state = new FormState(
    { csv: () => (this.text.value.length > longest ? t('clinics:upload.tooLong') : t('clinics:upload.missing')) },
    (refusal) => (refusal.code === 'payload_too_large' ? t('clinics:upload.tooLong') : errorText(refusal)),
  );

  constructor(clinicId: string) {
    this.#clinicId = clinicId;
  }

  async take(file: File): Promise<void> {
    this.problems.value = [];
    try {
      this.text.value = decodeText(await file.arrayBuffer()).replace(/^\ufeff/, '');
      this.unreadable.value = false;
    } catch {
      this.unreadable.value = true;
    }
  }

  submit(onMade: () => Promise<void>): Promise<void> {
    this.problems.value = [];
    this.unreadable.value = false;
    const text = this.text.value;
    return this.state.submit({ csv: isGiven(text) && text.length <= longest }, async () => {
      const { made, problems } = await ask('appointments.upload', { id: this.#clinicId, csv: text });
      const lines = linesOf(text);
      this.problems.value = problems.map((problem) => ({ ...problem, text: lines[problem.line - 1] ?? '' }));
      if (problems.length > 0) return;
      await onMade();
      this.made.value = { appointments: made, text };
      this.text.value = '';
    });
  }

  another(): void {
    this.made.value = null;
  }
}

export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);
