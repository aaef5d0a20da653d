import '../../styles/while-waiting.scss';

/** What somebody who waits, or is on hold, does not need at once. */
export { HeldScreen } from './HeldScreen.tsx';
export { Messages } from './Messages.tsx';
export { SoundSwitch } from './SoundSwitch.tsx';
