export { clinician } from './clinician.ts';
export { room } from './room.ts';
