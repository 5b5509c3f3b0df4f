import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLetterBytes } from '../content-files/letter-file.ts';
import { convert } from './convert.ts';
import { planLetter } from '../record/planned-letter.ts';
import { SaveRefusal } from '../record/save-refusal.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { ReadError } from '../readers/reading.ts';

const clean = readFileSync(join(import.meta.dirname, 'fixtures/clean-letter/input.txt'), 'utf8');
const nowhere = join(tmpdir(), 'dafu-no-content');

const hidden = [
  '&rlm;&#8238;&#x202e;',
  ...[
    '\u0001',
    '\u001b',
    '\u007f',
    '\u009b',
    '\r',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00ad',
    '\u034f',
    '\u061c',
  ],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u202e', '\u2060', '\u2066', '\u206a', '\u3164', '\ufeff'],
  ...['\ufff9', '\ufffe', '\u{e0041}', '\u{1d173}', '\u{e0100}\u{e0101}'],
];

/** The findings of the check in the letter converted from a text; none where the text is refused. */
async function findingsOf(text: string): Promise<string[]> {
  try {
    const bytes = Buffer.from(text);
    const { record } = await convert(bytes, 'letter.txt');
    expect(fidelityBreaks(record, record)).toEqual([]);
    const { id, files } = planLetter(nowhere, record, bytes);
    const letter = files.find(({ path }) => path.endsWith(`${id.slice(5)}.md`));
    return readLetterBytes('a.md', Buffer.from(letter?.bytes ?? [])).findings.map(
      ({ rule, text: said }) => rule + said,
    );
  } catch (error) {
    if (error instanceof ReadError || error instanceof SaveRefusal) return [];
    throw error;
  }
}

test.each(hidden)(
  'a letter with %j in its title, names and text is converted into one that passes the check',
  async (character) => {
    const text = clean
      .replace('关于', `关${character}于`)
      .replace('代表', `代${character}表`)
      .replaceAll('工作', `工${character}作`);
    expect(await findingsOf(text)).toEqual([]);
  },
);

test('letters with hidden characters anywhere are converted into letters that pass the check', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...hidden), fc.nat(clean.length)), { minLength: 1, maxLength: 6 }),
      async (plan) => {
        let text = clean;
        for (const [character, at] of plan) text = text.slice(0, at) + character + text.slice(at);
        expect(await findingsOf(text)).toEqual([]);
      },
    ),
  ));
