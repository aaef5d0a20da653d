export { common } from './common.ts';
export { landing } from './landing.ts';
