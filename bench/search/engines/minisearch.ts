import MiniSearch from 'minisearch';
import type { EngineSite } from './engine.ts';
import { options } from './minisearch-options.ts';
import { peerLetter, writeIndex, writePeerPage } from './peer-page.ts';

/** MiniSearch: one prebuilt index, which the page loads at the first search. */
export const site: EngineSite = {
  page: 'search.html',
  index: 'index',
  prepare: (out) => writePeerPage(out, './minisearch-page.ts'),
  async build(out, letters) {
    const index = new MiniSearch(options);
    index.addAll(letters.map(peerLetter));
    await writeIndex(out, { 'index.json': JSON.stringify(index) });
  },
};
