import type { APIRoute } from 'astro';
import { readSite } from '../data/content-folder.ts';
import { archiveFeed } from '../data/feeds/feed.ts';
import { jsonFeed } from '../data/feeds/json-feed.ts';
import { address } from '../archive/address.ts';
import { publishedLetters } from './_published-letters.ts';

/** The whole archive's newest letters as a JSON feed. */
export const GET: APIRoute = async () =>
  new Response(jsonFeed(archiveFeed(await publishedLetters(), await readSite()), address.jsonFeed));
