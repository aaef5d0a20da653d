import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { InputLabel } from './TextInput.tsx';

interface Props {
  label: string;
  text: string;
  /** What the button says: "Copy the patient's link". */
  copy: string;
  kind?: 'primary' | 'secondary';
}

/** A text to take along, and the button that copies it. */
export function CopyField({ label, text, copy, kind = 'secondary' }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const state = useSignal<'untouched' | 'copied' | 'selected'>('untouched');
  const onCopy = async () => {
    // Said again on every click: what was copied in between may be something else.
    state.value = 'untouched';
    try {
      await navigator.clipboard.writeText(text);
      state.value = 'copied';
    } catch {
      input.current?.select();
      state.value = 'selected';
    }
  };
  return (
    <div class="fd-copy">
      <InputLabel id={id}>{label}</InputLabel>
      <div class="fd-copy__row">
        <input
          class="nhsuk-input"
          id={id}
          ref={input}
          // Links and keys are read from left to right in every language.
          dir="ltr"
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind={kind} onClick={() => void onCopy()}>
          {copy}
        </Button>
      </div>
      <p class="fd-copy__state" role="status">
        {state.value === 'copied' && <span class="fd-copy__done">{t('copy.done')}</span>}
        {state.value === 'selected' && t('copy.byHand')}
      </p>
    </div>
  );
}
