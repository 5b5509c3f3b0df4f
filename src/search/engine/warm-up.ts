import type { ReadChunkTable } from '../form/chunk-table.ts';
import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry } from '../form/edition-index.ts';
import { phraseOf } from '../text/tokens.ts';
import { createEngine } from './engine.ts';
import { createIndexFiles, type IndexFiles } from './index-files.ts';
import { createShardReader } from './shard-reader.ts';

/**
 * So often each text is searched for: by then what a search does most has been compiled. With a third as
 * often, the first search that finds thousands of letters takes a quarter longer.
 */
const rounds = 12;
/** Bytes of chunks that are loaded for a phrase at most. */
const most = 24_000;
/** From so many titles texts are taken. */
const titlesRead = 100;
/** Characters of a phrase, and of a word in it. */
const length = { phrase: 4, word: 2 };
/** Excerpts made after each search, as many as the page asks for at once; all of one letter. */
const excerpts = 5;

/**
 * Searches for what nobody asked for, again and again, while nobody waits. A browser compiles what runs
 * often, beside what runs; where it does so during the visitor's first searches, these take half as long
 * again. What every search needs of the newest letters is loaded by the way.
 *
 * @param files Of the engine: what it keeps for good is shared.
 * @param whenIdle Resolves when nobody waits for anything.
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
  const reader = createShardReader(newest.folder, files);
  const [{ titles }, table] = await Promise.all([reader.columns('captions'), reader.table(), reader.head()]);
  const loadOnce = remembering(load);
  const texts = textsFor(titles.slice(0, titlesRead), table);
  for (let round = 0; round < rounds; round += 1)
    for (const text of texts) {
      await whenIdle();
      // What was read is read again: reading is most of what a search does.
      const unread = { ...createIndexFiles(loadOnce), value: files.value };
      const engine = createEngine({ ...entry, shards: [newest] }, loadOnce, unread);
      const { ids } = await engine.search({ text, facets: {}, sort: 'relevance' });
      for (const id of ids.slice(0, 1)) await engine.excerpts(text, Array<string>(excerpts).fill(id));
    }
}

/**
 * What is searched for: a phrase, alone and with one of its words, which need no further file, and a word
 * that stands nearly everywhere.
 */
function textsFor(titles: readonly string[], { chunkOf, sizeOf, hasZones }: ReadChunkTable): string[] {
  const phrases = phrasesIn(titles);
  const chunksOf = (text: string) => [...new Set(phraseOf(text).flat().map(chunkOf))];
  const bytesOf = (text: string) => chunksOf(text).reduce((sum, chunk) => sum + sizeOf(chunk), 0);
  // The larger it is, the more is done.
  const phrase = highest(phrases, (text) => (bytesOf(text) <= most ? bytesOf(text) : 0));
  const frequent = highest(phrases.map(firstWord), (text) =>
    chunksOf(text).every(hasZones) ? 1 / bytesOf(text) : 0,
  );
  return [
    ...(phrase === undefined
      ? []
      : [`${phrase} ${firstWord(phrase)}`, phrase, `${firstWord(phrase)} OR ${phrase}`]),
    ...(frequent === undefined ? [] : [frequent]),
  ];
}

/** Stretches of Han characters in some titles. */
function phrasesIn(titles: readonly string[]): string[] {
  const all = titles.flatMap((title) =>
    Array.from(title, (_, from) => title.slice(from, from + length.phrase)),
  );
  return [...new Set(all)].filter((text) => text.length === length.phrase && /^\p{Script=Han}+$/u.test(text));
}

function firstWord(phrase: string): string {
  return phrase.slice(0, length.word);
}

/** The text with the highest value above 0. */
function highest(texts: readonly string[], valueOf: (text: string) => number): string | undefined {
  let best: { text: string; value: number } | undefined;
  for (const text of texts) {
    const value = valueOf(text);
    if (value > (best?.value ?? 0)) best = { text, value };
  }
  return best?.text;
}

/** Loads each file once. */
function remembering(load: LoadFile): LoadFile {
  const loaded = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const bytes = loaded.get(name) ?? load(name);
    loaded.set(name, bytes);
    return bytes;
  };
}
