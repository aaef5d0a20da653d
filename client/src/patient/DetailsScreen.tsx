import { useMemo } from 'preact/hooks';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import type { Visit } from '../room/visit.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { DetailsForm } from './details-form.ts';
import { Messages } from './while-waiting.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  onDone: () => void;
}

/** Who is it, and do they agree. */
export function DetailsScreen({ visit, view, onDone }: Props) {
  const { connection } = visit;
  const { me, practice, messages } = view;
  const form = useMemo(() => new DetailsForm(connection, me.name), []);
  const submit = async () => {
    if (await form.submit()) onDone();
  };
  return (
    <div data-testid="details-screen">
      <ScreenHeading>{t('patient:details.title')}</ScreenHeading>
      <ConnectionNotice visit={visit} />
      <Notice kind="success">{t('patient:details.arrived', { practice: practice.name })}</Notice>
      {messages.length > 0 && <Messages connection={connection} view={view} />}
      <Form state={form.state} onSubmit={() => void submit()}>
        <TextInput
          id="name"
          label={t('patient:details.name')}
          hint={t('patient:details.nameHint')}
          error={form.state.errorOf('name')}
          value={form.name}
          autocomplete="name"
          maxLength={80}
        />
        <h2 class="nhsuk-heading-s">{t('patient:details.agreementTitle')}</h2>
        <div class="fd-agreement" dir="auto" data-testid="agreement">
          {practice.agreement}
        </div>
        <Checkbox
          id="agreed"
          label={t('patient:details.agree')}
          error={form.state.errorOf('agreed')}
          value={form.agreed}
        />
        <Button busy={form.state.busy.value} testId="check-in">
          {t('patient:details.submit')}
        </Button>
      </Form>
    </div>
  );
}
