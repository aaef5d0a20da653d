import { Goodbyes } from '../../goodbye/goodbyes.ts';
import { readFeedback } from '../../goodbye/read-feedback.ts';
import type { HttpHandlers } from '../handlers.ts';
import type { HandlerParts } from './parts.ts';

type Names = 'goodbye.read' | 'feedback.give' | 'feedback.list';

export function goodbyeHandlers({ db, now }: HandlerParts): Pick<HttpHandlers, Names> {
  const goodbyes = new Goodbyes(db, now);
  return {
    'goodbye.read': (_caller, { secret }) => goodbyes.read(secret),
    'feedback.give': async (_caller, { secret, rating, text = null }) => {
      await goodbyes.giveFeedback(secret, { rating, text });
      return {};
    },
    'feedback.list': ({ practiceId }, { before }) => readFeedback(db, practiceId, { before, now: now() }),
  };
}
