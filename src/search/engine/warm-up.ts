import type { ChunkTable } from '../form/chunk-table.ts';
import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry } from '../form/edition-index.ts';
import { tokenizePhrase } from '../text/tokens.ts';
import { createEngine } from './engine.ts';
import { createIndexFiles, type IndexFiles } from './index-files.ts';
import { createShardReader } from './shard-reader.ts';

/**
 * How often each text is searched for: by then the hot code of a search has been compiled. With a third of it,
 * the first search that finds thousands of letters takes a quarter longer.
 */
const rounds = 12;
/** Limit of the chunks that are loaded for the phrase. */
const maxChunkBytes = 24_000;
/** Names of letters from which texts are taken. */
const namesRead = 100;
/** Characters of a phrase, and of a word in it. */
const length = { phrase: 4, word: 2 };
/** Excerpts made after each search: as many as the page asks for at once, all of one letter. */
const excerpts = 5;

/**
 * Runs invented searches while the worker is idle, so that the browser compiles the hot code beforehand: when
 * it compiles during the visitor's first searches, these take half as long again. It also loads what every
 * search of the newest letters needs.
 *
 * @param files Those of the engine: what they cache for good is shared.
 * @param whenIdle Resolves once the worker is idle.
 * @throws Error for a file that cannot be read.
 */
export async function warmUp(
  entry: IndexEntry,
  load: LoadFile,
  files: IndexFiles,
  whenIdle: () => Promise<void>,
): Promise<void> {
  const [newest] = entry.shards;
  if (newest === undefined) return;
  await whenIdle();
  const reader = createShardReader(newest, files);
  const [{ names }, table] = await Promise.all([reader.columns('captions'), reader.table(), reader.head()]);
  const loadOnce = memoize(load);
  const texts = chooseTexts(names.slice(0, namesRead), table);
  for (let round = 0; round < rounds; round += 1)
    for (const text of texts) {
      await whenIdle();
      // With empty caches: reading is most of what a search does.
      const unread = { ...createIndexFiles(loadOnce), value: files.value };
      const engine = createEngine({ ...entry, shards: [newest] }, loadOnce, unread);
      const { ids } = await engine.search({ text, facets: {}, sort: 'relevance' });
      for (const id of ids.slice(0, 1)) await engine.excerpts(text, Array<string>(excerpts).fill(id));
    }
}

/**
 * Chooses what to search for: a phrase, alone and combined with one of its words, which needs no further file;
 * and a word that occurs nearly everywhere.
 */
function chooseTexts(names: readonly string[], { chunkOf, sizeOf, hasZones }: ChunkTable): string[] {
  const phrases = hanPhrases(names);
  const chunksOf = (text: string) => [...new Set(tokenizePhrase(text).flat().map(chunkOf))];
  const bytesOf = (text: string) => chunksOf(text).reduce((sum, chunk) => sum + sizeOf(chunk), 0);
  // The larger its chunks, the more code runs.
  const phrase = maxBy(phrases, (text) => (bytesOf(text) <= maxChunkBytes ? bytesOf(text) : 0));
  const frequent = maxBy(phrases.map(firstWord), (text) =>
    chunksOf(text).every(hasZones) ? 1 / bytesOf(text) : 0,
  );
  return [
    ...(phrase === undefined
      ? []
      : [`${phrase} ${firstWord(phrase)}`, phrase, `${firstWord(phrase)} OR ${phrase}`]),
    ...(frequent === undefined ? [] : [frequent]),
  ];
}

/** Stretches of Han characters in names. */
function hanPhrases(names: readonly string[]): string[] {
  const all = names.flatMap((name) => Array.from(name, (_, from) => name.slice(from, from + length.phrase)));
  return [...new Set(all)].filter((text) => text.length === length.phrase && /^\p{Script=Han}+$/u.test(text));
}

function firstWord(phrase: string): string {
  return phrase.slice(0, length.word);
}

/** The text with the highest value above 0. */
function maxBy(texts: readonly string[], valueOf: (text: string) => number): string | undefined {
  let best: { text: string; value: number } | undefined;
  for (const text of texts) {
    const value = valueOf(text);
    if (value > (best?.value ?? 0)) best = { text, value };
  }
  return best?.text;
}

/** Loads each file, or part of one, once. */
function memoize(load: LoadFile): LoadFile {
  const loaded = new Map<string, Promise<Uint8Array>>();
  return (file) => {
    const key = `${file.name} ${file.part?.from}`;
    const bytes = loaded.get(key) ?? load(file);
    loaded.set(key, bytes);
    return bytes;
  };
}
