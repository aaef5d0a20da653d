import { signal } from '@preact/signals';
import { errorText } from '../i18n/error-text.ts';
import { ApiError } from '../net/api-error.ts';

export interface FormError {
  text: string;
  /** The id of the control where it can be put right. */
  field?: string;
}

/**
 * What a form knows besides its values: whether it is being sent, and what was wrong with it. Field ids are the
 * contract's names, so that the server's refusals find their control.
 */
export class FormState<Field extends string = never> {
  readonly busy = signal(false);
  readonly errors = signal<readonly FormError[]>([]);
  /** Counts the times it was sent, so that the same error twice is noticed twice. */
  readonly attempt = signal(0);
  readonly #invalid: Record<Field, string>;

  /** @param invalid what to say of each field that is not right */
  constructor(invalid: Record<Field, string>) {
    this.#invalid = invalid;
  }

  errorOf(field: Field): string | undefined {
    return this.errors.value.find((error) => error.field === field)?.text;
  }

  /** Sends it unless a field is wrong or it is on its way already. `checks` says of each field whether it looks right. */
  async submit(checks: Partial<Record<Field, boolean>>, send: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.attempt.value += 1;
    this.errors.value = this.#fields.filter((field) => checks[field] === false).map((field) => this.#wrong(field));
    if (this.errors.value.length > 0) return;
    this.busy.value = true;
    try {
      await send();
    } catch (thrown) {
      this.errors.value = this.#refused(ApiError.of(thrown));
    } finally {
      this.busy.value = false;
    }
  }

  get #fields(): Field[] {
    return Object.keys(this.#invalid) as Field[];
  }

  #wrong(field: Field): FormError {
    return { text: this.#invalid[field], field };
  }

  #refused(error: ApiError): FormError[] {
    const wrong = this.#fields.filter((field) => error.fields?.includes(field));
    return wrong.length > 0 ? wrong.map((field) => this.#wrong(field)) : [{ text: errorText(error) }];
  }
}
