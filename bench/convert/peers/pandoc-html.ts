import { writeFile } from 'node:fs/promises';
import { markdownOutput } from '../output.ts';
import type { Peer } from './peer.ts';
import { run, versionOf } from './program.ts';

/** pandoc on web pages. It reads UTF-8 only: a page in GBK is decoded beforehand, which is not timed. */
export const pandocHtml: Peer = {
  name: 'pandoc',
  kinds: ['html'],
  load() {
    const version = versionOf('pandoc', '--version');
    if (version === undefined) return Promise.resolve(undefined);
    return Promise.resolve({
      name: this.name,
      version,
      async prepare(bytes: Uint8Array, path: string) {
        const isGbk = Buffer.from(bytes.subarray(0, 200)).includes('charset="gbk"');
        await writeFile(`${path}.utf-8`, new TextDecoder(isGbk ? 'gbk' : 'utf-8').decode(bytes));
      },
      convert: async (_bytes: Uint8Array, path: string) =>
        markdownOutput(
          await run('pandoc', '--from=html', '--to=gfm-raw_html', '--wrap=none', `${path}.utf-8`),
        ),
    });
  },
};
