import { inventDemoLetter } from '../../src/corpus/demo/letter.ts';
import { createRandom } from '../../src/corpus/random.ts';

/** A page to be drawn and scanned. */
export interface PagePlan {
  /** Its lines of text, from top to bottom; all that is on it but the seal. */
  documentNumber: string;
  title: string;
  blocks: string[];
  signature: string[];
  face: string;
  /** Dots per inch. */
  density: number;
  /** Degrees, clockwise, by which the sheet was fed askew. */
  skew: number;
  /** How much the grey of a pixel scatters. */
  grain: number;
  /** The name on the seal; absent where there is none. */
  seal?: string;
  /** Quarters by which the sheet was fed turned. */
  quarters: 0 | 1 | 2 | 3;
}

/** Letters from here on are in no corpus that tests or demonstrations use. */
const firstLetter = 61_000;
/** Characters of a sheet. */
const room = 520;
const densities = [150, 200, 300] as const;

/** Plans a page: the same index gives the same page. Six pages of each face have every density, with a seal and without. */
export function planPage(index: number, faces: readonly string[]): PagePlan {
  const { frontmatter, body } = inventDemoLetter(firstLetter + index);
  const random = createRandom(4_100_417 + index);
  const { title, documentNumber = '', issuer } = frontmatter;
  const all = body.split('\n\n').map((block) => block.replace(/^#+ /u, '').replaceAll('**', '').trim());
  const texts = all.filter((block) => block !== '' && !block.startsWith('|') && !block.startsWith('<'));
  const signature = texts.slice(-2);
  const blocks: string[] = [];
  let left = room - title.length;
  for (const block of texts.slice(0, -2)) {
    if (block.length > left) break;
    blocks.push(block);
    left -= block.length + 10;
  }
  return {
    ...{ documentNumber, title, blocks, signature },
    face: faces[index % faces.length] ?? '',
    density: densities[Math.floor(index / faces.length) % densities.length] ?? 200,
    skew: Math.round((random.next() * 3 - 1.5) * 100) / 100,
    grain: random.integer(6, 22),
    ...(Math.floor(index / faces.length) % 2 === 0 && { seal: issuer }),
    quarters: index % 7 === 6 ? random.pick([1, 2, 3]) : 0,
  };
}

/** The text of a page in reading order. */
export function textOf({ documentNumber, title, blocks, signature }: PagePlan): string {
  return [documentNumber, title, ...blocks, ...signature].join('\n');
}
