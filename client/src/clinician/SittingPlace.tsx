import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addTexts } from '../i18n/choice.ts';
import { forSittings } from '../i18n/texts/for-sittings.ts';
import { lazy } from '../ui/lazy.tsx';
import { listId } from './list-id.ts';
import { sittingMemory } from './sitting-memory.ts';
import type { SittingRoomProps } from './SittingRoom.tsx';

/** Everything about calls is fetched once the list is there: the list must not wait for it, nor the first patient. */
const SittingRoom = lazy(async () => {
  const [{ SittingRoom: room }] = await Promise.all([import('./SittingRoom.tsx'), addTexts(forSittings)]);
  return room;
});

interface Props extends SittingRoomProps {
  /** The waiting list. It stays where it is, beside the call or below it. */
  children: ComponentChildren;
}

/** The place for a clinician's sitting around the waiting list: empty until somebody is called in. */
export function SittingPlace({ children, ...room }: Props) {
  const hasBegun = useSignal(sittingMemory.read(room.staffId) !== null);
  const isWanted = room.chosen.value !== null;
  useEffect(() => {
    if (isWanted) hasBegun.value = true;
  }, [isWanted]);
  useEffect(() => SittingRoom.preload(), []);
  return (
    <div class="fd-sitting">
      {hasBegun.value && <SittingRoom {...room} />}
      <div class="fd-sitting__list" id={listId}>
        {children}
      </div>
    </div>
  );
}
