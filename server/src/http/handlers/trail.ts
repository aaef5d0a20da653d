import { readTrail } from '../../audit/read-trail.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

export const trailHandlers = ({ db }: HandlerParts): Pick<HttpHandlers, 'trail.read'> => ({
  'trail.read': async ({ practiceId }, which) => ({ entries: await readTrail(db, practiceId, which) }),
});
