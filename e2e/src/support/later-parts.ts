import { readFile } from 'node:fs/promises';

const built = new URL('../../../client/dist/', import.meta.url);

interface Part {
  file: string;
  css?: string[];
}

/**
 * The parts of the patient's page that it fetches while or after somebody reads, as patterns of addresses: all scripts
 * and styles built for it that do not stand in it, but for its first texts, without which it could say nothing.
 */
export async function laterParts(): Promise<string[]> {
  const page = await readFile(new URL('visit.html', built), 'utf8');
  const parts = JSON.parse(await readFile(new URL('.vite/patient.json', built), 'utf8')) as Record<string, Part>;
  const files = Object.entries(parts)
    .filter(([source]) => !source.endsWith('/for-patients.ts'))
    .flatMap(([, { file, css = [] }]) => [file, ...css]);
  return [...new Set(files)]
    .filter((file) => /\.(js|css)$/.test(file) && !page.includes(file))
    .map((file) => `*/${file}`);
}
