import { digest } from './digest.ts';
import type { Door } from './door.ts';
import type { Memory } from './memory.ts';

/**
 * Where a device keeps what lets it back into its visit: after a reload, after a crash, and when the link is opened
 * again. The name it is kept under is a digest, so that the link's own secret is not lying about as well.
 */
export interface ResumeStore {
  read(): string | null;
  write(resumeSecret: string): void;
  /** Forgets `resumeSecret`, unless another tab has put a newer one in its place. */
  forget(resumeSecret: string): void;
}

export async function resumeStore(door: Door, memory: Memory): Promise<ResumeStore> {
  const key = `front-door.resume.${await digest(door.by === 'link' ? door.secret : door.consultationId)}`;
  return {
    read: () => memory.read(key),
    write: (resumeSecret) => memory.write(key, resumeSecret),
    forget: (resumeSecret) => {
      if (memory.read(key) === resumeSecret) memory.remove(key);
    },
  };
}
