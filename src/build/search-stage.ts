import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { letterBody } from '../content-files/letter-body.ts';
import { firstDue } from '../data/commitments/commitment-text.ts';
import { updateIndex, type UpdatedIndex } from '../search/indexing/index-update.ts';
import type { SourceLetter } from '../search/indexing/source-letter.ts';
import { removeAbandoned, temporaryName } from '../storage/temporary-name.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/** How the search index is updated. */
export interface SearchStage {
  /** Digest of the program. */
  program: string;
  /** The folder of all caches. */
  cache: string;
  /** Absolute path of the output folder, which names the state of its index. */
  out: string;
  /** Called when what the last build left is damaged. */
  onDamage: () => void;
}

/** The index of an edition, as the next build will update it. */
export interface UpdatedSearch {
  /** Keeps its state, once the edition is in place. */
  keep: () => Promise<void>;
}

/** Folder of the index in the edition. */
const folder = 'search';

/** Puts the search index into the edition; files that stay the same are taken from the last edition. */
export async function updateSearch(
  edition: EditionFolder,
  { content, frame, letters }: ContentSnapshot,
  { program, cache, out, onDamage }: SearchStage,
): Promise<UpdatedSearch> {
  const key = digest(
    'search',
    program,
    frame.site.synonyms,
    letters.map(({ id, facts, commitments }) => [id, facts.sha256, firstDue(commitments)]),
  );
  if (edition.keepAll(key)) return { keep: () => Promise.resolve() };
  const state = join(cache, folder, digest(out));
  const next = temporaryName(state);
  const sources = letters.map(({ id, data: frontmatter, facts, commitments }): SourceLetter => {
    const commitment = firstDue(commitments);
    return {
      ...{ id, frontmatter, hash: `${facts.sha256} ${commitment ?? ''}` },
      ...(commitment !== undefined && { commitment }),
      body: async () => letterBody(await readFile(join(content, 'replies', facts.name))),
    };
  });
  const place = edition.prepare(`${folder}/entry.js`).slice(0, -'/entry.js'.length);
  await mkdir(join(cache, folder), { recursive: true });
  await removeAbandoned(join(cache, folder));
  const update = (from: Parameters<typeof updateIndex>[3]) =>
    updateIndex(sources, place, next, from, { onDamage, synonyms: frame.site.synonyms });
  const entry = `${folder}/entry.js`;
  const last = edition.lastFile(entry).slice(0, -'/entry.js'.length);
  // What the record of the last edition does not have, such as after an upgrade, is not damaged.
  const isKnown = edition.lastHash(entry) !== undefined;
  let index = await update(isKnown ? { folder: last, state } : undefined);
  if (!isIntact(edition, index)) {
    onDamage();
    await rm(place, { recursive: true, force: true });
    await mkdir(place);
    index = await update(undefined);
  }
  for (const { path, sha256, size } of index.written)
    edition.add({ path: `${folder}/${path}`, key, sha256, bytes: size }, true);
  for (const { path, sha256, size } of index.kept)
    edition.add({ path: `${folder}/${path}`, key, sha256, bytes: size }, false);
  return { keep: () => rename(next, state) };
}

/** Whether the last edition still has all files that the index keeps. */
function isIntact(edition: EditionFolder, { kept }: UpdatedIndex): boolean {
  return kept.every(({ path, sha256 }) => edition.lastHash(`${folder}/${path}`) === sha256);
}
