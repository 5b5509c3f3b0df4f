import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentFolder } from './data/content-folder.ts';
import { frontmatterSchema } from './reply/frontmatter.ts';

/** Address of a folder of the content, for a loader: with a closing slash, right on Windows too. */
function below(folder: string): URL {
  return pathToFileURL(`${join(contentFolder(), folder)}/`);
}

/** Keeps the file's path as the id: `<year>/<id>` is the letter's address for good. */
function withoutExtension({ entry }: { entry: string }): string {
  return entry.replace(/\.md$/, '');
}

/** Astro's YAML reader makes a `Date` of an unquoted day; the contract says text. */
function daysAsText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(daysAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, daysAsText(inner)]));
}

const replies = defineCollection({
  loader: glob({ pattern: '*/*.md', base: below('replies'), generateId: withoutExtension }),
  schema: z.preprocess(daysAsText, frontmatterSchema),
});

/** Pages about the archive: what it is, how to verify a letter, accessibility. */
const pages = defineCollection({
  loader: glob({ pattern: '**/*.md', base: below('pages'), generateId: withoutExtension }),
  schema: z.strictObject({
    title: z.string(),
    /** One sentence for search engines and lists. */
    description: z.string(),
    /** Place in the footer; smaller first. */
    order: z.number(),
  }),
});

export const collections = { replies, pages };
