export { call } from './call.ts';
export { clinician } from './clinician.ts';
export { room } from './room.ts';
export { weak } from './weak.ts';
