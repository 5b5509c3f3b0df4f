import type { Letter } from './letter.ts';

/**
 * Makes the address for error reports on a letter: mail gets a subject that names it. The address of a web
 * page stays unchanged, since the page may not understand a query.
 *
 * @param reportErrors The field of `site.yml`.
 */
export function makeReportAddress(reportErrors: string, { id, data }: Letter): string {
  if (!reportErrors.startsWith('mailto:')) return reportErrors;
  const subject = encodeURIComponent(`转录错误：${data.title}（${id}）`);
  return `${reportErrors}${reportErrors.includes('?') ? '&' : '?'}subject=${subject}`;
}
