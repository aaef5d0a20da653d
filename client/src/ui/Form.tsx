import type { ComponentChildren } from 'preact';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { FormState } from './form-state.ts';

interface Props {
  state: Pick<FormState, 'errors' | 'attempt'>;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form with what is wrong with it above. */
export const Form = ({ state, onSubmit, children }: Props) => (
  <form
    class="fd-form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {state.errors.value.length > 0 && <ErrorSummary key={state.attempt.value} errors={state.errors.value} />}
    {children}
  </form>
);
