import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from '../src/corpus/corpus.ts';
import { buildEdition } from '../src/integrations/build.ts';
import { commitContent } from './content-history.ts';
import { contentFolder, corpusContentFolder, corpusEditionFolder, editionFolder } from './edition.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const firstLetter = '2019/cppcc-12-2-283';
/** Enough letters for results and lists of many pages and facets of many values. */
const corpusSize = 300;

/**
 * Builds the editions that the specs look at, so that editing the archive's content breaks none: the
 * archive's first letter with invented ones of every shape, and the same letter among hundreds. The
 * second has no public address.
 */
export default async function buildTestEditions(): Promise<void> {
  await emptyFolders(editionFolder, contentFolder);
  await cp(join(root, 'e2e/fixtures'), contentFolder, { recursive: true });
  await addFirstLetter(contentFolder);
  commitContent(contentFolder);
  await buildEdition({ content: contentFolder, out: editionFolder, base: '/' });

  await emptyFolders(corpusEditionFolder, corpusContentFolder);
  await writeCorpus(corpusSize, corpusContentFolder, { force: true });
  await addFirstLetter(corpusContentFolder);
  await buildEdition({ content: corpusContentFolder, out: corpusEditionFolder, base: '/' });
}

async function emptyFolders(edition: string, content: string): Promise<void> {
  await rm(dirname(edition), { recursive: true, force: true });
  await rm(content, { recursive: true, force: true });
  await mkdir(dirname(edition), { recursive: true });
}

async function addFirstLetter(content: string): Promise<void> {
  await cp(join(root, 'content/replies', `${firstLetter}.md`), join(content, 'replies', `${firstLetter}.md`));
  await cp(join(root, 'content/originals', firstLetter), join(content, 'originals', firstLetter), {
    recursive: true,
  });
}
