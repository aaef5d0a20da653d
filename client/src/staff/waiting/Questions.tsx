import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { desk, type Question } from './desk.ts';
import { FinishDialog } from './FinishDialog.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RingDialog } from './RingDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import { waitingList } from './waiting-list.ts';

/** The dialog that is open, about the consultation as it is now. What is no longer in the list asks nothing any more. */
export function Questions() {
  const asked = desk.asked.value;
  const room = waitingList.all.value.find(({ consultationId }) => consultationId === asked?.consultationId);
  return asked && room ? draw(asked.question, room) : null;
}

function draw(question: Question, room: WatchedRoom) {
  switch (question) {
    case 'message':
    case 'messages':
      return <MessageDialog room={room} />;
    case 'ring':
      return <RingDialog room={room} />;
    case 'transfer':
      return <TransferDialog room={room} />;
    case 'remove':
      return <RemoveDialog room={room} />;
    case 'finish':
      return <FinishDialog room={room} />;
  }
}
