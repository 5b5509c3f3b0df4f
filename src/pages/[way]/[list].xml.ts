import type { APIRoute, GetStaticPaths } from 'astro';
import { writeAtomFeed } from '../../data/feeds/atom-feed.ts';
import { readSite } from '../../data/content-folder.ts';
import { makeListFeed } from '../../data/feeds/feed.ts';
import type { LetterList } from '../../data/lists/letter-lists.ts';
import { address } from '../../archive/address.ts';
import { listPaths } from '../_list-paths.ts';

export const getStaticPaths = listPaths satisfies GetStaticPaths;

/** A list as an Atom feed. */
export const GET: APIRoute<{ list: LetterList }> = async ({ props: { list } }) =>
  new Response(
    writeAtomFeed(makeListFeed(list, await readSite()), address.listAs(list.way, list.slug, 'xml')),
  );
