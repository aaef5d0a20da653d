import { effect, signal, type Signal } from '@preact/signals';
import { Memory } from '../../net/memory.ts';

const memory = new Memory(() => localStorage);

/** A choice that this device remembers; empty before there was one. */
export function remembered(name: string): Signal<string> {
  const key = `front-door.waiting-list.${name}`;
  const value = signal(memory.read(key) ?? '');
  effect(() => memory.write(key, value.value));
  return value;
}
