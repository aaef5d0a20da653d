import { randomUUID } from 'node:crypto';
import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  describe('the secret of a link', () => {
    it('[LINK-1] has 128 random bits', async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => door.consultation()));
      const secrets = made.flatMap(({ patientSecret, clinicianSecret }) => [patientSecret, clinicianSecret]);
      expect(new Set(secrets).size).toBe(10);
      for (const secret of secrets) {
        const bytes = Buffer.from(secret, 'base64url');
        expect(bytes.toString('base64url')).toBe(secret);
        expect(bytes).toHaveLength(16);
      }
    });

    it('[LINK-1] stands in the fragment of the address, which browsers send to nobody', async () => {
      const { patientSecret, clinicianSecret } = await door.consultation();
      for (const [page, secret] of [
        ['visit', patientSecret],
        ['clinician', clinicianSecret],
      ] as const) {
        const { href, hash } = new URL(linkUrl('https://willowbrook.example', page, secret));
        expect(hash).toBe(`#${secret}`);
        expect(href.replace(hash, '')).not.toContain(secret);
      }
    });

    it('[LINK-1] and a resume secret are nowhere in the database but as their hashes', async () => {
      const { links, patient } = await door.inCall();
      const another = await door.consultations.addLink(door.practiceId, links.id, 'patient', system);
      const content = JSON.stringify(await contentOf(door.db));
      for (const secret of [links.patientSecret, links.clinicianSecret, another.secret, patient.resumeSecret!]) {
        expect(content).not.toContain(secret);
        expect(content).toContain(hashSecret(secret));
      }
    });
  });

  describe('a link', () => {
    it('[LINK-2] opens its own side of its own consultation', async () => {
      const here = await door.consultation();
      await door.consultation();
      const patient = await door.entry.byLink(here.patientSecret);
      expect(patient).toMatchObject({ role: 'patient', grant: { consultationId: here.id, role: 'patient' } });
      const clinician = await door.entry.byLink(here.clinicianSecret);
      expect(clinician).toMatchObject({ role: 'clinician', grant: { consultationId: here.id, role: 'clinician' } });
    });

    it('[LINK-2] of the clinician does not make guests', async () => {
      const { clinicianSecret } = await door.consultation();
      expect((await door.entry.byLink(clinicianSecret, 'guest')).role).toBe('clinician');
      expect((await door.arrive(clinicianSecret, 'guest')).visit.role).toBe('clinician');
    });

    it('[LINK-2] [LINK-3] opens from the first moment of its window until before the last', async () => {
      const validFrom = door.clock.now + 10 * minute;
      const validUntil = validFrom + 30 * minute;
      const { patientSecret } = await door.consultation({ validFrom, validUntil });
      for (const [now, expected] of [
        [validFrom - 1, 'link_not_yet_valid'],
        [validFrom, 'accepted'],
        [validUntil - 1, 'accepted'],
        [validUntil, 'link_expired'],
        [validUntil + day, 'link_expired'],
      ] as const) {
        door.clock.now = now;
        expect(await outcome(door.entry.byLink(patientSecret))).toBe(expected);
      }
    });

    it('[LINK-2] is good for a day unless told otherwise', async () => {
      const now = door.clock.now;
      expect(await door.consultation()).toMatchObject({ validFrom: now, validUntil: now + day });
      const later = now + 2 * day;
      expect(await door.consultation({ validFrom: later })).toMatchObject({ validUntil: later + day });
    });

    it.each([
      ['longer than 60 days', { validUntil: 60 * day + 1 }],
      ['until before it begins', { validFrom: 2 * day, validUntil: day }],
      ['until now', { validUntil: 0 }],
      ['only in the past', { validFrom: -2 * day, validUntil: -day }],
    ])('[LINK-2] is not made for %s', async (_what, after) => {
      const { now } = door.clock;
      const validity = Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, now + ms]));
      expect(await outcome(door.consultation(validity))).toBe('bad_request');
    });

    it('[LINK-2] that was added opens beside the first one, from now on, and not in an ended consultation', async () => {
      const { id, patientSecret, validUntil } = await door.consultation();
      const added = await door.consultations.addLink(door.practiceId, id, 'patient', system);
      expect(added.validUntil).toBe(validUntil);
      expect(await outcome(door.entry.byLink(added.secret))).toBe('accepted');
      expect(await outcome(door.entry.byLink(patientSecret))).toBe('accepted');
      await door.consultations.end(door.practiceId, id, system);
      expect(await outcome(door.consultations.addLink(door.practiceId, id, 'patient', system))).toBe(
        'consultation_ended',
      );
    });
  });

  describe('[LINK-3] a link is refused with a code of its own, and a line in the trail', () => {
    const ways = {
      link_not_yet_valid: () => door.consultation({ validFrom: door.clock.now + minute }),
      link_expired: async () => {
        const made = await door.consultation({ validUntil: door.clock.now + minute });
        door.clock.now += minute;
        return made;
      },
      link_revoked: async () => {
        const made = await door.consultation();
        await revokeAll(made.id);
        return made;
      },
      consultation_ended: async () => {
        const made = await door.consultation();
        await door.consultations.end(door.practiceId, made.id, system);
        return made;
      },
    };

    it.each(Object.entries(ways))('%s', async (code, make) => {
      const { id, patientSecret, clinicianSecret } = await make();
      const links = await door.consultations.links(door.practiceId, id);
      for (const [role, secret] of [
        ['patient', patientSecret],
        ['clinician', clinicianSecret],
      ] as const) {
        expect(await outcome(door.entry.byLink(secret))).toBe(code);
        const linkId = links.find((link) => link.role === role)!.id;
        expect((await door.trailOf(id)).at(-1)).toMatchObject({
          action: 'refused',
          at: door.clock.now,
          practiceId: door.practiceId,
          actorKind: 'stranger',
          linkId,
          reason: code,
        });
      }
    });

    it('link_unknown', async () => {
      expect(await outcome(door.entry.byLink(newSecret()))).toBe('link_unknown');
      expect(await door.newestLine()).toMatchObject({
        action: 'refused',
        at: door.clock.now,
        reason: 'link_unknown',
        linkId: null,
        consultationId: null,
        actorKind: 'stranger',
      });
    });
  });

  describe('[LINK-2] what a link granted is worth nothing any more once it is', () => {
    it.each([
      ['revoked', 'link_revoked', (id: string) => revokeAll(id)],
      [
        'of an ended consultation',
        'consultation_ended',
        (id: string) => door.consultations.end(door.practiceId, id, system),
      ],
      ['out of date', 'consultation_ended', async () => void (door.clock.now += day)],
    ])('%s', async (_what, code, happen) => {
      const { id, patientSecret, clinicianSecret } = await door.consultation();
      const granted = [await door.entry.byLink(patientSecret), await door.entry.byLink(clinicianSecret)];
      await happen(id);
      for (const { grant } of granted) expect(await outcome(door.arrivals.enter(grant))).toBe(code);
      expect(await door.visitsOf(id)).toEqual([]);
    });
  });

  it('[CALL-4] [LINK-2] the end of a consultation is the end of its own links, and of no others', async () => {
    const ended = await door.consultation();
    const other = await door.consultation();
    await door.consultations.end(door.practiceId, ended.id, system);
    const revoked = async (id: string) =>
      (await door.consultations.links(door.practiceId, id)).map(({ revokedAt }) => revokedAt !== null);
    expect(await revoked(ended.id)).toEqual([true, true]);
    expect(await revoked(other.id)).toEqual([false, false]);
  });

  describe('revoking a link', () => {
    it('[LINK-2] keeps out whoever is new, and leaves in whoever came by it', async () => {
      const { links, patient } = await door.inCall();
      await revokeAll(links.id);
      expect(await door.phaseOf(patient.visit.id)).toBe('in_call');
      expect(await outcome(door.arrive(links.patientSecret, 'guest'))).toBe('link_revoked');
      expect(await outcome(door.comeBack(patient.resumeSecret!))).toBe('accepted');
    });

    it('[TRAIL-1] is one line, however often it is done', async () => {
      const { id } = await door.consultation();
      await revokeAll(id);
      await revokeAll(id);
      const lines = (await door.trailOf(id)).filter(({ action }) => action === 'link_revoked');
      expect(lines).toHaveLength(2);
      expect(new Set(lines.map(({ linkId }) => linkId)).size).toBe(2);
    });
  });

  it('[WATCH-4] the links and consultations of another practice do not exist', async () => {
    const { id } = await door.consultation();
    const [link] = await door.consultations.links(door.practiceId, id);
    const elsewhere = await makePractice(door, 'Elm Tree Surgery', door.clock.now);
    const before = await contentOf(door.db);
    for (const practiceId of [elsewhere, randomUUID()]) {
      const { consultations } = door;
      expect(await outcome(consultations.links(practiceId, id))).toBe('not_found');
      expect(await outcome(consultations.addLink(practiceId, id, 'clinician', system))).toBe('not_found');
      expect(await outcome(consultations.revokeLink(practiceId, link!.id, system))).toBe('not_found');
      expect(await outcome(consultations.end(practiceId, id, system))).toBe('not_found');
      expect(await outcome(door.entry.byStaff({ id: randomUUID(), practiceId }, id))).toBe('not_found');
    }
    expect(await contentOf(door.db)).toEqual(before);
  });

  async function revokeAll(consultationId: string): Promise<void> {
    for (const { id } of await door.consultations.links(door.practiceId, consultationId)) {
      await door.consultations.revokeLink(door.practiceId, id, system);
    }
  }
});
