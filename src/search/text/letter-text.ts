import { createAnchorNumbering } from '../../markdown/anchor-numbering.ts';
import type { Block, BlockKind } from '../../markdown/block.ts';

/** A searchable header value with its Chinese label. */
interface HeaderValue {
  label: string;
  text: string;
}

/** The searchable text of a letter, as it is displayed. */
export interface LetterText {
  title: string;
  header: HeaderValue[];
  body: Block[];
}

/** The texts of a letter by zone, in the order of the index. */
export function textsByZone({ title, header, body }: LetterText): Record<Zone, string[]> {
  const texts = (heading: boolean) =>
    body.filter(({ kind }) => (kind === 'heading') === heading).map(({ text }) => text);
  return {
    title: [title],
    header: header.map(({ text }) => text),
    headings: texts(true),
    body: texts(false),
  };
}

/** The parts of a letter in the order of the index: what weighs most in ranking comes first. */
export type Zone = 'title' | 'header' | 'headings' | 'body';

const kinds: Record<BlockKind, string> = { heading: '#', paragraph: 'p', table: 't', row: 'r', cell: 'c' };
const kindOf = new Map(Object.entries(kinds).map(([kind, mark]) => [mark, kind as BlockKind]));

/** Packs a letter's text for the search page, without anchors: these follow from the order. */
export function packLetterText({ title, header, body }: LetterText): string {
  return JSON.stringify([
    title,
    header.map(({ label, text }) => [label, text]),
    body.map(({ kind, depth = '', text }) => `${kinds[kind]}${depth}${text}`),
  ]);
}

/** Unpacks what `packLetterText` writes, and adds the anchors. */
export function unpackLetterText(packed: string): LetterText {
  const [title, header, body] = JSON.parse(packed) as [string, [string, string][], string[]];
  const numbering = createAnchorNumbering();
  let row = '';
  return {
    title,
    header: header.map(([label, text]) => ({ label, text })),
    body: body.map((block): Block => {
      const kind = kindOf.get(block.charAt(0)) ?? 'paragraph';
      if (kind === 'heading') {
        const depth = Number(block.charAt(1));
        return { kind, depth, id: numbering.heading(depth), text: block.slice(2) };
      }
      const text = block.slice(1);
      if (kind === 'paragraph') return { kind, id: numbering.paragraph(), text };
      if (kind === 'table') numbering.table();
      if (kind !== 'cell') row = numbering.row();
      return { kind, id: row, text };
    }),
  };
}
