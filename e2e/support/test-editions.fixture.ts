import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from '../../src/corpus/corpus.ts';
import { buildByCommand } from './build-by-command.fixture.ts';
import { commitContent } from './content-history.fixture.ts';
import {
  contentFolder,
  corpusContentFolder,
  corpusEditionFolder,
  editionFolder,
  hostileContentFolder,
  hostileEditionFolder,
} from './edition.fixture.ts';
import { writeHostileContent } from './hostile/content.fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const firstLetter = '2019/cppcc-12-2-283';
/** Enough letters for results and lists of several pages and facets of many values. */
const corpusSize = 300;

/**
 * Builds the editions for the specs, so that these do not depend on the archive's content: the archive's
 * first letter with invented ones of every shape, the same letter among hundreds, and hostile letters. The
 * last two editions have no public address.
 */
export default async function buildTestEditions(): Promise<void> {
  await emptyFolders(editionFolder, contentFolder);
  await cp(join(root, 'e2e/fixtures'), contentFolder, { recursive: true });
  await addFirstLetter(contentFolder);
  commitContent(contentFolder);

  await emptyFolders(corpusEditionFolder, corpusContentFolder);
  await writeCorpus(corpusSize, corpusContentFolder, { force: true });
  await addFirstLetter(corpusContentFolder);

  await emptyFolders(hostileEditionFolder, hostileContentFolder);
  await writeHostileContent(hostileContentFolder);

  // The largest in parallel with the other two.
  await Promise.all([
    buildByCommand(corpusContentFolder, corpusEditionFolder),
    buildByCommand(contentFolder, editionFolder).then(() =>
      buildByCommand(hostileContentFolder, hostileEditionFolder),
    ),
  ]);
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
