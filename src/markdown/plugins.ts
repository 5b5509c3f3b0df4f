import rehypeSanitize from 'rehype-sanitize';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import type { Options as RemarkRehypeOptions } from 'remark-rehype';
import type { Plugin } from 'unified';
import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { rehypeAlternativeText } from './rehype-alternative-text.ts';
import { rehypeAnchors } from './rehype-anchors.ts';
import { rehypeLetterParts } from './rehype-letter-parts.ts';
import { rehypeLooseText } from './rehype-loose-text.ts';
import { rehypeOutwardLinks } from './rehype-outward-links.ts';
import { rehypeRawHtml } from './rehype-raw-html.ts';
import { remarkEditionImages } from './remark-edition-images.ts';
import { rehypeWideTables } from './rehype-wide-tables.ts';
import { letterHtml } from './sanitising.ts';

/**
 * How a letter's Markdown becomes HTML, after GFM: the same list for the site and for plain Node.
 * Without these, `**（一）加强领导。**各单位` keeps its asterisks.
 */
export const remarkPlugins: Plugin<[], MarkdownRoot>[] = [
  remarkCjkFriendly,
  remarkCjkFriendlyStrikethrough,
  remarkEditionImages,
];

export const rehypePlugins: Plugin<[], Root>[] = [
  rehypeRawHtml,
  function sanitise() {
    return rehypeSanitize(letterHtml);
  },
  rehypeAlternativeText,
  rehypeOutwardLinks,
  rehypeLooseText,
  rehypeAnchors,
  rehypeLetterParts,
  rehypeWideTables,
];

export const remarkRehypeOptions = {
  allowDangerousHtml: true,
  footnoteLabel: '注释',
  footnoteBackLabel: '回到正文',
} satisfies RemarkRehypeOptions;
