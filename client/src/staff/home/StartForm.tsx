import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { NewConsultation } from './new-consultation.ts';

interface Props {
  start: NewConsultation;
  /** May start their own: with one click. */
  own: boolean;
  /** May start one for somebody else. */
  forColleague: boolean;
}

export const StartForm = ({ start, own, forColleague }: Props) => (
  <>
    {own && (
      <Form state={start.state} onSubmit={() => void start.forMe()}>
        <Button busy={start.state.busy.value}>{t('staff:home.start')}</Button>
      </Form>
    )}
    {forColleague && !own && <ForColleague start={start} />}
    {forColleague && own && (
      <Details summary={t('staff:home.startFor')}>
        <ForColleague start={start} />
      </Details>
    )}
  </>
);

const ForColleague = ({ start }: { start: NewConsultation }) => (
  <Form state={start.state} onSubmit={() => void start.forColleague()}>
    <TextInput
      id="clinicianName"
      label={t('staff:home.forWhom')}
      hint={t('staff:home.forWhomHint')}
      autocomplete="off"
      maxLength={80}
      value={start.clinicianName}
      error={start.state.errorOf('clinicianName')}
    />
    <Button busy={start.state.busy.value}>{t('staff:home.start')}</Button>
  </Form>
);
