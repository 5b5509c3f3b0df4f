import { plainOutput } from '../output.ts';
import { loadPackage } from './package.ts';
import type { Peer } from './peer.ts';

interface UnpdfModule {
  extractText: (bytes: Uint8Array, options: { mergePages: false }) => Promise<{ text: string[] }>;
}

/** unpdf: the text of pdf.js, page by page. */
export const unpdf: Peer = {
  name: 'unpdf',
  kinds: ['pdf'],
  async load() {
    const found = await loadPackage('unpdf');
    if (!found) return undefined;
    const { extractText } = found.module as UnpdfModule;
    return {
      name: this.name,
      version: found.version,
      async convert(bytes) {
        // It takes ownership of its input, so it gets a copy.
        const { text } = await extractText(Uint8Array.from(bytes), { mergePages: false });
        return plainOutput(text.join('\n'));
      },
    };
  },
};
