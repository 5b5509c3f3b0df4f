const names: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
};

/** An HTML entity that a copied page left in plain text; others are ignored. */
export const entityPattern = new RegExp(
  `&(?:${Object.keys(names).join('|')}|#(?:160|8194|8195|12288));`,
  'gu',
);

/** The character of an entity; a plain space for every kind of space. */
export function entityText(entity: string): string {
  return names[entity.slice(1, -1)] ?? ' ';
}
