import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEdition } from '../src/integrations/build.ts';
import { commitContent } from './content-history.ts';
import { contentFolder, editionFolder } from './edition.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const firstLetter = '2019/cppcc-12-2-283';

/**
 * Builds the edition that the specs look at: the archive's first letter with invented ones of every
 * shape, so that editing the archive's content breaks no spec.
 */
export default async function buildTestEdition(): Promise<void> {
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
