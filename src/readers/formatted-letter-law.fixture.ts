import fc from 'fast-check';
import { expect } from 'vitest';
import type { FormattedLetter, LetterFormat, Piece } from './formatted-letter.fixture.ts';
import { readReceivedFile } from './received-file.ts';

const opening: Piece = { kind: 'plain', text: '您提出的建议收悉，现答复如下。（虚构）' };
const superscripts = Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹');

/** What each kind of piece that is not shown is reported as. */
const rules = {
  struck: ['struck-text'],
  hidden: ['hidden-text'],
  // A page strikes what it deletes.
  deleted: ['tracked-changes', 'struck-text'],
  drawn: ['field-without-text'],
} as const;

function lettersOf(kinds: readonly Piece['kind'][]): fc.Arbitrary<FormattedLetter> {
  const han = fc.array(fc.constantFrom(...Array.from('供水管网改造惠及居民公里项目资金')), {
    minLength: 10,
    maxLength: 14,
  });
  const piece = fc.record({ kind: fc.constantFrom(...kinds), han, digit: fc.nat(9) });
  const plain = ({ kind }: Piece) => kind === 'plain';
  return fc
    .array(fc.array(piece, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
    .map((paragraphs) => [
      [opening],
      // Each paragraph shows something, and each piece is different from all others.
      ...paragraphs.map((pieces, line) => [
        ...pieces.map(({ kind, han: characters, digit }, index): Piece => ({
          kind,
          text: kind === 'raised' ? String(digit) : `${characters.join('')}${line}之${index}`,
        })),
        { kind: 'plain' as const, text: `第${line}段` },
      ]),
    ])
    .filter((letter) => letter.every((pieces) => pieces.some(plain)));
}

/** The text of a letter as it is published: notes at the end under their numbers. */
function shownText(letter: FormattedLetter): string {
  const notes: string[] = [];
  const lines = letter.map((pieces) =>
    pieces
      .map(({ kind, text }) => {
        if (kind === 'plain') return text;
        if (kind === 'raised') return superscripts[Number(text)] ?? '';
        return kind === 'note' ? `[${notes.push(text)}]` : '';
      })
      .join(''),
  );
  return [...lines, ...notes.map((text, index) => `[${index + 1}] ${text}`)].join('\n');
}

/**
 * The law of readers: on letters whose text is known, nothing is lost or woven into the text without a message.
 *
 * @param runs How many letters are tried.
 */
export async function holdLaw({ kinds, write }: LetterFormat, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(lettersOf(kinds), async (letter) => {
      const { decoded, messages } = await readReceivedFile(write(letter));
      expect(decoded).toBe(shownText(letter));
      const reported = new Set<string>(messages.map(({ rule }) => rule));
      for (const { kind } of letter.flat())
        if (kind in rules)
          expect(
            rules[kind as keyof typeof rules].some((rule) => reported.has(rule)),
            kind,
          ).toBe(true);
    }),
    { numRuns: runs },
  );
}
