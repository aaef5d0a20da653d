import '../styles/arrival.scss';
import { linkUrl, pages } from '@front-door/shared/protocol/pages.ts';
import { Memory } from '../net/memory.ts';
import { onNetworkNews } from '../net/network.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import type { NotIn } from './arrive.ts';
import { arrive } from './arrive.ts';
import { ownVisit } from './own-visit.ts';

/** Whoever is let in sooner never sees this page, ms. */
const speaksAfter = 1_500;

const code = location.pathname.slice(pages.clinic.length + 1).replace(/\/$/, '');
const pause = new Pause();
/** What there is to tell at the moment. */
let now: NotIn = { is: 'trying', because: null };

/** Fetches the words only when there is something to say, and until they are there. */
async function tell(what: NotIn): Promise<void> {
  now = what;
  for (let failures = 1; ; failures += 1) {
    try {
      const { show } = await import('./show.tsx');
      return await show(now, () => void comeIn());
    } catch {
      await new Pause().wait(retryDelay(failures));
    }
  }
}

async function comeIn(): Promise<void> {
  const own = await ownVisit(code, new Memory(() => localStorage));
  const slow = setTimeout(() => void tell({ is: 'trying', because: null }), speaksAfter);
  const outcome = await arrive({ code, known: own.read(), pause, onTrouble: (trouble) => void tell(trouble) });
  clearTimeout(slow);
  if (outcome.is !== 'in') return tell(outcome);
  own.write(outcome.secret);
  // This address is no place to come back to: the next page is.
  location.replace(linkUrl(location.origin, 'visit', outcome.secret));
}

// A browser without it is told by the next page that it is too old, and has to get there.
AbortSignal.timeout ??= () => new AbortController().signal;
onNetworkNews({ changed: () => pause.end() });
// There the visit's page says what is wrong with the address.
if (isSecureContext) void comeIn();
else location.replace(pages.visit);
