import { address } from '../archive/address.ts';
import { letterBlocks } from '../markdown/blocks.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { QuickFindRecord } from './record.ts';
import { numberSpellings } from './words.ts';

/**
 * The quick find's record of a published letter: topic, title, numbers, agency, recipients and headings.
 *
 * @param letter.id `<year>/<id>`
 * @param letter.body Markdown
 */
export function letterRecord(letter: {
  id: string;
  frontmatter: Frontmatter;
  body: string;
}): QuickFindRecord {
  const { title, proposal, issuer, issuedOn, documentNumber, indexNumber, recipients } = letter.frontmatter;
  const year = letter.id.slice(0, 4);
  const topic = proposal?.title;
  return {
    path: address.reply(letter.id),
    texts: [
      ...(topic === undefined ? [] : [topic]),
      title,
      ...[documentNumber, indexNumber].flatMap((number) =>
        number === undefined ? [] : numberSpellings(number),
      ),
      ...(proposal?.number === undefined ? [] : [`第${proposal.number}号`]),
      issuer,
      ...(recipients ?? []),
      ...headingTexts(letter.body),
    ],
    meta: {
      title,
      type: '答复',
      ...(topic !== undefined && { topic }),
      issuer,
      ...(documentNumber !== undefined && { number: documentNumber }),
      ...(issuedOn !== undefined && { date: issuedOn }),
    },
    filters: {
      year: [year],
      agency: [issuer],
      ...(proposal?.kind !== undefined && { kind: [proposal.kind] }),
    },
    date: issuedOn ?? year,
  };
}

/** A heading of one line (`## 一、`), as nearly all are. */
const plainHeading = /^ {0,3}#{1,6}[ \t].*$/gmu;
/** What can begin another kind of heading, or a block in which `#` begins none: code, HTML, lists and quotations. */
const otherBlock = /^(?: {0,3}(?:```|~~~|=+\s*$|-+\s*$|[->*+]|\d+[.)])| {4}|\t)|</mu;

/** The headings of a body. Only they are parsed where no other block could change them: it saves nearly all time. */
function headingTexts(body: string): string[] {
  const lines = otherBlock.test(body) ? body : (body.match(plainHeading) ?? []).join('\n\n');
  if (lines === '') return [];
  return letterBlocks(lines).flatMap(({ kind, text }) => (kind === 'heading' && text !== '' ? [text] : []));
}
