import type { Frontmatter } from '../../src/reply/frontmatter.ts';
import type { Truth } from './truth.ts';

/** A field of the header as shown on a page. */
export interface Shown {
  label: string;
  value: string;
}

/** The header of a web page. */
export function webHeader({ frontmatter }: Truth): Shown[] {
  const { issuer, documentNumber, issuedOn, publishedOn, categories, outcome, disclosure } = frontmatter;
  return [
    { label: '发布机构', value: issuer },
    { label: '发文字号', value: documentNumber ?? '' },
    { label: '发文日期', value: issuedOn ?? '' },
    { label: '发布日期', value: publishedOn ?? '' },
    { label: '主题分类', value: categories?.[0] ?? '' },
    { label: '公开方式', value: disclosure ?? '' },
    { label: '办理结果', value: outcome ?? '' },
  ];
}

/** The header of a letter on paper: its number, and the class above it. */
export function paperHeader({ frontmatter }: Truth): Shown[] {
  return [
    { label: '办理结果', value: frontmatter.outcome ?? '' },
    { label: '', value: frontmatter.documentNumber ?? '' },
  ];
}

/** The frontmatter that a letter on paper states, without its publication on the web. */
export function onPaper(frontmatter: Frontmatter): Frontmatter {
  const stated = { ...frontmatter };
  delete stated.publishedOn;
  delete stated.categories;
  delete stated.disclosure;
  return stated;
}
