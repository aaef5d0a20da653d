import type { WatchedPerson } from '@front-door/shared/protocol/views.ts';
import { PersonReport } from '../team/PersonReport.tsx';
import { ReadingLanguage } from '../team/ReadingLanguage.tsx';
import { Duration } from '../ui/Duration.tsx';
import { VisitTag } from '../team/VisitTag.tsx';
import { inStateSince, isTalking } from './rooms.ts';

/** Where somebody is in their visit, and for how long. */
export const PersonState = ({ person }: { person: WatchedPerson }) => (
  <span class="fd-person__state">
    <VisitTag person={person} /> <Duration since={inStateSince(person)} as={isTalking(person) ? 'clock' : 'words'} />
    <ReadingLanguage person={person} />
    <PersonReport person={person} />
  </span>
);
