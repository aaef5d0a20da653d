import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { joinCall } from '@front-door/server/src/testing/media.ts';
import { exchange, resume, Visitor } from '@front-door/server/src/testing/visitor.ts';
import { secretOf } from '../support/http-client.ts';
import { Browserless } from './browserless.ts';

/** Ways in which a consultation goes, in turn. */
export const lives = [
  'smooth',
  'patient drops',
  'clinician drops',
  'reload',
  'held',
  'removed',
  'left',
  'never back',
  'checks',
] as const;
export type Life = (typeof lives)[number];

export interface Soaked {
  origin: string;
  links: HttpReply<'consultations.create'>;
  /** Real media on both sides, or transports that nobody comes to. */
  withMedia: boolean;
  /** Ends it from outside, as an admin. */
  endFromOutside: () => Promise<void>;
}

/** One consultation from its links to its end. Throws when anything is refused that should not be. */
export async function live(life: Life, { origin, links, withMedia, endFromOutside }: Soaked): Promise<void> {
  const leaving: Array<() => void> = [];
  const enter = async (visitor: Visitor) => {
    leaving.push(() => visitor.leave());
    const { resumeSecret, view } = await visitor.welcome();
    return { visitor, visitId: view.me.visitId, resumeSecret: resumeSecret! };
  };
  const comeBack = async (secret: string) => {
    const visitor = await Visitor.connect(origin, (await resume(origin, secret)).token);
    leaving.push(() => visitor.leave());
    await visitor.welcome();
    return visitor;
  };
  const join = async (visitor: Visitor) => {
    if (!withMedia) return joinCall(visitor);
    const media = await Browserless.join(visitor);
    leaving.push(() => media.close());
    return media;
  };
  const cut = async (visitor: Visitor) => visitor.socket.io.engine.close();

  try {
    const clinician = await enter(await Visitor.byLink(origin, secretOf(links.clinicianLink)));
    let patient = await enter(await Visitor.byLink(origin, secretOf(links.patientLink)));
    if (life === 'checks') {
      await patient.visitor.request('check:open', { way: 'udp' });
      await patient.visitor.request('check:close', {});
    }
    await patient.visitor.request('visit:check-in', { name: 'Ann Example', agreed: true });
    await patient.visitor.request('visit:report', { language: 'cy', step: 'waiting' });
    if (life === 'never back') {
      await cut(patient.visitor);
      return await endFromOutside();
    }
    const admit = () =>
      clinician.visitor.request('visit:admit', { visitId: patient.visitId, confirmedName: 'Ann Example' });
    await admit();
    const [, theirs] = [await join(clinician.visitor), await join(patient.visitor)];
    if (theirs instanceof Browserless) await theirs.flows();

    switch (life) {
      case 'patient drops':
        await cut(patient.visitor);
        await comeBack(patient.resumeSecret);
        if (theirs instanceof Browserless) await theirs.flows();
        break;
      case 'clinician drops':
        await cut(clinician.visitor);
        clinician.visitor = await comeBack(clinician.resumeSecret);
        break;
      case 'reload': {
        const { token } = await exchange(origin, secretOf(links.patientLink), 'this_device');
        patient = await enter(await Visitor.connect(origin, token));
        await admit();
        const again = await join(patient.visitor);
        if (again instanceof Browserless) await again.flows();
        break;
      }
      case 'held':
        await clinician.visitor.request('visit:hold', { visitId: patient.visitId });
        await clinician.visitor.request('visit:bring-back', { visitId: patient.visitId });
        await join(patient.visitor);
        break;
      case 'removed':
        await clinician.visitor.request('visit:remove', { visitId: patient.visitId });
        break;
      case 'left':
        await goBy(patient.visitor, 'visit:leave');
        await goBy(clinician.visitor, 'visit:leave');
        return await endFromOutside();
      case 'smooth':
      case 'checks':
        break;
    }
    await goBy(clinician.visitor, 'consultation:end');
  } finally {
    for (const leave of leaving) leave();
  }
}

/** Sends what ends one's own connection, with which the answer may be lost; the farewell is the answer. */
async function goBy(visitor: Visitor, name: 'visit:leave' | 'consultation:end'): Promise<void> {
  await Promise.all([visitor.farewell(), visitor.request(name, {}).catch(() => undefined)]);
}
