import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(html|js|css|svg)$/;

/** What is appended to a file's name -> how it is compressed, as small as can be: it is done once and sent often. */
const forms = {
  '.br': (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  '.gz': (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Puts compressed forms beside every file of text that gets smaller by it. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle).filter(({ fileName }) => text.test(fileName))) {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        for (const [ending, compress] of Object.entries(forms)) {
          const compressed = await compress(content);
          if (compressed.length < content.length) await writeFile(join(dir, file.fileName + ending), compressed);
        }
      }
    },
  };
}
