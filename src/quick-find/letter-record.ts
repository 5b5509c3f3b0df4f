import { address } from '../archive/address.ts';
import { nameLetter } from '../data/letter/letter-name.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { QuickFindRecord } from './record.ts';
import { numberSpellings } from './words.ts';

/**
 * The quick find's record of a published letter: topic, title, numbers, agency, recipients and headings.
 *
 * @param letter.id `<year>/<id>`
 * @param letter.headings The texts of its headings, in order.
 */
export function letterRecord(letter: {
  id: string;
  frontmatter: Frontmatter;
  headings: readonly string[];
}): QuickFindRecord {
  const { title, proposal, issuer, issuedOn, documentNumber, indexNumber, recipients } = letter.frontmatter;
  const year = letter.id.slice(0, 4);
  const topic = proposal?.title;
  const { number, date } = nameLetter(letter.frontmatter);
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
      ...letter.headings,
    ],
    meta: {
      title,
      type: '答复',
      ...(topic !== undefined && { topic }),
      issuer,
      ...(number !== undefined && { number }),
      ...(date !== undefined && { date }),
    },
    filters: {
      year: [year],
      agency: [issuer],
      ...(proposal?.kind !== undefined && { kind: [proposal.kind] }),
    },
    date: issuedOn ?? year,
  };
}
