import type { LetterName } from '../../data/letter/letter-name.ts';
import type { Excerpt } from './excerpt.ts';
import type { FacetCounts } from '../query/search-request.ts';

/** What is found so far, or in all. */
export interface SearchAnswer {
  /** `<year>/<id>` of the letters that satisfy the request, in the order asked for. */
  ids: string[];
  /** Captions of the letters that are shown, in the same order. */
  captions: Caption[];
  /**
   * Letters that have the typed number, newest first; the first few of `directTotal`. When nothing is found, those
   * with a number that occurs in the text.
   */
  direct: DirectHit[];
  directTotal: number;
  facets: FacetCounts;
  /** Faults of the query, in words for the visitor. The rest of it is searched all the same. */
  problems: string[];
  /** When nothing is found: other queries that find something, the likeliest first. */
  alternatives: AlternativeQuery[];
  /** When nothing is found, and letters have several words of the query. */
  similar?: SimilarAnswer;
  /** Letters searched so far, and in all. */
  searched: number;
  total: number;
  complete: boolean;
}

/** A letter that has the typed document, index or proposal number. */
export interface DirectHit extends Omit<LetterName, 'number'> {
  id: string;
  /** Which number it is, and as the letter writes it; a 编号 with its session: 省政协十二届二次会议第283号提案. */
  label: '发文字号' | '索引号' | '编号';
  number: string;
}

/** A query that finds something where the visitor's finds nothing. */
export interface AlternativeQuery {
  /** In the query language. */
  text: string;
  /** Number of letters that it finds. */
  count: number;
  kind: AlternativeKind;
  /** It finds them without the chosen facets and days, and nothing with them. */
  widened: boolean;
}

/**
 * What an alternative has to do with the visitor's query: the same without facets and days; in simplified characters;
 * a number that is named in it; the characters of its 拼音; a word that means the same; an agency in full or
 * abbreviated; a text that differs in one character; some of its words.
 */
export type AlternativeKind =
  'unfiltered' | 'simplified' | 'number' | 'pinyin' | 'synonym' | 'agency' | 'similar' | 'part';

/** Letters that contain many of the words of a query that finds nothing. */
interface SimilarAnswer {
  /** A query that finds them, and others: `加装电梯 OR 补贴`. */
  text: string;
  /** The most similar first. */
  captions: Caption[];
}

/** What is shown of a letter that was found. */
export interface LetterExcerpt extends Excerpt {
  id: string;
  /** `yyyy-mm-dd`, empty where the letter is undated. */
  date: string;
  /** Header values, by label. */
  header: Record<string, string>;
}

/** Names a letter among the results. */
export interface Caption extends LetterName {
  id: string;
}
