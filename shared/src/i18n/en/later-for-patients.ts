export { call } from './call.ts';
export { later } from './later.ts';
export { weak } from './weak.ts';
