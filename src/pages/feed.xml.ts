import type { APIRoute } from 'astro';
import { writeAtomFeed } from '../data/feeds/atom-feed.ts';
import { readSite } from '../data/content-folder.ts';
import { makeArchiveFeed } from '../data/feeds/feed.ts';
import { address } from '../archive/address.ts';
import { publishedLetters } from './_published-letters.ts';

/** The whole archive's newest letters as an Atom feed. */
export const GET: APIRoute = async () =>
  new Response(writeAtomFeed(makeArchiveFeed(await publishedLetters(), await readSite()), address.feed));
