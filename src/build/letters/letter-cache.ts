import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { displayPath } from '../../content-files/display-path.ts';
import { readSealed, writeSealed, type Unsealed } from '../../storage/sealed-file.ts';
import { digest } from '../digest.ts';
import type { KnownMeasures } from './common-text.ts';
import type { CheckedFacts } from './checked-facts.ts';
import type { LetterFacts } from './letter-facts.ts';

/** Files in which what is known of letters is kept: an edit of one letter writes one of them. */
const shards = 64;

/** What a check knows of a letter, or what a build does. */
type KnownFacts = CheckedFacts | LetterFacts;

/** What the files of the cache depend on. */
interface Maker {
  program: string;
  /** What findings call the content folder, which depends on the working folder. */
  shown: string;
}

/** A file of the cache. */
interface Stored<T> extends Maker {
  content: T;
}

/** What earlier builds and checks read of the letters of a content folder. */
export interface LetterCache {
  /** By path below `replies/`; empty when there is none of this version of the program and this working folder. */
  known: ReadonlyMap<string, KnownFacts>;
  /** What pairs of letters have in common. */
  measures: KnownMeasures;
  damaged: boolean;
  /**
   * Keeps what this build or check knows.
   *
   * @param letters Those that are as they were must be the objects of `known`.
   */
  keep(letters: readonly KnownFacts[], measures: KnownMeasures): Promise<void>;
}

/**
 * Opens the cache of a content folder.
 *
 * @param cache The folder of all caches.
 * @param content Absolute path of the content folder.
 * @param program Digest of the program.
 */
export async function openLetterCache(cache: string, content: string, program: string): Promise<LetterCache> {
  const folder = join(cache, 'letters', digest(content, shards));
  const maker: Maker = { program, shown: displayPath(content) };
  const pathOf = (shard: number) => join(folder, String(shard));
  const measuresPath = join(folder, 'measures');
  const read = await Promise.all(Array.from({ length: shards }, (_, shard) => readSealed(pathOf(shard))));
  const readMeasures = await readSealed(measuresPath);
  const parts = read.map((file) => (unpack(maker, file) ?? []) as KnownFacts[]);
  return {
    known: new Map(parts.flat().map((facts) => [facts.name, facts])),
    measures: (unpack(maker, readMeasures) ?? {}) as KnownMeasures,
    damaged: [...read, readMeasures].some(({ status }) => status === 'damaged'),
    async keep(letters, measures) {
      const sorted = Map.groupBy(letters, ({ name }) => crc32(name) % shards);
      for (const [shard, before] of parts.entries()) {
        const now = sorted.get(shard) ?? [];
        const were = new Set(before);
        const isSame = now.length === before.length && now.every((facts) => were.has(facts));
        if (isSame && read[shard]?.status !== 'damaged') continue;
        await writeSealed(
          pathOf(shard),
          JSON.stringify({ ...maker, content: now } satisfies Stored<readonly KnownFacts[]>),
        );
      }
      await writeSealed(
        measuresPath,
        JSON.stringify({ ...maker, content: measures } satisfies Stored<KnownMeasures>),
      );
    },
  };
}

function unpack({ program, shown }: Maker, file: Unsealed): unknown {
  if (file.status !== 'read') return undefined;
  const stored = JSON.parse(file.bytes.toString()) as Stored<unknown>;
  return stored.program === program && stored.shown === shown ? stored.content : undefined;
}
