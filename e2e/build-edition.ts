import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from '../src/corpus/corpus.ts';
import { buildEdition } from '../src/integrations/build.ts';
import { commitContent } from './content-history.ts';
import { contentFolder, corpusEditionFolder, editionFolder } from './edition.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const firstLetter = '2019/cppcc-12-2-283';

/** Builds the editions that the specs look at. */
export default async function buildEditions(): Promise<void> {
  await buildTestEdition();
  await buildCorpusEdition();
}

/**
 * The edition of most specs: the archive's first letter with invented ones of every
 * shape, so that editing the archive's content breaks no spec.
 */
async function buildTestEdition(): Promise<void> {
  await rm(dirname(editionFolder), { recursive: true, force: true });
  await rm(contentFolder, { recursive: true, force: true });
  await mkdir(dirname(editionFolder), { recursive: true });
  await cp(join(root, 'e2e/fixtures'), contentFolder, { recursive: true });
  await cp(
    join(root, 'content/replies', `${firstLetter}.md`),
    join(contentFolder, 'replies', `${firstLetter}.md`),
  );
  await cp(join(root, 'content/originals', firstLetter), join(contentFolder, 'originals', firstLetter), {
    recursive: true,
  });
  commitContent(contentFolder);
  await buildEdition({ content: contentFolder, out: editionFolder, base: '/' });
}

/** An edition of so many invented letters that its lists have several pages; it has no public address. */
async function buildCorpusEdition(): Promise<void> {
  const content = join(dirname(dirname(corpusEditionFolder)), 'corpus-content');
  await rm(dirname(corpusEditionFolder), { recursive: true, force: true });
  await rm(content, { recursive: true, force: true });
  await writeCorpus(120, content, { force: false });
  await buildEdition({ content, out: corpusEditionFolder, base: '/' });
}
