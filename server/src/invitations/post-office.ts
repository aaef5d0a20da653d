import type { Db } from '../db/client.ts';
import type { Log } from '../ops/logger.ts';
import { createCarriers } from './carriers.ts';
import { Courier } from './courier.ts';
import { Invitations } from './invitations.ts';
import { LinkKeeper } from './link-keeper.ts';
import { LinkSecrets } from './link-secret.ts';
import { Outbox } from './outbox.ts';
import type { InvitationSettings } from './settings.ts';

interface Parts {
  db: Db;
  settings: InvitationSettings;
  /** What the links inside invitations are made of; the same after a restart, and on every server of one database. */
  serverKey: string;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  log: Log;
  now: () => number;
}

/** Where invitations are taken in, and who carries them once it is started. */
export function openPostOffice({ db, settings, serverKey, origin, log, now }: Parts) {
  const carriers = createCarriers(settings, now);
  const keeper = new LinkKeeper(new LinkSecrets(serverKey), now);
  const courier = new Courier({ outbox: new Outbox(db, keeper, now), carriers, origin, log });
  const invitations = new Invitations({ db, carriers, keeper, origin, wake: () => courier.wake(), now });
  return { invitations, courier };
}
