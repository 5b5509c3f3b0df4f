import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';

/** Markdown to the HTML tree of the letter's page, in plain Node: the site's processor without Astro. */
export const letterProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkPlugins)
  .use(remarkRehype, remarkRehypeOptions)
  .use(rehypePlugins)
  .freeze();
