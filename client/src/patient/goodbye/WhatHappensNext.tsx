import '../../styles/goodbye.scss';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { PracticeName } from '../../ui/Page.tsx';
import { PhoneLink } from '../../ui/PhoneLink.tsx';
import { Feedback } from './Feedback.tsx';
import { Goodbye } from './goodbye.ts';

interface Props {
  secret: string;
  onPractice: ((practice: PracticeName) => void) | undefined;
}

/** After the end: what happens next, whom to phone, where to go on, and how it was. Nothing until it is known. */
export function WhatHappensNext({ secret, onPractice }: Props) {
  const goodbye = useMemo(() => new Goodbye(secret), [secret]);
  useEffect(() => {
    void goodbye.load().then((said) => said && onPractice?.(said.practice));
    return () => goodbye.stop();
  }, [goodbye]);
  const said = goodbye.said.value;
  if (said === null) return null;
  const { practice, afterText, afterLink, feedback } = said;
  return (
    <div data-testid="what-happens-next">
      <h2 class="nhsuk-heading-m">{t('later:goodbye.next')}</h2>
      {afterText === null ? (
        <p>{t('later:goodbye.usual')}</p>
      ) : (
        <p class="fd-after" dir="auto" data-testid="after-text">
          {afterText}
        </p>
      )}
      {practice.phone !== null && (
        <p>
          {t('later:goodbye.phone', { practice: practice.name })} <PhoneLink phone={practice.phone} />
        </p>
      )}
      {afterLink !== null && (
        <p>
          <a class="fd-link" href={afterLink} data-testid="after-link">
            {t('later:goodbye.link', { site: new URL(afterLink).hostname })}
          </a>
        </p>
      )}
      {feedback !== 'not_wanted' && <Feedback secret={secret} given={feedback === 'given'} />}
    </div>
  );
}
