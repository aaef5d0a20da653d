import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of every file of the project that matches, whether it has been committed yet or not.
 * @param {string} folder the checkout
 * @param {string[]} patterns as Git understands them
 * @returns {Record<string, string>} path -> text
 */
export function projectFiles(folder, ...patterns) {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...patterns];
  const paths = execFileSync('git', options, { cwd: folder, encoding: 'utf8' }).split('\0').filter(Boolean);
  return Object.fromEntries(paths.map((path) => [path, textOf(join(folder, path))]));
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Removed, but not yet from the index.
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
