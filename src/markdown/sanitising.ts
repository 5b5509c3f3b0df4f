import { defaultSchema, type Options } from 'rehype-sanitize';

const withoutPictures = (defaultSchema.tagNames ?? []).filter(
  (name) => name !== 'picture' && name !== 'source' && name !== 'input',
);
const common = (defaultSchema.attributes?.['*'] ?? []).filter(
  (attribute) => !['name', 'accessKey', 'tabIndex', 'action', 'method'].includes(String(attribute)),
);

/**
 * The HTML that a letter may contain: text, lists, tables, links, images of the edition. A letter can run no
 * script, send no form and load nothing from another host.
 */
export const letterHtml: Options = {
  ...defaultSchema,
  tagNames: [...withoutPictures, 'caption', 'figure', 'figcaption', 'u'],
  attributes: { ...defaultSchema.attributes, '*': common, img: ['src'], section: [] },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['data'], cite: ['http', 'https'] },
  // Ids are given by rehype-anchors, which drops all others.
  clobber: [],
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript'],
};
