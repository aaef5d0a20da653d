export { common } from './common.ts';
export { patient } from './patient.ts';
export { room } from './room.ts';
