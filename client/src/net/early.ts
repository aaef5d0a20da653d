import { pages } from '@front-door/shared/protocol/pages.ts';
import { doorOf } from './door.ts';
import { Memory } from './memory.ts';
import { resumeStore } from './resume-store.ts';
import { askEarly } from './room-token.ts';

/**
 * Asks for the way into the visit while the page's own script, twenty times as large, is still on its way: on a slow
 * phone the answer is there before it. The build makes this and what it needs a script of its own.
 */
async function ask(): Promise<void> {
  const door = doorOf(location);
  if (door === null || location.pathname !== pages.visit || !isSecureContext) return;
  const resumeSecret = (await resumeStore(door, new Memory(() => localStorage))).read();
  askEarly(resumeSecret === null ? { by: 'door', door } : { by: 'resume', resumeSecret });
}

void ask();
