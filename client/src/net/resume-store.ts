import type { Door } from './door.ts';

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

/** A browser in private mode may refuse storage; then the device only remembers as long as the page is open. */
export async function resumeStore(door: Door, storage: Storage): Promise<ResumeStore> {
  const key = `front-door.resume.${await digest(door.by === 'link' ? door.secret : door.consultationId)}`;
  let remembered: string | null = null;
  const read = (): string | null => attempt(() => storage.getItem(key)) ?? remembered;
  return {
    read,
    write: (resumeSecret) => {
      remembered = resumeSecret;
      attempt(() => storage.setItem(key, resumeSecret));
    },
    forget: (resumeSecret) => {
      if (read() !== resumeSecret) return;
      remembered = null;
      attempt(() => storage.removeItem(key));
    },
  };
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
