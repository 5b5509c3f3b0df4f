import { inventLetter } from '../../src/corpus/letter.ts';
import { createRandom, type Random } from '../../src/corpus/random.ts';
import { paragraph } from '../../src/corpus/prose.ts';
import { loadVocabulary, type Vocabulary } from '../../src/corpus/vocabulary.ts';

/** How a letter was copied. */
export const kinds = ['whole', 'part', 'reordered', 'reworded'] as const;
export type CopyKind = (typeof kinds)[number];

/** A pair that was planted: the second letter was made from the first. */
interface PlantedPair {
  kind: CopyKind;
  source: number;
  copy: number;
}

/** Letters of an archive in which some were copied from others. */
export interface PlantedCorpus {
  /** Their bodies, oldest letter first. */
  bodies: string[];
  pairs: PlantedPair[];
}

/** Paragraphs of policy that letters have in common. With two in each, one of them is in one letter of a hundred. */
const policies = 200;

/**
 * Invents letters, replaces the texts of some by copies of others (whole, in part (15–60 % of the copy), with the
 * paragraphs in another order, and with every tenth word another), and puts two of 200 paragraphs of policy into
 * each. A copy keeps its own salutation, opening, thanks and signature.
 *
 * All prose comes from one stream of random numbers: those of two letters of `dafu corpus` may meet, and then the
 * letters go on with the same sentences.
 *
 * @param count Letters.
 * @param planted Pairs, a quarter of each kind; no letter is in two of them.
 */
export function plantCorpus(count: number, planted: number): PlantedCorpus {
  const vocabulary = loadVocabulary();
  const random = createRandom(0x6c696e65);
  const formulas = Array.from({ length: policies }, () => paragraph(110, random, vocabulary));
  const letters = Array.from({ length: count }, (_, index) =>
    inventLetter(index, vocabulary)
      .body.trim()
      .split('\n\n')
      .map((block, at, { length }) =>
        at < before || at >= length - behind || /^[#|]/.test(block)
          ? block
          : paragraph(block.length, random, vocabulary),
      ),
  );
  const order = shuffle([...letters.keys()], random);
  const pairs = Array.from({ length: planted }, (_, at): PlantedPair => {
    const [one = 0, other = 0] = [order[2 * at], order[2 * at + 1]];
    const kind = kinds[at % kinds.length] ?? 'whole';
    return { kind, source: Math.min(one, other), copy: Math.max(one, other) };
  });
  for (const { kind, source, copy } of pairs)
    letters[copy] = copyText(kind, letters[source] ?? [], letters[copy] ?? [], random, vocabulary);
  const bodies = letters.map((blocks) => {
    const at = random.integer(before, blocks.length - behind);
    const text = blocks.toSpliced(at, 0, pickPolicy(formulas, random), pickPolicy(formulas, random));
    return `${text.join('\n\n')}\n`;
  });
  return { bodies, pairs };
}

function pickPolicy(formulas: readonly string[], random: Random): string {
  return formulas[random.integer(0, formulas.length - 1)] ?? '';
}

/** Blocks before the text (salutation, opening) and behind it (outlook, thanks, signature, date). */
const [before, behind] = [2, 4];

function copyText(
  kind: CopyKind,
  source: readonly string[],
  copy: readonly string[],
  random: Random,
  vocabulary: Vocabulary,
): string[] {
  const text = source.slice(before, -behind);
  const own = copy.slice(before, -behind);
  const around = (blocks: readonly string[]) => [...copy.slice(0, before), ...blocks, ...copy.slice(-behind)];
  if (kind === 'whole') return around(text);
  if (kind === 'reordered') return around(shuffle(text, random));
  if (kind === 'reworded') return around(text.map((block) => reword(block, random, vocabulary)));
  const share = 0.15 + 0.45 * random.next();
  const length = (own.join('').length * share) / (1 - share);
  const taken: string[] = [];
  for (const block of text) {
    const left = length - taken.join('').length;
    if (left > 0 && !block.startsWith('|')) taken.push(block.slice(0, Math.ceil(left)));
  }
  return around([...own, ...taken]);
}

/** Replaces every tenth word, at random, by another of its length or so. */
function reword(text: string, random: Random, vocabulary: Vocabulary): string {
  if (text.startsWith('|')) return text;
  return Array.from(words.segment(text), ({ segment, isWordLike }) =>
    isWordLike === true && random.chance(0.1) ? vocabulary.draw('noun', random) : segment,
  ).join('');
}

const words = new Intl.Segmenter('zh-Hans-CN', { granularity: 'word' });

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = random.integer(0, at);
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled;
}
