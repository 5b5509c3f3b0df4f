import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { writeLetter } from '../markdown/write-letter.ts';
import { convert } from './convert.ts';
import { applyEdits, revertEdits } from './edit-log.ts';
import { lawBreaks } from './law.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

// Golden folders of invented letters: input.*, files that it links to, expected.md, expected.json. `vitest run -u` writes what the
// converter gives now; read the difference before committing it.
test.each(readdirSync(fixtures))('%s converts as expected, by the law', async (name) => {
  const folder = join(fixtures, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
  const { record, evidence } = await convert(readFileSync(join(folder, input)), input, {
    resolve: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined),
  });
  const { edits, dropped, messages, decoded } = record;
  await expect(writeLetter(record.frontmatter, record.body)).toMatchFileSnapshot(join(folder, 'expected.md'));
  const told = {
    edits,
    dropped: dropped.map((one) => ({ ...one, text: cut(decoded, one) })),
    attachments: record.attachments,
    messages,
    evidence,
  };
  await expect(`${JSON.stringify(told, undefined, 1)}\n`).toMatchFileSnapshot(join(folder, 'expected.json'));
  expect(lawBreaks(record, record)).toEqual([]);
  expect(revertEdits(applyEdits(decoded, edits), edits)).toBe(decoded);
  expect(
    frontmatterSchema.partial({ title: true, issuer: true }).safeParse(record.frontmatter).error,
  ).toBeUndefined();
});

function cut(text: string, { at, length }: { at: number; length: number }): string {
  return text.slice(at, at + length);
}
