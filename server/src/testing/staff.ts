import { randomUUID } from 'node:crypto';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import { staff } from '../db/schema.ts';
import { Person } from './person.ts';
import type { TestServer } from './test-server.ts';
import { Visitor } from './visitor.ts';

/** A signed-in account, without the time that hashing a password takes. */
export async function hire(server: TestServer, roles: StaffRole[], practiceId = server.practiceId) {
  const { app, database } = server;
  const account = { practiceId, roles, name: 'Jo Okafor', email: `${randomUUID()}@willowbrook.example` };
  const [member] = await database.db
    .insert(staff)
    .values({ ...account, passwordHash: '', createdAt: Date.now() })
    .returning({ id: staff.id });
  const { id } = member!;
  const session = await app.identity.sessions.open(id);
  return Object.assign(new Person(app.origin, { cookie: `session=${session}` }), { id });
}

/** What the page of signed-in staff opens to watch the practice's rooms. */
export async function watch(server: TestServer, person: Person): Promise<Visitor> {
  const { body } = await person.ask('watch.enter', {});
  return Visitor.connect(server.app.origin, body.token);
}
