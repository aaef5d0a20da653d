export { call } from './call.ts';
export { clinician } from './clinician.ts';
export { common } from './common.ts';
export { room } from './room.ts';
export { team } from './team.ts';
export { waiting } from './waiting.ts';
export { weak } from './weak.ts';
