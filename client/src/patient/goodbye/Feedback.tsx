import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnShow } from '../../ui/focus.ts';
import { Form } from '../../ui/Form.tsx';
import { Radios } from '../../ui/Radios.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { FeedbackForm } from './feedback-form.ts';

/** From best to worst, as the contract counts them. */
const ratings = [
  { value: 5, label: () => t('later:feedback.veryGood') },
  { value: 4, label: () => t('later:feedback.good') },
  { value: 3, label: () => t('later:feedback.fair') },
  { value: 2, label: () => t('later:feedback.poor') },
  { value: 1, label: () => t('later:feedback.veryPoor') },
];

/** Asks how the call was; then, and whenever it was said before, says thank you. */
export function Feedback({ secret, given }: { secret: string; given: boolean }) {
  const form = useMemo(() => new FeedbackForm(secret), [secret]);
  if (given) return <p data-testid="feedback-given">{t('later:feedback.thanks')}</p>;
  if (form.isGiven.value) return <Thanks />;
  return (
    <section aria-labelledby="feedback" data-testid="feedback">
      <Form state={form.state} onSubmit={() => void form.send()}>
        <Radios
          id="rating"
          legend={
            <h2 class="nhsuk-heading-m" id="feedback">
              {t('later:feedback.title')}
            </h2>
          }
          hint={t('later:feedback.intro')}
          error={form.state.errorOf('rating')}
          options={ratings.map(({ value, label }) => ({ value, label: label() }))}
          value={form.rating}
        />
        <TextArea
          id="text"
          label={t('later:feedback.text')}
          hint={t('later:feedback.textHint')}
          value={form.text}
          maxLength={1000}
          rows={4}
        />
        <Button busy={form.state.busy.value} testId="send-feedback">
          {t('later:feedback.send')}
        </Button>
      </Form>
    </section>
  );
}

/** It stands where the form stood: whoever sent that by keyboard goes on reading here. */
function Thanks() {
  const ref = useFocusOnShow<HTMLParagraphElement>();
  return (
    <p ref={ref} data-testid="feedback-given">
      {t('later:feedback.thanks')}
    </p>
  );
}
