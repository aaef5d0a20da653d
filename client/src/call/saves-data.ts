import { signal } from '@preact/signals';
import { Memory } from '../net/memory.ts';

const memory = new Memory(() => localStorage);
const key = 'front-door.saves-data';

/** What some browsers know of the network, and of what the person told the device. */
interface NetworkInformation {
  saveData?: boolean;
  effectiveType?: string;
}

const network = (): NetworkInformation => (navigator as { connection?: NetworkInformation }).connection ?? {};

/** What was last chosen on this device; before that, what the device is set to. */
const remembered = (): boolean => (memory.read(key) ?? (network().saveData ? 'yes' : 'no')) === 'yes';

/** Whether the person wants to save data, on this device. */
export const savesData = signal(remembered());

export function chooseToSave(wanted: boolean): void {
  savesData.value = wanted;
  memory.write(key, wanted ? 'yes' : 'no');
}
