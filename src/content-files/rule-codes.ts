/**
 * The codes of all rules, by what they look at. They are stable: scripts rely on them, and each is the name of a
 * page of the guide, `content/pages/guide/rules/<code>.md`.
 */
export const ruleCodes = [
  // The file as a file.
  ...(['file-name', 'duplicate-id', 'plain-file', 'missing', 'unreadable', 'size', 'encoding'] as const),
  ...(['merge-conflict', 'hidden-character', 'nesting', 'failure', 'changed'] as const),
  // The frontmatter, and other YAML.
  ...(['frontmatter', 'yaml', 'schema', 'unknown-field', 'key-order', 'site'] as const),
  ...(['document-number', 'index-number', 'duplicate-number', 'value-form', 'title-agreement'] as const),
  ...(['date-order', 'future-date', 'number-year'] as const),
  // The text.
  ...(['heading-order', 'raw-html', 'links', 'private-data', 'trailing-noise', 'duplicate-letter'] as const),
  ...(['replacement-character', 'private-use-character', 'blank-boxes', 'lost-characters'] as const),
  ...(['mojibake', 'comment-anchor'] as const),
  // The original.
  ...(['fidelity', 'original', 'attachment', 'unrecorded'] as const),
  // What pages show.
  'picture',
  // What became of its commitments.
  ...(['follow-up-letter', 'follow-up-sentence', 'follow-up-date', 'follow-up-duplicate'] as const),
  // Its address, and whether it is public.
  ...(['draft', 'alias', 'withdrawn', 'published-address'] as const),
] as const;

export type RuleCode = (typeof ruleCodes)[number];
