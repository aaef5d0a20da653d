import type { Refusal } from '../net/api-error.ts';
import { durationText } from './duration-text.ts';
import { t } from './index.ts';

/** What to tell the person about a refusal. */
export const errorText = ({ code, id, retryAfter = 60 }: Refusal): string =>
  t(`errors.${code}`, { id: id ?? '–', wait: durationText(retryAfter * 1000) });
