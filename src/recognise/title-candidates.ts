import { isAgency } from '../reply/agency.ts';
import { findReference } from '../reply/proposal-reference.ts';
import { readReplyTitle, type ReplyTitle } from '../reply/reply-title.ts';
import { decodedRange, foldText, type FoldedText, type TextRange } from '../normalise/folded-text.ts';
import { isBoilerplate } from './boilerplate.ts';
import { beginsWithBreadcrumb } from './breadcrumb.ts';
import { leadingNumberLength, numberBehindTitle } from './title-document-number.ts';
import type { Line } from './lines.ts';

/** A text that may be the letter's title. */
export interface TitleCandidate extends TextRange {
  read: ReplyTitle;
  folded: FoldedText;
  /** Indices of its lines; empty when it is a part of a line. */
  lines: readonly number[];
}

/**
 * Finds the titles among the lines above a letter: single lines, or up to four that belong together, because
 * the agency has a line of its own or the typesetting broke the title.
 *
 * @param free Whether a line is not part of the header block.
 */
export function findTitles(
  decoded: string,
  lines: readonly Line[],
  free: (index: number) => boolean,
): TitleCandidate[] {
  const usable = (index: number) => {
    const line = lines[index];
    return (
      line !== undefined && free(index) && !isBoilerplate(line.tight.text) && line.tight.text.length <= 140
    );
  };
  const candidates: TitleCandidate[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    for (let count = 1; count <= 4 && usable(first + count - 1); count += 1) {
      const last = first + count - 1;
      if (count > 1 && (lines[last]?.number ?? 0) - (lines[last - 1]?.lastNumber ?? 0) > 2) break;
      const candidate = titleAt(decoded, lines, first, last);
      if (candidate && belongsTogether(lines, first, last)) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Reads a range, such as the value of a label, as a title. */
export function titleIn(decoded: string, range: TextRange): TitleCandidate | undefined {
  const folded = foldText(decoded, range);
  const read = readReplyTitle(folded.text);
  return read && { ...range, read, folded, lines: [] };
}

/** Finds the mention of a letter in running text above it: …公布对X届X次会议第N号建议的答复。 */
export function findMention(decoded: string, lines: readonly Line[]): TitleCandidate | undefined {
  const mentions = lines.flatMap(({ tight }) => {
    const { meeting, number } = findReference(tight.text);
    if (!meeting || !number || beginsWithBreadcrumb(tight.text)) return [];
    const lead = /(?:关于)?对?$/u.exec(tight.text.slice(0, meeting.index))?.[0].length ?? 0;
    const answer = /^.{0,40}?(?:提案|建议|议案)的(?:答复|复函|回复)/u.exec(tight.text.slice(meeting.index));
    if (!answer) return [];
    const span = { index: meeting.index - lead, length: lead + answer[0].length };
    const candidate = titleIn(decoded, decodedRange(tight, span));
    return candidate ? [candidate] : [];
  });
  return new Set(mentions.map(({ folded }) => folded.text)).size === 1 ? mentions[0] : undefined;
}

function titleAt(
  decoded: string,
  lines: readonly Line[],
  first: number,
  last: number,
): TitleCandidate | undefined {
  const [firstLine, lastLine] = [lines[first], lines[last]];
  if (!firstLine || !lastLine) return undefined;
  const behind = numberBehindTitle(lastLine.tight.text);
  const whole = {
    at: firstLine.at + ornamentOf(decoded.slice(firstLine.at, lastLine.end)),
    end: behind ? (lastLine.tight.ends[behind.before - 1] ?? lastLine.end) : lastLine.end,
  };
  const number = leadingNumberLength(firstLine.tight.text);
  const range = number > 0 ? { ...whole, at: firstLine.tight.starts[number] ?? whole.at } : whole;
  const folded = foldText(decoded, range);
  const read = readReplyTitle(folded.text);
  return (
    read && {
      ...range,
      read,
      folded,
      lines: Array.from({ length: last - first + 1 }, (_, step) => first + step),
    }
  );
}

/** The length of what decorates a title: a bullet, or a tag of the page such as 【公开】. */
function ornamentOf(text: string): number {
  const bullet = /^[^\p{L}\p{N}\p{Radical}“"《(【〔（[［]+/u.exec(text)?.[0].length ?? 0;
  const tag =
    bullet +
    (/^[【[［〔（(]\s*[^】\]］〕）)]{2,8}[】\]］〕）)]\s*/u.exec(text.slice(bullet))?.[0].length ?? 0);
  if (tag === bullet) return bullet;
  const rest = foldText(text, { at: tag, end: text.length }).text;
  const tagged = /^(?:关于|对)/u.test(rest) || readReplyTitle(rest)?.issuer?.index === 0;
  return tagged ? tag : bullet;
}

/**
 * Whether several lines are one title: an agency above the rest, or a line that begins like a title without
 * being one, continued by the others.
 */
function belongsTogether(lines: readonly Line[], first: number, last: number): boolean {
  if (first === last) return true;
  const texts = lines.slice(first, last + 1).map(({ tight }) => tight.text);
  const [head = '', ...rest] = texts;
  if (head.split('、').every(isAgency))
    return /^(?:关于|对|答复)/u.test(rest[0] ?? '') && (rest.length === 1 || !readReplyTitle(rest[0] ?? ''));
  const parted =
    head.endsWith('会议') && head.slice(0, -2).includes('届') && /^第.{1,10}号/u.test(rest[0] ?? '');
  const answered =
    head.includes('届') && head.includes('会议') && /^的?(?:答复|复函|回复|办理情况)/u.test(rest[0] ?? '');
  const begins = parted || answered || /^(?:关于|对|答复)|^[\p{Script=Han}()]{3,40}(?:关于|对)/u.test(head);
  const whole = readReplyTitle(texts.join(''))?.fullness ?? 0;
  return (
    begins && !readReplyTitle(head) && texts.every((text) => (readReplyTitle(text)?.fullness ?? 0) < whole)
  );
}
