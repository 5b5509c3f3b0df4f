import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder, readSite } from '../../../data/content-folder.ts';
import { letterFileBytes } from '../../../content-files/letter-file.ts';
import { makeLetterRecord } from '../../../data/open-data/letter-record.ts';
import { readOriginal } from '../../../data/original/original-file.ts';
import { letterPaths } from '../../_letter-paths.ts';
import type { PublishedLetter } from '../../_published-letters.ts';

export const getStaticPaths = letterPaths satisfies GetStaticPaths;

/** The letter as a record for programs. */
export const GET: APIRoute<{ letter: PublishedLetter }> = async ({ props: { letter } }) => {
  const { url } = await readSite();
  const { id, data: frontmatter, body = '' } = letter;
  const file = await letterFileBytes(contentFolder(), id);
  const record = makeLetterRecord(
    { id, frontmatter, body, file, original: await readOriginal(frontmatter) },
    url,
  );
  return new Response(`${JSON.stringify(record, undefined, 1)}\n`);
};
