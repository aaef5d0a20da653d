import { pages } from '@front-door/shared/protocol/pages.ts';
import { t } from '../i18n/index.ts';
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
    </div>
  );
}

interface Texts {
  title: string;
  text: string;
  again?: string;
  signIn?: string;
}

function textsOf(reason: OverReason): Texts {
  const all: Record<string, Texts> = t('clinician:over', { returnObjects: true });
  return all[reason] ?? all['other']!;
}
