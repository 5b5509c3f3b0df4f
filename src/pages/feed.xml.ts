import type { APIRoute } from 'astro';
import { atomFeed } from '../data/feeds/atom-feed.ts';
import { readSite } from '../data/content-folder.ts';
import { archiveFeed } from '../data/feeds/feed.ts';
import { address } from '../archive/address.ts';
import { publishedLetters } from './_published-letters.ts';

/** The whole archive's newest letters as an Atom feed. */
export const GET: APIRoute = async () =>
  new Response(atomFeed(archiveFeed(await publishedLetters(), await readSite()), address.feed));
