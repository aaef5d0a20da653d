import { signal } from '@preact/signals';
import { Memory } from '../../net/memory.ts';

const memory = new Memory(() => sessionStorage);
const key = 'front-door.stay';

/** Whether the person decided to try it in the browser they are in; a reload does not ask again. */
export const staying = signal(memory.read(key) !== null);

export function stayHere(yes: boolean): void {
  staying.value = yes;
  if (yes) memory.write(key, 'yes');
  else memory.remove(key);
}
