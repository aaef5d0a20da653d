import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Problem } from '../ui/Problem.tsx';
import type { Desk } from './desk.ts';
import { RemoveQuestion } from './RemoveQuestion.tsx';

/** The question that is open, if one is. */
export function Questions({ desk }: { desk: Desk }) {
  const question = desk.question.value;
  if (question === null) return null;
  const common = { busy: desk.action.busy.value, onCancel: desk.cancel };
  switch (question.about) {
    case 'admit': {
      const { person } = question;
      const name = nameOf(person);
      return (
        <ConfirmDialog
          {...common}
          heading={t('clinician:admit.title', { name })}
          confirm={t('clinician:admit.confirm', { name })}
          testId="confirm-admit"
          onConfirm={() => void desk.admit(person)}
        >
          <p>{t(person.role === 'guest' ? 'clinician:admit.guestText' : 'clinician:admit.text')}</p>
          <Problem action={desk.action} />
        </ConfirmDialog>
      );
    }
    case 'remove':
      return <RemoveQuestion person={question.person} desk={desk} />;
    case 'sendBack': {
      const { person } = question;
      const name = nameOf(person);
      return (
        <ConfirmDialog
          {...common}
          heading={t('clinician:sendBack.title', { name })}
          confirm={t('clinician:sendBack.confirm', { name })}
          testId="confirm-send-back"
          onConfirm={() => void desk.sendBack(person)}
        >
          <p>{t('clinician:sendBack.text')}</p>
          <Problem action={desk.action} />
        </ConfirmDialog>
      );
    }
    case 'end':
      return (
        <ConfirmDialog
          {...common}
          heading={t('clinician:end.title')}
          confirm={t('clinician:end.confirm')}
          warning
          testId="confirm-end"
          onConfirm={() => void desk.end()}
        >
          <p>{t('clinician:end.text')}</p>
          <Problem action={desk.action} />
        </ConfirmDialog>
      );
  }
}
