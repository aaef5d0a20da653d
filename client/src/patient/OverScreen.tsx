import { pages } from '@front-door/shared/protocol/pages.ts';
import { overTexts, t } from '../i18n/index.ts';
import type { OverReason } from '../net/refusal.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button } from '../ui/Button.tsx';
import type { PracticeName } from '../ui/Page.tsx';
import { WhatHappensNext } from './goodbye/WhatHappensNext.tsx';

interface Props {
  reason: OverReason;
  /** The link by which the person came, if it was one. */
  secret?: string;
  /** Hears which practice it was, where nothing else has told. */
  onPractice?: (practice: PracticeName) => void;
  /** Tries once more, where that can help. */
  onAgain?: () => void;
}

/** Goodbye, or why this is not the way in. */
export function OverScreen({ reason, secret, onPractice, onAgain }: Props) {
  const { title, text, again } = textsOf(reason);
  return (
    <div data-testid="goodbye-screen" data-reason={reason}>
      <ScreenHeading>{title}</ScreenHeading>
      <p class="nhsuk-body-l">{text}</p>
      {reason === 'consultation_ended' && secret !== undefined && (
        <WhatHappensNext secret={secret} onPractice={onPractice} />
      )}
      {reason === 'link_not_yet_valid' && (
        <p>
          <a class="fd-link" href={pages.check}>
            {t('patient:check.title')}
          </a>
        </p>
      )}
      {again && onAgain && (
        <Button onClick={onAgain} testId="come-back">
          {again}
        </Button>
      )}
    </div>
  );
}

function textsOf(reason: OverReason) {
  const all = overTexts('later');
  return all[reason] ?? all.other;
}
