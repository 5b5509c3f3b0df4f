import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from '../../src/corpus/corpus.ts';
import { writeDesk } from '../../src/desk/written-desk.ts';
import { writeEditor } from './written-editor.fixture.ts';
import { makeKeys } from '../../src/offline/signing/keys.fixture.ts';
import { archiveByCommand, buildByCommand } from './build-by-command.fixture.ts';
import { commitContent } from './content-history.fixture.ts';
import {
  archivesFolder,
  contentFolder,
  corpusContentFolder,
  corpusEditionFolder,
  deskFolder,
  editionFolder,
  editorFolder,
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
  const key = await statePublicKey(contentFolder);
  commitContent(contentFolder);

  await emptyFolders(corpusEditionFolder, corpusContentFolder);
  await writeCorpus(corpusSize, corpusContentFolder, { force: true, demo: true });
  await addFirstLetter(corpusContentFolder);

  await emptyFolders(hostileEditionFolder, hostileContentFolder);
  await writeHostileContent(hostileContentFolder);

  // The largest in parallel with the other two, and with what is no edition.
  await Promise.all([
    buildByCommand(corpusContentFolder, corpusEditionFolder),
    buildByCommand(contentFolder, editionFolder)
      .then(() => archiveByCommand(editionFolder, archivesFolder, key))
      .then(() => buildByCommand(hostileContentFolder, hostileEditionFolder)),
    writeDesk(deskFolder).then(() => writeEditor(editorFolder)),
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

/** States in `site.yml` who signs the zip. @returns The path of the secret key. */
async function statePublicKey(content: string): Promise<string> {
  const keys = makeKeys();
  const secret = join(dirname(editionFolder), 'secret.key');
  await writeFile(secret, keys.secret);
  await appendFile(join(content, 'site.yml'), `publicKey: ${keys.public.split('\n')[1] ?? ''}\n`);
  return secret;
}
