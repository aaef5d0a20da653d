import { effect } from '@preact/signals';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { peopleInCall } from '../call/wanted.ts';
import { t } from '../i18n/index.ts';
import { announce, announceNow } from '../ui/live-status.tsx';
import { arrivalOf, isPictureOff } from './arrival.ts';
import { nameOf } from './names.ts';
import type { Visit } from './visit.ts';

/** What was last said of somebody. */
interface Said {
  interruption: PersonView['interruption'];
  isSilent: boolean;
}

/**
 * Tells those who do not look at the call from whom nothing comes, and what has interrupted whom.
 * @returns how to stop
 */
export function announceTroubleOfOthers({ connection, media }: Visit): () => void {
  const said = new Map<string, Said>();
  return effect(() => {
    const view = connection.view.value;
    const remote = media.remote.value;
    // While nothing gets through here, that is what is said.
    if (view === null || connection.state.value.is !== 'here' || media.state.value !== 'open') return;
    for (const person of peopleInCall(view)) {
      const { visitId, interruption } = person;
      const name = nameOf(person);
      const before = said.get(visitId) ?? { interruption: null, isSilent: false };
      const tracks = remote.filter((track) => track.visitId === visitId);
      const arrival = arrivalOf(tracks, isPictureOff(person, view.me));
      const isSilent = arrival === 'unknown' ? before.isSilent : arrival === 'nothing';
      said.set(visitId, { interruption, isSilent });
      if (interruption !== before.interruption) announce(t(`call:interrupted.${interruption ?? 'over'}`, { name }));
      if (isSilent && !before.isSilent) announceNow(t('call:silent', { name }));
      if (!isSilent && before.isSilent) announce(t('call:arrives', { name }));
    }
  });
}
