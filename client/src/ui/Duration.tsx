import { clockText, durationText } from '../i18n/duration-text.ts';
import { elapsed } from './clock.ts';

interface Props {
  /** When it began, in ms since the epoch on the server's clock. */
  since: number;
  /** `words` for a wait ("4 minutes"); `clock` for a call ("12:30"), which alone moves every second. */
  as?: 'words' | 'clock';
}

/** How long something has lasted. It stands in no live region: a screen reader reads it when asked, not as it moves. */
export const Duration = ({ since, as = 'words' }: Props) => (
  <span class="fd-duration">
    {as === 'clock' ? clockText(elapsed(since, 'second')) : durationText(elapsed(since, 'slow'))}
  </span>
);
