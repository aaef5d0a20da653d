import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { canBeAdmitted } from './queue.ts';

interface Props {
  view: RoomView;
  onAdmit: (person: PersonView) => void;
}

/** Somebody waits while a call runs. Only for small screens, where the waiting room is below the picture. */
export function Knock({ view, onAdmit }: Props) {
  const first = view.people.find(canBeAdmitted);
  if (first === undefined) return null;
  const { name } = first;
  return (
    <div class="fd-knock" data-testid="knock">
      <span>{t('clinician:news.waiting', { name })}</span>
      <Button small kind="secondary" onClick={() => onAdmit(first)} label={t('clinician:queue.admitWhom', { name })}>
        {t('clinician:queue.admit')}
      </Button>
    </div>
  );
}
