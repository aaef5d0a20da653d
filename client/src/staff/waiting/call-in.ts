import { pages } from '@front-door/shared/protocol/pages.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';

/** Calls somebody in: on the consultation's own page, where the person is named once more before being let in. */
export const onCallIn = (room: WatchedRoom): void => openCall(room);

/** Back into a call, or into somebody else's. */
export const openCall = ({ consultationId }: WatchedRoom): void =>
  location.assign(`${pages.clinician}/${consultationId}`);
