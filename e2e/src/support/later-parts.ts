import { readFile } from 'node:fs/promises';

const manifest = new URL('../../../client/dist/.vite/patient.json', import.meta.url);

interface Part {
  file: string;
  isDynamicEntry?: boolean;
}

/**
 * The parts of the patient's page that it fetches while or after somebody reads, as patterns of addresses: everything
 * it imports at some later moment, but for the texts, without which it could say nothing.
 */
export async function laterParts(): Promise<string[]> {
  const parts = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, Part>;
  return Object.entries(parts).flatMap(([source, { file, isDynamicEntry = false }]) =>
    isDynamicEntry && !source.includes('/i18n/') ? [`*/${file}`] : [],
  );
}
