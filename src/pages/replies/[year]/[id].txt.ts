import type { APIRoute, GetStaticPaths } from 'astro';
import { readSite } from '../../../data/content-folder.ts';
import { formatPlainLetter } from '../../../data/letter/plain-letter.ts';
import { address } from '../../../archive/address.ts';
import { letterPaths } from '../../_letter-paths.ts';
import type { PublishedLetter } from '../../_published-letters.ts';

export const getStaticPaths = letterPaths satisfies GetStaticPaths;

/** The letter as plain text. A byte order mark makes every editor read it as UTF-8. */
export const GET: APIRoute<{ letter: PublishedLetter }> = async ({ props: { letter } }) => {
  const site = await readSite();
  const url = site.url && new URL(address.reply(letter.id), site.url).href;
  return new Response(
    `\uFEFF${formatPlainLetter({ frontmatter: letter.data, body: letter.body ?? '', url }, site)}`,
  );
};
