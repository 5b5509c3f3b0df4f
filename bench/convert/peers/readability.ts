import { markdownOutput } from '../output.ts';
import { loadPackage } from './package.ts';
import type { Peer } from './peer.ts';
import { loadTurndown } from './turndown.ts';

interface JsdomModule {
  JSDOM: new (bytes: Uint8Array, options: { contentType: string }) => { window: { document: unknown } };
}
interface ReadabilityModule {
  Readability: new (document: unknown) => { parse: () => { content?: string | null } | null };
}

/** Mozilla's Readability on jsdom, which detects the encoding, with its HTML converted to Markdown by Turndown. */
export const readability: Peer = {
  name: 'readability + turndown',
  kinds: ['html'],
  async load() {
    const [found, jsdom] = [await loadPackage('@mozilla/readability'), await loadPackage('jsdom')];
    const turndown = await loadTurndown();
    if (!found || !jsdom || !turndown) return undefined;
    const { JSDOM } = jsdom.module as JsdomModule;
    const { Readability } = (found.module as { default: ReadabilityModule }).default;
    return {
      name: this.name,
      version: `${found.version} (jsdom ${jsdom.version}) + ${turndown.version}`,
      convert(bytes) {
        const { document } = new JSDOM(bytes, { contentType: 'text/html' }).window;
        const content = new Readability(document).parse()?.content ?? '';
        return Promise.resolve(markdownOutput(turndown.write(content)));
      },
    };
  },
};
