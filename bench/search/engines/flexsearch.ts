import { Index } from 'flexsearch';
import type { EngineSite } from './engine.ts';
import { options } from './flexsearch-options.ts';
import { peerLetter, writeIndex, writePeerPage } from './peer-page.ts';

/** FlexSearch: its exported parts, and the titles for display. */
export const site: EngineSite = {
  page: 'search.html',
  index: 'index',
  prepare: (out) => writePeerPage(out, './flexsearch-page.ts'),
  async build(out, letters) {
    const index = new Index(options);
    const titles: [id: string, title: string][] = [];
    for (const { id, title, text } of letters.map(peerLetter)) {
      index.add(titles.length, `${title}\n${text}`);
      titles.push([id, title]);
    }
    const files: Record<string, string> = { 'titles.json': JSON.stringify(titles) };
    const parts: string[] = [];
    index.export((part, data) => {
      files[`part-${parts.length}.json`] = data;
      parts.push(part);
    });
    files['parts.json'] = JSON.stringify(parts);
    await writeIndex(out, files);
  },
};
