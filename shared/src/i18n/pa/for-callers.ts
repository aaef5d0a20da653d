export { arrival } from './arrival.ts';
export { common } from './common.ts';
