import type { Page } from '@playwright/test';
import { createRandom, type Random } from '../src/corpus/random.ts';
import { foldUnits } from '../src/search/text/fold.ts';
import { containsText } from '../src/search/text/scan.ts';
import { inDepth } from '../src/setup/depth.ts';
import { caseSeed } from '../src/setup/seed.ts';
import { readCorpus, searchUnseen, type CorpusLetter } from './support/corpus.fixture.ts';
import { corpusEditionFolder, expect, test } from './support/edition.fixture.ts';

test.use({ folder: corpusEditionFolder });
test.setTimeout(600_000);

/** Another seed draws other queries; a failure names its seed. */
const seed = caseSeed();

/** A query, and which letters it must find by the scan. */
interface Expectation {
  query: string;
  holds: (letter: CorpusLetter) => boolean;
}

/** Runs all queries in the page and compares each with the scan. */
async function holdToScan(page: Page, letters: readonly CorpusLetter[], asked: readonly Expectation[]) {
  const found = await searchUnseen(
    page,
    asked.map(({ query }) => query),
  );
  const wrong = asked.flatMap(({ query, holds }, index) => {
    const matching = letters.filter(holds);
    // A number in a spelling that occurs nowhere (第017号 for 17) finds the letters that have the number.
    const exact = matching.length > 0 || /^\d+$/.test(query.normalize('NFKC').trim());
    const meant = exact ? matching : letters.filter((letter) => hasNumber(letter, query));
    const answer = found[index];
    const ids = new Set(answer);
    const right = new Set(meant.map(({ id }) => id));
    const missed = matching.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
    const foreign = [...ids].filter((id) => !right.has(id));
    const twice = answer?.length !== ids.size;
    return missed.length + foreign.length > 0 || twice ? [{ seed, query, missed, foreign, twice }] : [];
  });
  expect(wrong).toEqual([]);
  return found.reduce((sum, ids) => sum + ids.length, 0);
}

/** Whether a number of the letter is spelled like this, except for leading zeros, 第 and 号. */
function hasNumber({ frontmatter }: CorpusLetter, query: string): boolean {
  const { documentNumber = '', indexNumber = '', proposal } = frontmatter;
  const written = numberUnits(query);
  return [documentNumber, indexNumber, proposal?.number ?? ''].some(
    (number) => number !== '' && numberUnits(number) === written,
  );
}

function numberUnits(text: string): string {
  return foldUnits(text)
    .map(({ text: unit }) => unit.replace(/^0+(?=\d)/, ''))
    .filter((unit) => unit !== '第' && unit !== '号')
    .join(' ');
}

const anyOf = <T>(random: Random, [first, ...rest]: readonly T[]): T => {
  if (first === undefined) throw new RangeError('nothing to choose from');
  return random.pick([first, ...rest]);
};

/** Draws 1 to 12 characters of a letter's text, regardless of words. */
function drawSubstring(random: Random, letters: readonly CorpusLetter[]): string {
  const text = anyOf(random, anyOf(random, letters).texts);
  const characters = Array.from(text);
  // Every third draw includes a digit or Latin letter: faults hide where two kinds of tokens meet.
  const mixed = [...characters.keys()].filter((at) => /[0-9A-Za-z]/.test(characters[at] ?? ''));
  const length = random.integer(1, 12);
  const at =
    mixed.length > 0 && random.chance(0.34)
      ? Math.max(0, anyOf(random, mixed) - random.integer(0, length - 1))
      : random.integer(0, characters.length - 1);
  return characters.slice(at, at + length).join('');
}

/** Spells a text like another keyboard: full-width or half-width, in capitals or not. */
function respell(random: Random, text: string): string {
  const shift = (from: RegExp, by: number) =>
    text.replace(from, (character) => String.fromCharCode(character.charCodeAt(0) + by));
  switch (random.integer(0, 5)) {
    case 0:
      return shift(/[0-9A-Za-z]/g, 0xfee0);
    case 1:
      return shift(/[０-９Ａ-Ｚａ-ｚ，；：（）]/g, -0xfee0);
    case 2:
      return text.toUpperCase();
    case 3:
      return text.toLowerCase();
    default:
      return text;
  }
}

/** A query for exactly this text: in quotation marks where the query language would read it otherwise. */
function expectText(text: string): Expectation | undefined {
  if (foldUnits(text).length === 0 || /["“”＂]/.test(text)) return undefined;
  const plain = !/[\s:：]|^[-－]|^(?:OR|或)$/.test(text);
  return plain
    ? { query: text, holds: ({ has }) => has(text) }
    : { query: `"${text}"`, holds: ({ has }) => has(text, { spacesBreak: true }) };
}

test('any substring of a letter finds exactly the letters that a scan finds @files', async ({
  page,
  open,
  transport,
}) => {
  const letters = await readCorpus();
  const random = createRandom(seed);
  const asked: Expectation[] = [];
  while (asked.length < inDepth(1000, 1200)) {
    const expectation = expectText(respell(random, drawSubstring(random, letters)));
    if (expectation) asked.push(expectation);
  }
  await open('search.html');
  const hits = await holdToScan(page, letters, asked);
  console.log(`${transport}: ${asked.length} substrings exact, ${hits} hits, seed ${seed}`);
});

test('every document number is found in five spellings @files', async ({ page, open, transport }) => {
  const letters = await readCorpus();
  const spellings: ((number: string) => string)[] = [
    (number) => number,
    (number) => number.replace('〔', '[').replace('〕', ']'),
    (number) => number.replace('〔', '（').replace('〕', '）'),
    (number) => number.replace('〔', '【').replace('〕', '】'),
    (number) =>
      number
        .replace('〔', '［')
        .replace('〕', '］')
        .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ];
  const numbers = [...new Set(letters.flatMap(({ frontmatter }) => frontmatter.documentNumber ?? []))];
  const asked = numbers.flatMap((number) =>
    spellings.map((spell): Expectation => ({ query: spell(number), holds: ({ has }) => has(number) })),
  );
  await open('search.html');
  const hits = await holdToScan(page, letters, asked);
  expect(hits).toBeGreaterThanOrEqual(asked.length);
  console.log(`${transport}: ${asked.length} spellings of ${numbers.length} document numbers, all found`);
});

test('phrases, exclusions, alternatives and fields find exactly the letters that satisfy them @files', async ({
  page,
  open,
  transport,
}) => {
  const letters = await readCorpus();
  const random = createRandom(seed + 1);
  /** A word of a letter: two to four Han characters. */
  const word = (): string => {
    for (;;) {
      const text = drawSubstring(random, letters)
        .replace(/[^\p{Script=Han}]/gu, '')
        .slice(0, random.integer(2, 4));
      if (text.length >= 2) return text;
    }
  };
  const header = (pick: (letter: CorpusLetter) => readonly (string | undefined)[]): string => {
    for (;;) {
      const value = anyOf(random, [...pick(anyOf(random, letters)), undefined]) ?? '';
      const at = random.integer(0, Math.max(0, value.length - 2));
      const text = value.slice(at, at + random.integer(1, 6)).replace(/[\s"“”＂（）()]/g, '');
      if (foldUnits(text).length > 0) return text;
    }
  };
  const fields: [name: string, pick: (letter: CorpusLetter) => readonly (string | undefined)[]][] = [
    ['标题', ({ frontmatter }) => [frontmatter.title]],
    ['文号', ({ frontmatter }) => [frontmatter.documentNumber]],
    ['机关', ({ frontmatter }) => [frontmatter.issuer]],
    ['委员', ({ frontmatter }) => frontmatter.recipients ?? []],
    ['案由', ({ frontmatter }) => [frontmatter.proposal?.title]],
  ];
  const asked: Expectation[] = [];
  for (let round = 0; round < 40; round += 1) {
    const [a, b, c] = [word(), word(), word()];
    const year = random.integer(2010, 2024);
    const term = random.integer(11, 14);
    const yearOf = ({ frontmatter }: CorpusLetter) => Number(frontmatter.issuedOn?.slice(0, 4));
    asked.push(
      { query: `${a} ${b}`, holds: ({ has }) => has(a) && has(b) },
      { query: `"${a}${b}"`, holds: ({ has }) => has(a + b) },
      { query: `"${a} ${b}"`, holds: ({ has }) => has(`${a} ${b}`, { spacesBreak: true }) },
      { query: `${a} -${b}`, holds: ({ has }) => has(a) && !has(b) },
      { query: `${a} OR ${b}`, holds: ({ has }) => has(a) || has(b) },
      { query: `${a} 或 ${b} -"${c}"`, holds: ({ has }) => (has(a) || has(b)) && !has(c) },
      {
        query: `年:${year}..${year + 2} ${a}`,
        holds: (letter) => yearOf(letter) >= year && yearOf(letter) <= year + 2 && letter.has(a),
      },
      {
        query: `届:${term} ${a}`,
        holds: ({ frontmatter, has }) => frontmatter.proposal?.term === term && has(a),
      },
    );
    for (const [name, pick] of fields) {
      const value = header(pick);
      asked.push({
        query: `${name}:${value}`,
        holds: (letter) => pick(letter).some((text) => text !== undefined && containsText([text], value)),
      });
    }
  }
  await open('search.html');
  const hits = await holdToScan(page, letters, asked);
  console.log(`${transport}: ${asked.length} composed queries exact, ${hits} hits, seed ${seed}`);
});
