import { asc, eq } from 'drizzle-orm';
import { invitations, links } from '../db/schema.ts';
import { hashSecret } from '../identity/secrets.ts';
import { openPostOffice } from '../invitations/post-office.ts';
import type { InvitationSettings } from '../invitations/settings.ts';
import { system, type FrontDoor } from './front-door.ts';
import { createKeptLog } from './kept-log.ts';
import type { NotifyService } from './notify-service.ts';

const origin = 'https://willowbrook.example';
/** What stands in a test's texts as a patient's link. */
export const linkIn = (text: string): string => /https:\/\/willowbrook\.example\/v#([\w-]{22})/.exec(text)![1]!;

export const viaNotify = (service: NotifyService): InvitationSettings => ({
  show: false,
  smtp: null,
  notify: service.settings,
});

/** A post office on the features of a {@link FrontDoor}; it works when it is told to. */
export class Post {
  readonly door: FrontDoor;
  readonly logged: string[] = [];
  readonly office;

  constructor(door: FrontDoor, settings: InvitationSettings, serverKey = 'the key of the server, kept safe') {
    const { db, clock } = door;
    const log = createKeptLog('debug', this.logged);
    this.door = door;
    this.office = openPostOffice({ db, settings, serverKey, origin: () => origin, log, now: () => clock.now });
  }

  /** With nothing in the outbox and nothing sent; what an earlier test left behind is long out of date. */
  static async afresh(door: FrontDoor, service: NotifyService): Promise<Post> {
    door.clock.now += 90 * 24 * 3_600_000;
    const post = new Post(door, viaNotify(service));
    await post.work();
    service.accepted.splice(0);
    service.requests.splice(0);
    return post;
  }

  /** A consultation, perhaps by appointment, its time in ms from now. */
  consultation(appointmentIn?: number) {
    const { consultations, practiceId, clock } = this.door;
    const expectedAt = appointmentIn === undefined ? {} : { expectedAt: clock.now + appointmentIn };
    return consultations.create({ practiceId, clinicianId: null, clinicianName: null, actor: system, ...expectedAt });
  }

  /** Invites somebody whom nobody else invites; gives the invitation's id. */
  async invite(consultationId: string, to = someNumber()): Promise<{ id: string; to: string }> {
    const wanted = to.includes('@') ? ({ channel: 'email', to } as const) : ({ channel: 'sms', to } as const);
    const { practiceId } = this.door;
    const { id } = await this.office.invitations.send(
      practiceId,
      consultationId,
      { ...wanted, language: 'en' },
      system,
    );
    return { id, to };
  }

  /** Sees to everything that is due now. */
  work(): Promise<void> {
    return this.office.courier.work();
  }

  /** Goes on to the next time at which the row is due, and sees to it. */
  async workWhenDue(id: string): Promise<void> {
    this.door.clock.now = (await this.row(id)).dueAt;
    await this.work();
  }

  async row(id: string) {
    const [row] = await this.door.db.select().from(invitations).where(eq(invitations.id, id));
    return row!;
  }

  rows(consultationId: string) {
    return this.door.db
      .select()
      .from(invitations)
      .where(eq(invitations.consultationId, consultationId))
      .orderBy(asc(invitations.kind));
  }

  async linkOf(secret: string) {
    const [link] = await this.door.db
      .select()
      .from(links)
      .where(eq(links.secretHash, hashSecret(secret)));
    return link;
  }
}

let numbers = 0;
/** A number from those kept free for drama, another one each time. */
const someNumber = (): string => `+447700${900_000 + (numbers++ % 1000)}`;
