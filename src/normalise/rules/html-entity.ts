import { entityPattern, entityText } from '../html-entity.ts';
import { replaceAll, type NormalisationRule } from '../rule.ts';

/** `&nbsp;` and the like, left in the text of a copied page; at the edges of a piece they only indent. */
export const htmlEntity: NormalisationRule = {
  rule: 'html-entity',
  tier: 1,
  label: '网页实体还原为字符',
  uses: [
    'prose',
    'heading',
    'title',
    'cell',
    'names',
    'identifier',
    'document-number',
    'date',
    'list',
    'plain',
  ],
  find: (text) => {
    const spaces = new RegExp(`^(?:\\s|${blank})+|(?<!\\s|${blank})(?:\\s|${blank})+$`, 'gu');
    const edges = replaceAll(text, spaces, () => '').filter(({ from, to }) =>
      text.slice(from, to).includes('&'),
    );
    const inner = replaceAll(text, entityPattern, entityText).filter(
      ({ from }) => !edges.some((edge) => edge.from <= from && from < edge.to),
    );
    return [...edges, ...inner].sort((a, b) => a.from - b.from);
  },
};

const blank = '&(?:nbsp|ensp|emsp|thinsp|#160|#8194|#8195|#12288);';
