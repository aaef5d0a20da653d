import { pages } from '@front-door/shared/protocol/pages.ts';
import { overTexts, t } from '../i18n/index.ts';
import { doorOf } from '../net/door.ts';
import type { OverReason } from '../net/refusal.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button, LinkButton } from '../ui/Button.tsx';

interface Props {
  reason: OverReason;
  /** Tries once more, where that can help. */
  onAgain?: () => void;
}

/** It has ended, or why this is not the way in. */
export function OverScreen({ reason, onAgain }: Props) {
  const { title, text, again, signIn } = textsOf(reason);
  return (
    <div data-testid="goodbye-screen" data-reason={reason}>
      <ScreenHeading>{title}</ScreenHeading>
      <p>{text}</p>
      {again && onAgain && (
        <Button onClick={onAgain} testId="come-back">
          {again}
        </Button>
      )}
      {signIn && <LinkButton href={pages.staff}>{signIn}</LinkButton>}
      {!signIn && doorOf(location)?.by === 'staff' && (
        <LinkButton kind="secondary" href={pages.staff}>
          {t('clinician:toConsultations')}
        </LinkButton>
      )}
    </div>
  );
}

function textsOf(reason: OverReason) {
  const all = overTexts('clinician');
  return all[reason] ?? all.other;
}
