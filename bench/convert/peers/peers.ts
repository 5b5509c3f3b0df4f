import { plainOutput } from '../output.ts';
import { libreOfficePandoc } from './libre-office-pandoc.ts';
import { mammoth } from './mammoth.ts';
import { pandocHtml } from './pandoc-html.ts';
import type { Peer } from './peer.ts';
import { programPeers } from './programs.ts';
import { readability } from './readability.ts';
import { unpdf } from './unpdf.ts';

/** The unchanged file, to show how much noise there is to remove. */
const asItStands: Peer = {
  name: '原文照录 (as it stands)',
  kinds: ['txt'],
  load() {
    return Promise.resolve({
      name: this.name,
      version: '',
      baseline: true,
      convert: (bytes: Uint8Array) => Promise.resolve(plainOutput(new TextDecoder().decode(bytes))),
    });
  },
};

/** The converters that ours is measured against. */
export const peers: readonly Peer[] = [
  asItStands,
  pandocHtml,
  readability,
  ...programPeers,
  mammoth,
  libreOfficePandoc,
  unpdf,
];
