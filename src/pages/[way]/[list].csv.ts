import type { APIRoute, GetStaticPaths } from 'astro';
import { readSite } from '../../data/content-folder.ts';
import type { LetterList } from '../../data/lists/letter-lists.ts';
import { writeTable } from '../../data/open-data/letter-table.ts';
import { address, publicAddress } from '../../archive/address.ts';
import { listPaths } from '../_list-paths.ts';

export const getStaticPaths = listPaths satisfies GetStaticPaths;

/** A list as a table for spreadsheets. */
export const GET: APIRoute<{ list: LetterList }> = async ({ props: { list } }) => {
  const { url } = await readSite();
  return new Response(
    writeTable(
      list.letters.map(({ id, data: frontmatter }) => ({
        id,
        ...(url !== undefined && { url: publicAddress(url, address.reply(id)) }),
        frontmatter,
      })),
    ),
  );
};
