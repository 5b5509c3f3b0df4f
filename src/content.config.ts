import { defineCollection } from 'astro:content';
import { contentFolder } from './data/content-folder.ts';
import { contentLoader } from './integrations/content-loader.ts';
import { frontmatterSchema } from './reply/frontmatter.ts';
import { pageSchema } from './reply/page.ts';

const replies = defineCollection({
  loader: contentLoader('replies', contentFolder()),
  schema: frontmatterSchema,
});

/** Pages about the archive: what it is, how to verify a letter, accessibility. */
const pages = defineCollection({ loader: contentLoader('pages', contentFolder()), schema: pageSchema });

export const collections = { replies, pages };
