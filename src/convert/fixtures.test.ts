import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import leven from 'leven';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { writeLetter } from '../markdown/write-letter.ts';
import { convert } from './convert.ts';
import { isDeep } from '../setup/depth.ts';
import { applyEdits, revertEdits } from '../record/edit-log.ts';
import type { Evidence } from './evidence.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { messageCodes } from '../record/message-codes.ts';
import type { ConversionRecord } from '../record/record.ts';

// Their letters are of any year, and none is to be of the future.
beforeAll(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2099, 0) / 1000));
});

afterAll(() => {
  vi.unstubAllEnvs();
});

const fixtures = join(import.meta.dirname, 'fixtures');
/** Scans, of which each takes seconds, in forms that the readers have tests of. */
const scansInDepth = ['scan-jpg-200', 'scan-png-150'];

// Golden folders of invented letters: input.*, files that it links to, expected.md, expected.json. `vitest run -u`
// writes the current results; read the difference before committing it.
test.each(readdirSync(fixtures).filter((name) => isDeep || !scansInDepth.includes(name)))(
  '%s converts as expected and passes the fidelity check',
  async (name) => {
    const folder = join(fixtures, name);
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
    const { record, evidence, doubtful } = await convert(readFileSync(join(folder, input)), input, {
      resolve: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined),
    });
    const { edits, dropped, messages, decoded } = record;
    await expect(writeLetter(record.frontmatter, record.body)).toMatchFileSnapshot(
      join(folder, 'expected.md'),
    );
    const logged = {
      edits,
      dropped: dropped.map((one) => ({ ...one, text: cut(decoded, one) })),
      attachments: record.attachments,
      messages,
      evidence,
    };
    await expect(`${JSON.stringify(logged, undefined, 1)}\n`).toMatchFileSnapshot(
      join(folder, 'expected.json'),
    );
    for (const { rule, level } of messages) expect([messageCodes[rule].level].flat()).toContain(level);
    expect(fidelityBreaks(record, record)).toEqual([]);
    expect(revertEdits(applyEdits(decoded, edits), edits)).toBe(decoded);
    expect(
      frontmatterSchema.partial({ title: true, issuer: true }).safeParse(record.frontmatter).error,
    ).toBeUndefined();
    const truth = join(folder, 'truth.md');
    if (existsSync(truth)) expectNear(readFileSync(truth, 'utf8'), record, evidence, doubtful.length);
  },
  120_000,
);

/**
 * A scan cannot be read without errors. Few characters of the letter may be wrong; a field is right, absent or
 * shown to the editor with a warning, but never silently wrong.
 */
function expectNear(
  truth: string,
  record: ConversionRecord,
  evidence: readonly Evidence[],
  leftOut: number,
): void {
  const [, head = '', body = ''] = truth.split(/^---$/mu);
  const [expected, given] = [body, record.body].map((text) => text.normalize('NFKC').replace(/\s/gu, ''));
  expect(leven(expected ?? '', given ?? '') / (expected?.length ?? 1)).toBeLessThan(0.02);
  const stated = flat(frontmatterSchema.parse(parse(head)));
  const unsure = evidence.filter(({ sure }) => !sure).map(({ field }) => field);
  const wrong = Object.entries(flat(record.frontmatter)).filter(([field, value]) => stated[field] !== value);
  expect(wrong.filter(([field]) => !unsure.includes(field))).toEqual([]);
  expect(record.messages.filter(({ rule }) => rule === 'ocr-field')).toHaveLength(unsure.length + leftOut);
}

/** The fields of a frontmatter by their dotted names, with the width of punctuation normalised. */
function flat(frontmatter: object): Record<string, string> {
  const entries = Object.entries(frontmatter).flatMap(
    ([key, value]: [string, unknown]): [string, unknown][] =>
      key === 'proposal' && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, one]) => [`proposal.${inner}`, one])
        : [[key, value]],
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, JSON.stringify(value).normalize('NFKC')]));
}

function cut(text: string, { at, length }: { at: number; length: number }): string {
  return text.slice(at, at + length);
}
