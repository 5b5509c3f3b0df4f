import { insert, save } from '@orama/orama';
import type { EngineSite } from './engine.ts';
import { createDatabase } from './orama-options.ts';
import { peerLetter, writeIndex, writePeerPage } from './peer-page.ts';

/** Orama: its saved database, which contains the complete letters. */
export const site: EngineSite = {
  page: 'search.html',
  index: 'index',
  prepare: (out) => writePeerPage(out, './orama-page.ts'),
  async build(out, letters) {
    const database = createDatabase();
    for (const letter of letters) await insert(database, peerLetter(letter));
    await writeIndex(out, { 'index.json': JSON.stringify(save(database)) });
  },
};
