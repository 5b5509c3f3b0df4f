import { renderBlocks } from '../block-text.ts';
import type { Block } from '../block.ts';
import type { Reading } from '../reading.ts';
import { artMessage, createWarnings, marginsMessage, noteBlocks } from '../word/story.ts';
import { createGroupReader } from './group-reader.ts';
import { rtfTokens } from './tokens.ts';

/**
 * Reads RTF (Rich Text Format 1.9.1) of Word, WPS and LibreOffice: text with all tracked changes accepted, automatic
 * numbers as the file states them, tables with merged cells, text boxes after the paragraph that anchors them, and
 * notes at the end as `[1] …`. Pictures become attachments. Page headers and footers are not part of the letter; a
 * message quotes them. Document properties are ignored.
 *
 * @throws ReadError `truncated`, `too-deep`.
 */
export function readRtf(bytes: Uint8Array): Reading {
  const warnOnce = createWarnings();
  const reader = createGroupReader(warnOnce);
  for (const token of rtfTokens(bytes)) reader.take(token);
  const { body, notes, margins, attachments, art, encoding } = reader.end();
  const blocks: Block[] = [
    ...body,
    ...notes.flatMap((note, index) => noteBlocks(note, index + 1)),
    marginsMessage(margins, warnOnce),
    { type: 'paragraph', inlines: [...new Set(art)].flatMap(artMessage) },
  ];
  return { format: 'rtf', encoding, ...renderBlocks(blocks), attachments };
}
