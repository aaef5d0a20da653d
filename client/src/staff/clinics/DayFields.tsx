import { useRef } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { TextButton } from '../../ui/Button.tsx';
import type { HoursForm, SpanForm } from './hours-form.ts';
import { TimeField } from './TimeField.tsx';

interface Props {
  /** 1 is Monday. */
  day: number;
  name: string;
  form: HoursForm;
  /** Times that are not right are marked. */
  showWrong: boolean;
}

/** The times of one day of the week. */
export function DayFields({ day, name, form, showWrong }: Props) {
  const fields = useRef<HTMLFieldSetElement>(null);
  const spans = form.spansOn(day);
  const add = () => {
    const { id } = form.add(day);
    // It is drawn by then.
    queueMicrotask(() => document.getElementById(`${id}-from`)?.focus());
  };
  const remove = (span: SpanForm) => {
    form.remove(day, span);
    queueMicrotask(() => fields.current?.querySelector<HTMLElement>('[data-testid="add-times"]')?.focus());
  };
  return (
    <fieldset class="nhsuk-fieldset fd-day" ref={fields}>
      <legend class="nhsuk-fieldset__legend fd-day__name">{name}</legend>
      <div class="fd-day__times">
        {spans.length === 0 && <p class="fd-day__shut">{t('clinics:form.shut')}</p>}
        {spans.map((span, index) => {
          const which = t('clinics:form.which', { day: name, place: String(index + 1) });
          const invalid = showWrong && !span.isGood;
          return (
            <div key={span.id} class="fd-day__span">
              <TimeField
                id={`${span.id}-from`}
                label={t('clinics:form.from')}
                of={which}
                value={span.from}
                {...{ invalid }}
              />
              <TimeField
                id={`${span.id}-until`}
                label={t('clinics:form.until')}
                of={which}
                value={span.until}
                {...{ invalid }}
              />
              <TextButton onClick={() => remove(span)} label={t('clinics:form.removeOf', { which })}>
                {t('clinics:form.remove')}
              </TextButton>
            </div>
          );
        })}
        <div class="fd-day__more">
          <TextButton onClick={add} label={t('clinics:form.addOn', { day: name })} testId="add-times">
            {t('clinics:form.add')}
          </TextButton>
          {day === 1 && spans.length > 0 && (
            <TextButton onClick={() => form.repeatMonday()}>{t('clinics:form.sameTillFriday')}</TextButton>
          )}
        </div>
      </div>
    </fieldset>
  );
}
