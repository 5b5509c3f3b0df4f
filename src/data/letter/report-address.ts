import type { Letter } from './letter.ts';

/**
 * The address that takes reports of errors, for one letter: mail gets a subject that names it. A web page is
 * linked as it is, for what it does with a query nobody knows.
 *
 * @param reportErrors The field of `site.yml`.
 */
export function makeReportAddress(reportErrors: string, { id, data }: Letter): string {
  if (!reportErrors.startsWith('mailto:')) return reportErrors;
  const subject = encodeURIComponent(`转录错误：${data.title}（${id}）`);
  return `${reportErrors}${reportErrors.includes('?') ? '&' : '?'}subject=${subject}`;
}
