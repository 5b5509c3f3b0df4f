import { paragraph, run, writeDocx } from './docx/docx-writer.fixture.ts';
import { writeDoc, type DocRun } from './doc/doc-writer.fixture.ts';
import { writeMessage } from './mime/mime-writer.fixture.ts';
import { rtfText, writeRtf } from './rtf/rtf-writer.fixture.ts';

/** A piece of a paragraph whose use is known. */
export interface Piece {
  kind: 'plain' | 'raised' | 'struck' | 'hidden' | 'deleted' | 'note' | 'drawn';
  text: string;
}

/** An invented letter: paragraphs of pieces. */
export type FormattedLetter = readonly (readonly Piece[])[];

/** A format with a writer of its own, and the kinds of pieces that the format has. */
export interface LetterFormat {
  name: string;
  kinds: readonly Piece['kind'][];
  write: (letter: FormattedLetter) => Uint8Array;
}

const every: readonly Piece['kind'][] = ['plain', 'raised', 'struck', 'hidden', 'deleted', 'note', 'drawn'];
const ofPages: readonly Piece['kind'][] = ['plain', 'raised', 'struck', 'hidden', 'deleted'];

/** Writes each piece by its kind; a note's number is the position among notes, from 1. */
function written(letter: FormattedLetter, write: (piece: Piece, note: number) => string): string[] {
  let notes = 0;
  return letter.map((pieces) =>
    pieces.map((piece) => write(piece, piece.kind === 'note' ? (notes += 1) : 0)).join(''),
  );
}

function htmlOf(letter: FormattedLetter): string {
  const tags: Partial<Record<Piece['kind'], [string, string]>> = {
    raised: ['<sup>', '</sup>'],
    struck: ['<s>', '</s>'],
    hidden: ['<span style="display:none">', '</span>'],
    deleted: ['<del>', '</del>'],
  };
  const lines = written(letter, ({ kind, text }) => (tags[kind]?.[0] ?? '') + text + (tags[kind]?.[1] ?? ''));
  return `<div id="zoom">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
}

function docxOf(letter: FormattedLetter): Uint8Array {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const notes = letter.flat().filter(({ kind }) => kind === 'note');
  const lines = written(letter, ({ kind, text }, note) => {
    switch (kind) {
      case 'raised':
        return run(text, '<w:vertAlign w:val="superscript"/>');
      case 'struck':
        return run(text, '<w:strike/>');
      case 'hidden':
        return run(text, '<w:vanish/>');
      case 'deleted':
        return `<w:del w:id="1" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
      case 'note':
        return `<w:r><w:footnoteReference w:id="${note}"/></w:r>`;
      case 'drawn':
        return `${field('begin')}<w:r><w:instrText> EQ \\o(${text}) </w:instrText></w:r>${field('end')}`;
      case 'plain':
        return run(text);
    }
  });
  const footnotes = notes.map(
    ({ text }, index) => `<w:footnote w:id="${index + 1}">${paragraph(run(text))}</w:footnote>`,
  );
  return writeDocx({
    body: lines.map((line) => `<w:p>${line}</w:p>`).join(''),
    ...(notes.length > 0 && { footnotes: footnotes.join('') }),
  });
}

function rtfOf(letter: FormattedLetter): Uint8Array {
  const lines = written(letter, ({ kind, text }) => {
    const content = rtfText(text);
    const words = {
      plain: '',
      raised: '\\super ',
      struck: '\\strike ',
      hidden: '\\v ',
      deleted: '\\deleted ',
    };
    if (kind === 'note') return `{\\super\\chftn{\\footnote\\pard\\plain ${content}}}`;
    if (kind === 'drawn') return `{\\field{\\*\\fldinst EQ \\\\o(${content})}{\\fldrslt}}`;
    return `{${words[kind]}${content}}`;
  });
  return writeRtf(lines.join('\\par '));
}

function wordmlOf(letter: FormattedLetter): Uint8Array {
  const one = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const lines = written(letter, ({ kind, text }) => {
    switch (kind) {
      case 'raised':
        return one(text, '<w:vertAlign w:val="superscript"/>');
      case 'struck':
        return one(text, '<w:strike/>');
      case 'hidden':
        return one(text, '<w:vanish/>');
      case 'deleted':
        return `<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>${text}</w:delText></w:r></aml:content></aml:annotation>`;
      case 'note':
        return `<w:r><w:footnote><w:p>${one(text)}</w:p></w:footnote></w:r>`;
      case 'drawn':
        return `${field('begin')}<w:r><w:instrText> EQ \\o(${text}) </w:instrText></w:r>${field('end')}`;
      case 'plain':
        return one(text);
    }
  });
  const spaces =
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"';
  const body = lines.map((line) => `<w:p>${line}</w:p>`).join('');
  return Buffer.from(
    `<?xml version="1.0"?><w:wordDocument ${spaces}><w:body>${body}</w:body></w:wordDocument>`,
  );
}

function docOf(letter: FormattedLetter): Uint8Array {
  // sprmCIss, sprmCFStrike, sprmCFVanish, sprmCFRMarkDel (MS-DOC 2.6.1).
  const modifiers: Partial<Record<Piece['kind'], number[]>> = {
    raised: [0x48, 0x2a, 1],
    struck: [0x37, 0x08, 1],
    hidden: [0x3c, 0x08, 1],
    deleted: [0x00, 0x08, 1],
  };
  const pieces = letter.flatMap((paragraphs): Piece[] => [...paragraphs, { kind: 'plain', text: '\r' }]);
  const characters = pieces.map(({ kind, text }): DocRun => {
    const own = modifiers[kind];
    return own ? { length: text.length, modifiers: own } : { length: text.length };
  });
  return writeDoc({ pieces: [pieces.map(({ text }) => text).join('')], characters });
}

/** Every format that has a writer here. Text has no formatting, and drawn pages have laws of their own. */
export const letterFormats: readonly LetterFormat[] = [
  { name: 'HTML', kinds: ofPages, write: (letter) => Buffer.from(htmlOf(letter)) },
  {
    name: 'MHT',
    kinds: ofPages,
    write: (letter) =>
      writeMessage(
        ['From: <Saved by Blink>'],
        [
          {
            type: 'text/html; charset=utf-8',
            bytes: Buffer.from(htmlOf(letter)),
            encoding: 'quoted-printable',
          },
        ],
      ),
  },
  {
    name: 'EML',
    kinds: ofPages,
    write: (letter) =>
      writeMessage(
        ['From: a@example.org', 'To: b@example.org', 'Subject: x'],
        [{ type: 'text/html; charset=utf-8', bytes: Buffer.from(htmlOf(letter)) }],
        'multipart/mixed',
      ),
  },
  { name: 'DOCX', kinds: every, write: docxOf },
  { name: 'DOC', kinds: ofPages, write: docOf },
  { name: 'RTF', kinds: every, write: rtfOf },
  { name: 'Word 2003 XML', kinds: every, write: wordmlOf },
];
