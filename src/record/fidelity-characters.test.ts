import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../convert/convert.ts';
import { inDepth } from '../setup/depth.ts';
import { fidelityBreaks } from './fidelity-check.ts';
import type { ConversionRecord } from './record.ts';

async function recordOf(name: string): Promise<ConversionRecord> {
  const bytes = readFileSync(join(import.meta.dirname, '../convert/fixtures', name, 'input.txt'));
  return (await convert(bytes, `${name}.txt`)).record;
}

/** Short enough to try every change of every character. */
const short = await Promise.all(['label-row', 'bullet-header'].map(recordOf));
const long = await Promise.all(
  [
    'clean-letter',
    'labelled-header',
    'joint-signature',
    'traditional-pipes',
    'site-chrome',
    'hard-wrapped',
  ].map(recordOf),
);
const records = [...short, ...long];

/** A character that none of the letters has. */
const foreign = '龘';
/** What can only be text: neither white space nor a mark of Markdown's. */
const isText = (character: string) => /[\p{Script=Han}\p{Nd}，。、；：？！（）《》〔〕]/u.test(character);

/** Every text that differs from this one by one character that is gone, added, another, or swapped with the next. */
function variants(whole: string): string[] {
  return Array.from(whole, (one, at) => {
    if (!isText(one)) return [];
    const [before, next, after] = [whole.slice(0, at), whole.charAt(at + 1), whole.slice(at + 2)];
    return [
      before + next + after,
      before + foreign + one + next + after,
      before + foreign + next + after,
      ...(isText(next) && next !== one ? [before + next + one + after] : []),
    ];
  }).flat();
}

/** The record with each value of its frontmatter changed by one character. */
function frontmatterVariants({ frontmatter }: ConversionRecord): ConversionRecord['frontmatter'][] {
  const { recipients = [], proposal, title, indexNumber, publishedOn, ...rest } = frontmatter;
  const { documentNumber, issuer, issuedOn } = rest;
  // What is left of a value that is cut short at an end is still in the letter.
  const uncut = (whole = '') => variants(whole).filter((value) => !whole.includes(value));
  return [
    ...Object.entries({ title, indexNumber, publishedOn }).flatMap(([field, value = '']) =>
      variants(value).map((other) => ({ ...frontmatter, [field]: other })),
    ),
    ...Object.entries({ documentNumber, issuer, issuedOn }).flatMap(([field, value]) =>
      uncut(value).map((other) => ({ ...frontmatter, [field]: other })),
    ),
    ...uncut(recipients[0]).map((other) => ({ ...frontmatter, recipients: recipients.with(0, other) })),
    ...uncut(proposal?.title).map((other) => ({ ...frontmatter, proposal: { ...proposal, title: other } })),
  ];
}

describe('one character that no edit explains is found', () => {
  test('and none is in the letters as they were converted', () => {
    expect(records.flatMap((record) => fidelityBreaks(record, record))).toEqual([]);
  });

  test.each([
    ['body', (record: ConversionRecord) => variants(record.body).map((body) => ({ ...record, body }))],
    [
      'frontmatter',
      (record: ConversionRecord) =>
        frontmatterVariants(record).map((frontmatter) => ({ ...record, frontmatter })),
    ],
  ])('in the %s', (_, variantsOf) => {
    for (const record of short)
      for (const letter of variantsOf(record))
        expect(fidelityBreaks(record, letter), JSON.stringify(letter.frontmatter)).not.toEqual([]);
    const others = long.flatMap((record) => variantsOf(record).map((letter) => ({ record, letter })));
    fc.assert(
      fc.property(fc.constantFrom(...others), ({ record, letter }) => {
        expect(fidelityBreaks(record, letter)).not.toEqual([]);
      }),
      { numRuns: inDepth(60, 250) },
    );
  });

  test('in what an edit writes', () => {
    for (const record of records)
      for (const [index, edit] of record.edits.entries())
        for (const after of [`${edit.after}${foreign}`, edit.after.slice(0, -1)]) {
          if (after.trim() === edit.after.trim()) continue;
          const edits = record.edits.with(index, { ...edit, after });
          expect(fidelityBreaks({ ...record, edits }, record), `${edit.rule}: ${after}`).not.toEqual([]);
        }
  });

  test('in what is dropped: one more, or one less', () => {
    for (const record of records)
      for (const [index, { at, length, why }] of record.dropped.entries()) {
        const end = at + length;
        for (const [from, to, moved] of [
          [at - 1, end, at - 1],
          [at + 1, end, at],
          [at, end - 1, end - 1],
          [at, end + 1, end],
        ] as const) {
          if (record.decoded.charAt(moved).trim() === '') continue;
          const range = from < to ? [{ at: from, length: to - from, why }] : [];
          const dropped = record.dropped.toSpliced(index, 1, ...range);
          const text = record.decoded.slice(from, to);
          expect(fidelityBreaks({ ...record, dropped }, record), `${why}: ${text}`).not.toEqual([]);
        }
      }
  });

  test('in the text that was kept of the original', () => {
    const kept = records.flatMap((record) => {
      const changed = [
        ...record.edits.map(({ at, before }) => ({ at, end: at + before.length })),
        ...record.dropped.map(({ at, length }) => ({ at, end: at + length })),
      ];
      return Array.from(record.decoded, (one, at) => ({ record, one, at })).filter(
        ({ one, at }) => isText(one) && !changed.some((range) => range.at <= at && at < range.end),
      );
    });
    fc.assert(
      fc.property(fc.constantFrom(...kept), ({ record, at }) => {
        const decoded = record.decoded.slice(0, at) + foreign + record.decoded.slice(at + 1);
        expect(fidelityBreaks({ ...record, decoded }, record)).not.toEqual([]);
      }),
      { numRuns: inDepth(60, 150) },
    );
  });
});
