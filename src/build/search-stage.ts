import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterBody } from '../content-files/letter-body.ts';
import { buildSearch, type IndexedLetter } from '../search/indexing/index-builder.ts';
import type { ContentSnapshot, SnapshotLetter } from './content-snapshot.ts';
import { digest, sha256 } from './digest.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/** Puts the search index into the edition. */
export async function updateSearch(
  edition: EditionFolder,
  { content, letters }: ContentSnapshot,
  program: string,
): Promise<void> {
  const key = digest(
    'search',
    program,
    letters.map(({ id, facts }) => [id, facts.sha256]),
  );
  if (edition.keepAll(key)) return;
  const indexed = [];
  for (const letter of letters) indexed.push(await readForIndex(content, letter));
  await buildSearch(indexed, edition.path);
  const folder = join(edition.path, 'search');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const path = file.slice(edition.path.length + 1).replaceAll('\\', '/');
    edition.add({ path, key, sha256: sha256(bytes), bytes: bytes.length }, true);
  }
}

async function readForIndex(
  content: string,
  { id, data: frontmatter }: SnapshotLetter,
): Promise<IndexedLetter> {
  const bytes = await readFile(join(content, 'replies', `${id}.md`));
  return { id, frontmatter, body: letterBody(bytes) };
}
