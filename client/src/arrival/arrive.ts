import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { api } from '../net/api.ts';
import { ApiError } from '../net/api-error.ts';
import type { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';

/** When a clinic that is closed is open, and whom to ring. */
export type Hours = Extract<HttpReply<'clinics.arrive'>, { open: false }>;

type Trouble = { is: 'trying'; because: 'offline' | 'busy' | null };
/** Why somebody is not in. */
export type NotIn = Trouble | { is: 'closed'; hours: Hours } | { is: 'unknown' };
/** What became of coming by a clinic's own link: a private visit, or none. */
type Outcome = { is: 'in'; secret: string } | Exclude<NotIn, Trouble>;

interface Caller {
  /** As it stands in the clinic's own link. */
  code: string;
  /** The secret of the visit that this device was given before. */
  known: string | null;
  /** What passes between two tries. */
  pause: Pause;
  onTrouble: (trouble: Trouble) => void;
}

/** Asks to be let in until there is an answer. */
export async function arrive({ code, known, pause, onTrouble }: Caller): Promise<Outcome> {
  let remembered = known;
  for (let failures = 1; ; failures += 1) {
    try {
      const reply = await api('clinics.arrive', { code, ...(remembered !== null && { known: remembered }) });
      return reply.open ? { is: 'in', secret: reply.secret } : { is: 'closed', hours: reply };
    } catch (thrown) {
      const error = ApiError.of(thrown);
      if (error.code === 'link_unknown') return { is: 'unknown' };
      if (error.code === 'bad_request') {
        if (remembered === null) return { is: 'unknown' };
        // What this device remembers may be at fault, and the link may not.
        remembered = null;
      } else {
        onTrouble({ is: 'trying', because: error.code === 'too_many_requests' ? 'busy' : 'offline' });
        await pause.wait(error.retryAfter ? error.retryAfter * 1000 : retryDelay(failures));
      }
    }
  }
}
