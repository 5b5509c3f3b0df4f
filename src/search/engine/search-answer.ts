import type { Proposal } from '../../reply/frontmatter.ts';
import type { Excerpt } from './excerpt.ts';
import type { FacetCounts } from '../query/search-request.ts';

/** What is found so far, or in all. */
export interface SearchAnswer {
  /** `<year>/<id>` of the letters that satisfy the request, in the order asked for. */
  ids: string[];
  /** What names the letters that are shown, in the same order. */
  captions: Caption[];
  /** Letters whose own number was typed; newest first, the first few of `directTotal`. */
  direct: DirectHit[];
  directTotal: number;
  facets: FacetCounts;
  /** What is wrong with the query, for the visitor. The rest was searched all the same. */
  problems: string[];
  /** When nothing is found: what could be asked instead and does find something. */
  related: Related[];
  /** Letters searched so far, and in all. */
  searched: number;
  total: number;
  complete: boolean;
}

/** A letter whose document, index or proposal number was typed. */
export interface DirectHit {
  id: string;
  title: string;
  issuer: string;
  /** `yyyy-mm-dd`, empty where the letter is undated. */
  date: string;
  /** Which number it is, and how the letter writes it; 编号 with its session: 省政协十二届二次会议第283号提案. */
  label: '发文字号' | '索引号' | '编号';
  number: string;
}

/** A query that finds something where the visitor's found nothing. */
export interface Related {
  /** In the query language. */
  text: string;
  /** Letters that it finds. */
  count: number;
  /** A part of the query, or a text that differs from it a little. */
  kind: 'part' | 'similar';
}

/** What is shown of a letter that was found. */
export interface Result extends Excerpt {
  id: string;
  /** `yyyy-mm-dd`, empty where the letter is undated. */
  date: string;
  /** Header values, by label. */
  header: Record<string, string>;
}

/** What names a letter among the results. What it does not state is absent. */
export interface Caption {
  id: string;
  title: string;
  documentNumber?: string;
  issuer: string;
  /** 成文日期, else 发布日期; empty where there is none. */
  date: string;
}

/** A letter in a list of all results, with all of its header. */
export interface ListedLetter extends Caption {
  indexNumber?: string;
  proposal: Proposal;
  recipients: string[];
  role?: string;
  outcome?: string;
}

/** A letter offered while the visitor types. */
export interface Suggestion {
  id: string;
  title: string;
  documentNumber?: string;
  date: string;
}
