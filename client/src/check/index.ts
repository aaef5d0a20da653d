import '../styles/check.scss';

/** Everything of the check, in one part that is fetched when somebody comes to it. */
export { ConnectionCheck } from './connection-check.ts';
export { ConnectionResult } from './ConnectionResult.tsx';
export { DeviceChoices } from './DeviceChoices.tsx';
export { DeviceHelp } from './DeviceHelp.tsx';
export { LevelMeter } from './LevelMeter.tsx';
export { NothingComes } from './NothingComes.tsx';
export { SpeakerCheck } from './SpeakerCheck.tsx';
