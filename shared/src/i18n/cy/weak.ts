import type { weak as english } from '../en/weak.ts';
import type { Translation } from '../translator.ts';

export const weak: Translation<typeof english> = {
  mine: {
    both: 'Mae eich cysylltiad yn wan. Rydym wedi diffodd y lluniau er mwyn i chi allu dal i siarad.',
    sends: 'Mae eich cysylltiad yn wan. Rydym wedi stopio eich llun er mwyn i chi allu dal i siarad.',
    receives: 'Mae eich cysylltiad yn wan. Rydym wedi stopio’r llun a welwch er mwyn i chi allu dal i siarad.',
    slow: 'Mae eich cysylltiad yn wan. Mae’r lluniau’n fach ac yn araf.',
    saving: 'Rydych yn arbed data. Mae’r lluniau’n fach ac yn araf.',
  },
  theirs: {
    both: 'Mae cysylltiad {{name}} yn wan. Rydym wedi diffodd y lluniau er mwyn i chi allu dal i siarad.',
    sends: 'Mae cysylltiad {{name}} yn wan. Mae’r llun yn sefyll yn llonydd. Gallwch ddal i siarad.',
    receives: 'Mae cysylltiad {{name}} yn wan. Nid yw’n eich gweld ar hyn o bryd. Gallwch ddal i siarad.',
    slow: 'Mae cysylltiad {{name}} yn wan. Mae’r lluniau’n fach ac yn araf.',
    saving: 'Mae {{name}} yn arbed data. Mae’r lluniau’n fach ac yn araf.',
  },
  back: 'Mae’r cysylltiad yn well. Mae’r lluniau yn ôl.',
  still: {
    mine: 'Mae’r llun yn llonydd: mae eich cysylltiad yn wan.',
    theirs: 'Mae’r llun yn llonydd: mae eu cysylltiad yn wan.',
  },
  button: {
    save: 'Arbed data',
    full: 'Llun llawn',
  },
  mark: 'Cysylltiad gwan',
};
