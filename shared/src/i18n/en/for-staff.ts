export { clinics } from './clinics.ts';
export { common } from './common.ts';
export { staff } from './staff.ts';
export { team } from './team.ts';
export { waiting } from './waiting.ts';
