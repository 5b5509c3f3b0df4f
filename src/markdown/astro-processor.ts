import { unified } from '@astrojs/markdown-remark';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';

/** The site's Markdown processor, for `astro.config.mjs`. Smart punctuation would change official text. */
export function markdownProcessor(): ReturnType<typeof unified> {
  return unified({
    gfm: true,
    smartypants: false,
    remarkPlugins,
    rehypePlugins,
    remarkRehype: remarkRehypeOptions,
  });
}
