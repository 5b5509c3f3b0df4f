import type { TextRange } from '../normalise/folded-text.ts';
import { readFooter } from './footer.ts';
import { footnotesBelow } from './footnotes.ts';
import { readHeader } from './header.ts';
import type { LetterBlock } from './letter-block.ts';
import { endOfLetter, readBody } from './letter-body.ts';
import { findOpening, type LetterOpening } from './letter-opening.ts';
import { findLetterStart, type LetterStart } from './letter-start.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import { combineAccounts, recognised, report, type Account, type Recognised } from './recognised.ts';
import { settleFields, type SettledFields } from './settled-fields.ts';
import { findSignature, type Signature } from './signature.ts';
import { settleTitle } from './title.ts';
import type { TitleCandidate } from './title-candidates.ts';
import { reportUnfitValues } from './unfit-values.ts';
import { reportUnreadLines } from './unread-lines.ts';

/** A letter as recognised on its page, before any text is normalised. */
export interface Letter extends SettledFields {
  start: LetterStart;
  signature: Signature | undefined;
  title: TitleCandidate | undefined;
  blocks: LetterBlock[];
  opening: LetterOpening | undefined;
}

/** The page that a letter is on. */
export interface Page {
  decoded: string;
  lines: readonly Line[];
  marks: Marks;
  /** Offsets of the reader's messages. */
  reported: readonly number[];
}

/** Recognises the header, the letter and the footer of a page, and settles every field. */
export function recogniseLetter(page: Page, start: LetterStart): Recognised<Letter> {
  const { decoded, lines, marks } = page;
  const signature = findSignature(lines, start.opening ?? start.line);
  const end = endOfLetter(lines, start, signature, marks.tables);
  const above = lines.slice(0, start.line);

  const header = readHeader(decoded, above);
  const footer = readFooter(decoded, lines.slice(end));
  const signer = signature?.agencies[0]?.name;
  const title = settleTitle(decoded, above, header.value, footer.value.title, signer);
  const body = readBody(decoded, lines, { ...marks, start, signature, end });
  const footnotes = footnotesBelow(lines, end, body.value.blocks, marks.footnotes);
  const blocks = [...body.value.blocks, ...footnotes];
  const opening = findOpening(lines, start, blocks);

  const fields = settleFields(decoded, {
    ...{ header: header.value, body: body.value, footer: footer.value },
    ...{ start, signature, opening, title: title.value },
  });
  const read = combineAccounts([header, footer, title, body, fields, reportUnclearNames(start)]);
  const reported = new Set([...page.reported, ...read.messages.map(({ at }) => at)]);
  const accounted: TextRange[] = [
    ...fields.value.values.map(({ range }) => range),
    ...marks.dropped,
    ...read.dropped,
    ...blocks,
  ];
  const from = (title.value?.lines.at(-1) ?? start.line - 1) + 1;
  const place = { from, start: start.line, end, titled: title.value !== undefined };
  const letter = { ...fields.value, start, signature, title: title.value, blocks, opening };
  return recognised(letter, [
    read,
    reportSecondLetter(lines, end),
    reportUnfitValues(decoded, header.value.fields, reported),
    reportUnreadLines(decoded, lines, place, accounted),
  ]);
}

/** Reports a letter below the first one: a file is one letter. */
function reportSecondLetter(lines: readonly Line[], end: number): Account {
  const below = lines.slice(end);
  const second = findLetterStart(below);
  const line = second?.salutation && second.opening !== undefined ? below[second.line] : undefined;
  if (!line) return combineAccounts([]);
  const text = '这里似乎是另一件答复的开头。只转换了第一件；请把其余各件另存为文件，分别转换。';
  return report('second-letter', line.at, text);
}

/** Reports names that cannot be separated: the salutation remains in the body but gives no recipients. */
function reportUnclearNames({ salutation }: LetterStart): Account {
  if (!salutation?.read.unclear) return combineAccounts([]);
  const written = salutation.folded.text.slice(0, Math.min(salutation.read.length, 40));
  const text = `称谓“${written}”中的姓名无法确定，主送未填。请编辑补充。`;
  return report('unclear-recipients', salutation.folded.starts[0] ?? 0, text);
}
