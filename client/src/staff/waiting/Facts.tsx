import type { ComponentChildren } from 'preact';
import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { ReadingLanguage } from '../../team/ReadingLanguage.tsx';
import { Tag } from '../../team/Tag.tsx';
import { VisitTag } from '../../team/VisitTag.tsx';
import { Duration } from '../../ui/Duration.tsx';
import { PhoneLink } from '../../ui/PhoneLink.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { leadOf, visitorsOf } from './status.ts';
import { numbersOf } from './who.ts';

/** What there is to know of a consultation besides name and status; only what is known. */
export function Facts({ room, namesClinic }: { room: WatchedRoom; namesClinic: boolean }) {
  const lead = leadOf(room);
  const present = visitorsOf(room).filter(({ phase }) => phase !== 'left' && phase !== 'ended');
  const ringing = visitorsOf(room).find(({ ringingSince }) => ringingSince !== null);
  const { expectedAt, clinic, clinicianName } = room;
  return (
    <ul class="fd-facts">
      {ringing?.ringingSince != null && room.endedAt === null && (
        <Fact>
          <strong>
            {t('waiting:row.ringing')} <Duration since={ringing.ringingSince} />
          </strong>
        </Fact>
      )}
      {expectedAt !== null && <Fact>{t('waiting:row.appointment', { at: timeText(expectedAt) })}</Fact>}
      {lead && <Fact>{t('waiting:row.came', { at: timeText(lead.arrivedAt) })}</Fact>}
      {namesClinic && clinic && <Fact>{t('waiting:row.inClinic', { clinic: clinic.name })}</Fact>}
      {clinicianName !== null && <Fact>{t('waiting:row.clinician', { name: clinicianName })}</Fact>}
      {lead?.role === 'guest' && <Fact>{t('person.guest')}</Fact>}
      {present.length > 1 && <Fact>{t('waiting:row.people', { count: present.length })}</Fact>}
      {lead && <Report person={lead} />}
      {numbersOf(room).map(({ phone, isAskedFor }) => (
        <Fact key={phone}>
          {isAskedFor && <Tag colour="orange">{t('team:report.ringMe')}</Tag>} <PhoneLink phone={phone} />
        </Fact>
      ))}
      <MessageFacts room={room} />
      {present
        .filter((person) => person !== lead)
        .map((person) => (
          <Fact key={person.visitId}>
            <bdi>{person.name ?? t('person.nameless')}</bdi> ({t(`person.${person.role}`)}) <VisitTag person={person} />
          </Fact>
        ))}
    </ul>
  );
}

const Fact = ({ children }: { children: ComponentChildren }) => <li class="fd-facts__one">{children}</li>;

/** How somebody gets on before the call. */
const Report = ({ person }: { person: WatchedPerson }) =>
  person.phase !== 'arrived' && person.phase !== 'waiting' ? null : (
    <>
      {person.report?.language !== undefined && person.report.language !== 'en' && (
        <Fact>
          <ReadingLanguage person={person} />
        </Fact>
      )}
      <ReportFacts report={person.report} />
    </>
  );
