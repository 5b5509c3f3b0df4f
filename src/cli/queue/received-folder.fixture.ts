import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventLetters } from '../../corpus/corpus.ts';
import type { InventedLetter } from '../../corpus/letter.ts';
import { writeDocx } from '../../readers/docx/docx-writer.fixture.ts';

/** Paragraphs of a letter, few enough for hundreds of letters in seconds. */
const paragraphs = 3;

/**
 * Writes invented letters as they are received: text, pages with a saved picture, and DOCX in turn.
 *
 * @returns Their paths.
 */
export function receiveLetters(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return [...inventLetters(count)].map((letter, index) => {
    const lines = linesOf(letter);
    const stem = join(folder, `虚构答复${index + 1}`);
    switch (index % 3) {
      case 0:
        writeFileSync(`${stem}.txt`, `${lines.join('\n')}\n`);
        return `${stem}.txt`;
      case 1:
        mkdirSync(`${stem}_files`);
        writeFileSync(join(`${stem}_files`, 'map.png'), picture(index));
        writeFileSync(join(`${stem}_files`, 'site.js'), 'script()');
        writeFileSync(`${stem}.html`, page(lines, `虚构答复${index + 1}_files/map.png`));
        return `${stem}.html`;
      default: {
        const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
        writeFileSync(`${stem}.docx`, writeDocx({ body }));
        return `${stem}.docx`;
      }
    }
  });
}

function linesOf({ frontmatter, body }: InventedLetter): string[] {
  const blocks = body
    .trim()
    .split('\n\n')
    .map((block) => block.replace(/^## /, ''))
    .filter((block) => !block.startsWith('|'));
  return [
    frontmatter.documentNumber ?? '',
    frontmatter.title,
    ...blocks.slice(0, paragraphs),
    ...blocks.slice(-2),
  ];
}

function page(lines: readonly string[], image: string): string {
  const [number = '', title = '', ...rest] = lines;
  const text = rest.map((line) => `<p>${line}</p>`).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${title}</h1><div class="TRS_Editor"><p>${number}</p>${text}<p><img src="${image}"></p></div></body></html>`;
}

/** The beginning of a PNG; each letter has a picture of its own. */
function picture(index: number): Uint8Array {
  return Buffer.from(`89504e470d0a1a0a0000000d4948445200000${(index + 256).toString(16)}`, 'hex');
}
