import type { APIRoute } from 'astro';
import { readSite } from '../data/content-folder.ts';
import { makeArchiveFeed } from '../data/feeds/feed.ts';
import { writeJsonFeed } from '../data/feeds/json-feed.ts';
import { address } from '../archive/address.ts';
import { publishedLetters } from './_published-letters.ts';

/** The whole archive's newest letters as a JSON feed. */
export const GET: APIRoute = async () =>
  new Response(writeJsonFeed(makeArchiveFeed(await publishedLetters(), await readSite()), address.jsonFeed));
