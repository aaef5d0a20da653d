import { computed, signal } from '@preact/signals';
import { errorText } from '../i18n/error-text.ts';
import type { Refusal } from '../net/api-error.ts';
import { ApiError } from '../net/api-error.ts';

export interface FormError {
  text: string;
  /** The id of the control where it can be put right. */
  field?: string;
}

/** What is wrong; put into words only when it is drawn, in the language of the moment. */
type Wrong<Field> = { field: Field } | { refusal: Refusal };

/**
 * What a form knows besides its values: whether it is being sent, and what was wrong with it. Field ids are the
 * contract's names, so that the server's refusals find their control.
 */
export class FormState<Field extends string = never> {
  readonly busy = signal(false);
  readonly errors = computed(() => this.#wrong.value.map((wrong) => this.#errorFor(wrong)));
  /** Counts the times it was sent, so that the same error twice is noticed twice. */
  readonly attempt = signal(0);
  readonly #wrong = signal<ReadonlyArray<Wrong<Field>>>([]);
  readonly #invalid: Record<Field, () => string>;
  readonly #words: (refusal: Refusal) => string;

  /**
   * @param invalid what to say of each field that is not right
   * @param words what to say of a refusal for which no field can be blamed
   */
  constructor(invalid: Record<Field, () => string>, words: (refusal: Refusal) => string = errorText) {
    this.#invalid = invalid;
    this.#words = words;
  }

  errorOf(field: Field): string | undefined {
    return this.errors.value.find((error) => error.field === field)?.text;
  }

  /** Sends it unless a field is wrong or it is on its way already. `checks` says of each field whether it looks right. */
  async submit(checks: Partial<Record<Field, boolean>>, send: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.attempt.value += 1;
    this.#wrong.value = this.#fields.filter((field) => checks[field] === false).map((field) => ({ field }));
    if (this.#wrong.value.length > 0) return;
    this.busy.value = true;
    try {
      await send();
    } catch (thrown) {
      this.#wrong.value = this.#refused(ApiError.of(thrown));
    } finally {
      this.busy.value = false;
    }
  }

  get #fields(): Field[] {
    return Object.keys(this.#invalid) as Field[];
  }

  #refused(refusal: ApiError): Array<Wrong<Field>> {
    const wrong = this.#fields.filter((field) => refusal.fields?.includes(field));
    return wrong.length > 0 ? wrong.map((field) => ({ field })) : [{ refusal }];
  }

  #errorFor(wrong: Wrong<Field>): FormError {
    return 'field' in wrong
      ? { text: this.#invalid[wrong.field](), field: wrong.field }
      : { text: this.#words(wrong.refusal) };
  }
}
