import { clinicUrl, linkUrl } from '@front-door/shared/protocol/pages.ts';
import { readAppointments } from '../../clinics/appointments.ts';
import { loadAppointments } from '../../clinics/load-appointments.ts';
import type { Clinic } from '../../clinics/clinics.ts';
import { practiceOf } from '../../consultations/lock.ts';
import { actorOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names =
  | 'clinics.list'
  | 'clinics.create'
  | 'clinics.update'
  | 'clinics.close'
  | 'clinics.arrive'
  | 'appointments.list'
  | 'appointments.cancel'
  | 'appointments.upload'
  | 'clinicians.list';

export function clinicHandlers(parts: HandlerParts): Pick<HttpHandlers, Names> {
  const { db, clinics, consultations, identity, origin, now } = parts;
  const view = ({ id, name, hours, welcome, code, lateMinutes }: Clinic) => ({
    id,
    name,
    hours,
    welcome,
    url: clinicUrl(origin(), code),
    late: lateMinutes,
  });
  return {
    'clinics.list': async ({ practiceId }) => {
      const [all, { timeZone }] = await Promise.all([clinics.list(practiceId), practiceOf(db, practiceId)]);
      return { clinics: all.map(view), timeZone };
    },
    'clinics.create': async (caller, texts) => view(await clinics.create(caller.practiceId, texts, actorOf(caller))),
    'clinics.update': async (caller, { id, ...texts }) => {
      await clinics.change(caller.practiceId, id, texts, actorOf(caller));
      return {};
    },
    'clinics.close': async (caller, { id }) => {
      await clinics.close(caller.practiceId, id, actorOf(caller));
      return {};
    },
    'clinics.arrive': (_caller, { code, known }) => clinics.arrive(code, known),
    'appointments.list': async ({ practiceId }, wanted) => ({
      appointments: await loadAppointments(db, practiceId, wanted),
    }),
    'appointments.cancel': async (caller, { id }) => {
      await consultations.end(caller.practiceId, id, actorOf(caller), { unlessInCall: true });
      return {};
    },
    'appointments.upload': async (caller, { id: clinicId, csv }) => {
      const { practiceId } = caller;
      await clinics.get(practiceId, clinicId);
      const { timeZone } = await practiceOf(db, practiceId);
      const clinicians = await identity.accounts.clinicians(practiceId);
      const { appointments, problems } = readAppointments(csv, { timeZone, now: now(), clinicians });
      if (problems.length > 0) return { made: [], problems };
      const actor = actorOf(caller);
      const wanted = appointments.map(({ line: _line, ...one }) => ({ practiceId, clinicId, actor, ...one }));
      const made = await consultations.createAll(wanted);
      const links = made.map(({ id, patientSecret }, index) => ({
        line: appointments[index]!.line,
        id,
        patientLink: linkUrl(origin(), 'visit', patientSecret),
      }));
      return { made: links, problems };
    },
    'clinicians.list': async ({ practiceId }) => ({ clinicians: await identity.accounts.clinicians(practiceId) }),
  };
}
