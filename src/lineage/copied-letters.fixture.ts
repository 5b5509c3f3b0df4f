import { createRandom } from '../corpus/random.ts';
import { paragraph } from '../corpus/prose.ts';
import { loadVocabulary } from '../corpus/vocabulary.ts';
import { letterBlocks } from '../markdown/blocks.ts';
import { foldBlocks } from './folded-text.ts';

/** Invents paragraphs (虚构) of about 200 characters; the same seed gives the same. */
export function inventParagraphs(count: number, seed: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => paragraph(200, random, vocabulary));
}

/** The folded text of a letter with these paragraphs. */
export function foldLetter(paragraphs: readonly string[]) {
  return foldBlocks(letterBlocks(paragraphs.join('\n\n')));
}

const vocabulary = loadVocabulary();
