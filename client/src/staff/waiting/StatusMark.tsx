import { t } from '../../i18n/index.ts';
import { Tag, type TagColour } from '../../team/Tag.tsx';
import type { StatusName } from './status.ts';

/** Each has a shape of its own: a letter, a door, a magnifier, a clock, a warning, a camera, a pause, an arrow, a ban, a tick. */
const shapes: Record<StatusName, string> = {
  invited: 'M3 6h18v12H3z M3 6l9 7 9-7',
  opened: 'M5 21V3h14v18 M3 21h18 M15 12h.1',
  checking: 'M10.5 4a6.5 6.5 0 1 0 .1 0 M15.5 15.5L21 21',
  waiting: 'M12 3a9 9 0 1 0 .1 0 M12 7v5l4 3',
  dropped: 'M12 3L22 20H2z M12 10v4 M12 17h.1',
  in_call: 'M2 7h13v10H2z M15 11l6-4v10l-6-4',
  held: 'M8 5v14 M16 5v14',
  left: 'M3 12h15 M12 5l7 7-7 7',
  no_show: 'M12 3a9 9 0 1 0 .1 0 M5.6 5.6l12.8 12.8',
  ended: 'M4 13l5 5L20 6',
};

const colours: Record<StatusName, TagColour> = {
  invited: 'grey',
  opened: 'blue',
  checking: 'blue',
  waiting: 'yellow',
  dropped: 'orange',
  in_call: 'green',
  held: 'blue',
  left: 'grey',
  no_show: 'red',
  ended: 'grey',
};

/** A consultation's status: a word and a shape of its own; the colour only repeats them. */
export const StatusMark = ({ is }: { is: StatusName }) => (
  <Tag colour={colours[is]}>
    <svg class="fd-status-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[is]} />
    </svg>
    {t(`waiting:status.${is}`)}
  </Tag>
);
