import type { LinkRole } from '@front-door/shared/domain/roles.ts';
import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { AppError } from '../../errors.ts';
import { actorOf, type CallerOf } from '../caller.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'consultations.create' | 'consultations.end' | 'links.create' | 'links.list' | 'links.revoke';

const pageOf = { patient: 'visit', clinician: 'clinician' } as const;

export function consultationHandlers({ consultations, identity, origin }: HandlerParts): Pick<HttpHandlers, Names> {
  const url = (role: LinkRole, secret: string) => linkUrl(origin(), pageOf[role], secret);
  const clinicianOf = async (caller: CallerOf<'consultations.create'>, wanted: string | null | undefined) => {
    if (wanted === null) return null;
    if (wanted === undefined) return caller.kind === 'staff' && caller.roles.includes('clinician') ? caller : null;
    const clinician = (await identity.accounts.clinicians(caller.practiceId)).find(({ id }) => id === wanted);
    if (clinician === undefined) throw new AppError('not_found');
    return clinician;
  };
  return {
    'consultations.create': async (caller, { clinicianId, clinicianName, ...wanted }) => {
      const clinician = await clinicianOf(caller, clinicianId);
      const made = await consultations.create({
        practiceId: caller.practiceId,
        clinicianId: clinician?.id ?? null,
        clinicianName: clinicianName ?? clinician?.name ?? null,
        ...wanted,
        actor: actorOf(caller),
      });
      const { patientSecret, clinicianSecret, ...consultation } = made;
      return {
        ...consultation,
        patientLink: url('patient', patientSecret),
        clinicianLink: url('clinician', clinicianSecret),
      };
    },
    'consultations.end': async (caller, { id }) => {
      await consultations.end(caller.practiceId, id, actorOf(caller));
      return {};
    },
    'links.create': async (caller, { id, role }) => {
      const { secret, ...link } = await consultations.addLink(caller.practiceId, id, role, actorOf(caller));
      return { ...link, url: url(role, secret) };
    },
    'links.list': async ({ practiceId }, { id }) => ({ links: await consultations.links(practiceId, id) }),
    'links.revoke': async (caller, { id }) => {
      await consultations.revokeLink(caller.practiceId, id, actorOf(caller));
      return {};
    },
  };
}
