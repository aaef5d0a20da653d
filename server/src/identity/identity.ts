import type { Db } from '../db/client.ts';
import { Accounts } from './accounts.ts';
import { ApiKeys } from './api-keys.ts';
import { Practices } from './practices.ts';
import { Sessions } from './sessions.ts';
import { StaffLinks } from './staff-links.ts';

/** Everything about who somebody is, apart from patients' links. */
export interface Identity {
  accounts: Accounts;
  sessions: Sessions;
  staffLinks: StaffLinks;
  apiKeys: ApiKeys;
  practices: Practices;
}

export function createIdentity(db: Db, now: () => number): Identity {
  const sessions = new Sessions(db, now);
  return {
    sessions,
    accounts: new Accounts(db, sessions, now),
    staffLinks: new StaffLinks(db, now),
    apiKeys: new ApiKeys(db, now),
    practices: new Practices(db, now),
  };
}
