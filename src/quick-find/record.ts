/** A page of the edition that the quick find offers. */
export interface QuickFindRecord {
  /** Its path below the edition's root. */
  path: string;
  /** What it is found by; what matters most comes first, since results are ranked by place. */
  texts: readonly string[];
  /** What is displayed of it. */
  meta: QuickFindMeta;
  /** Values by which other sites may filter. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Later ones are offered first when they match alike: `yyyy-mm-dd`, or a beginning of it. */
  date: string;
}

/** What Pagefind stores of a record for display. */
export interface QuickFindMeta {
  /** The page's title. */
  title: string;
  /** 答复, or 本站页面 for a page about the archive. */
  type: '答复' | '本站页面';
  /** 案由 */
  topic?: string;
  /** 发文机关 */
  issuer?: string;
  /** 发文字号, or which proposal is answered. */
  number?: string;
  /** 成文日期, or 发布日期: `yyyy-mm-dd`. */
  date?: string;
}
