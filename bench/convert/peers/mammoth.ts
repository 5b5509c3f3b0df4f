import { markdownOutput } from '../output.ts';
import { loadPackage } from './package.ts';
import type { Peer } from './peer.ts';
import { loadTurndown } from './turndown.ts';

interface MammothModule {
  default: { convertToHtml: (input: { buffer: Buffer }) => Promise<{ value: string }> };
}

/** mammoth.js, with its HTML converted to Markdown by Turndown. */
export const mammoth: Peer = {
  name: 'mammoth + turndown',
  kinds: ['docx'],
  async load() {
    const [found, turndown] = [await loadPackage('mammoth'), await loadTurndown()];
    if (!found || !turndown) return undefined;
    const { convertToHtml } = (found.module as MammothModule).default;
    return {
      name: this.name,
      version: `${found.version} + ${turndown.version}`,
      async convert(bytes) {
        return markdownOutput(turndown.write((await convertToHtml({ buffer: Buffer.from(bytes) })).value));
      },
    };
  },
};
