import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { Notice } from '../ui/Notice.tsx';
import { WeakIcon } from './icons.tsx';
import { toldOf } from './weak.ts';

/** Says whose connection is weak, and what that does. Shown and not announced: announcing is done apart. */
export const WeakNotice = ({ view }: { view: RoomView }) => (
  <>
    {toldOf(view).map(({ visitId, limit, text }) => (
      <div key={visitId} data-testid="weak" data-limit={limit} data-visit-id={visitId}>
        <Notice kind={limit === 'saving' ? 'information' : 'warning'}>
          <p class="fd-weak">
            {limit !== 'saving' && <WeakIcon />}
            {text}
          </p>
        </Notice>
      </div>
    ))}
  </>
);
