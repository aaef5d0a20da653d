import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { listOf, nameOf } from '../room/names.ts';
import { SelfView } from '../room/SelfView.tsx';
import type { Visit } from '../room/visit.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';

interface Props {
  visit: Visit;
  held: readonly PersonView[];
  desk: Desk;
}

/** In the pictures' place while there is nobody in the call but who is on hold. */
export const HoldStage = ({ visit, held, desk }: Props) => (
  <div class="fd-stage" data-testid="hold-stage">
    <div class="fd-hold">
      <p class="fd-hold__title">{t('clinician:hold.title', { names: listOf(held.map(nameOf)) })}</p>
      <p>{t('clinician:hold.text')}</p>
      {held.map((person) =>
        person.droppedAt === null ? (
          <Button
            key={person.visitId}
            busy={desk.holding.busy.value}
            onClick={() => void desk.bringBack(person)}
            testId="bring-back-alone"
          >
            {t('clinician:people.bringBackWhom', { name: nameOf(person) })}
          </Button>
        ) : (
          <p key={person.visitId}>{t('clinician:hold.away', { name: nameOf(person) })}</p>
        ),
      )}
    </div>
    <SelfView own={visit.own} />
  </div>
);
