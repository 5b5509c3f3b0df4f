import type { NewestZip } from '../../archive/offer/newest-zip.ts';
import { element, formatCount, formatDay } from '../elements.ts';
import type { CopyReport } from './check-chosen-copy.ts';

/** Paths shown of each kind: the differences of a wrong folder would fill the page. */
const shown = 200;

/** Describes in a few sentences what a check found. */
export function summariseReport(report: CopyReport): string {
  const { total, differences, faults, other } = report;
  const problems = listProblems(report);
  if (!other && differences.missing.length > total / 2)
    return '选的不是本站的副本，或者只是其中一部分：大部分文件找不到。';
  const which = other
    ? `这是${other.day === undefined ? '另一版' : `${formatDay(other.day)}那一版`}的副本，与本页不是同一版，所以按它自带的清单核对。`
    : '';
  if (problems.length + faults.length === 0)
    return `${which}核对完毕：${formatCount(total)} 个文件全部一致，没有缺少，也没有多出。`;
  const counts = problems.map(({ heading, paths }) => `${heading} ${formatCount(paths.length)} 个`);
  const than = other ? '与清单' : '与本站';
  return `${which}核对完毕，${than}不一致${counts.length === 0 ? '' : `：${counts.join('，')}`}。${faults.join('')}`;
}

/** Lists the files that differ, each kind under its heading, and what else a keeper needs. Names are inserted as text. */
export function showReport(place: HTMLElement, report: CopyReport, offered: NewestZip | undefined): void {
  if (!report.other && report.differences.missing.length > report.total / 2) return;
  for (const { heading, paths } of listProblems(report)) {
    const more = paths.length - shown;
    const list = element('ul', {}, ...paths.slice(0, shown).map((path) => element('li', {}, path)));
    if (more > 0) list.append(element('li', {}, `……另有 ${formatCount(more)} 个`));
    place.append(element('h3', {}, `${heading}（${formatCount(paths.length)}）`), list);
  }
  if (report.other)
    place.append(
      element('p', {}, '自带的清单查不出连清单一起的改动。请把它的 SHA-256 与另处公布的比较：'),
      hashCode(report.other.manifest),
    );
  if (report.zip !== undefined)
    place.append(element('p', {}, sayZip(report.zip, offered)), hashCode(report.zip));
}

function sayZip(hash: string, offered: NewestZip | undefined): string {
  if (offered?.sha256 === hash) return 'zip 自身与网站提供的完全相同，它的 SHA-256 是：';
  if (offered) return 'zip 自身与网站提供的不同，可能是另一版，或者重新压缩过。它的 SHA-256 是：';
  return '请把 zip 自身的 SHA-256 与网站公布的比较：';
}

function hashCode(hash: string): HTMLElement {
  return element('code', { class: 'verify-hash' }, hash);
}

interface Problem {
  heading: string;
  paths: readonly string[];
}

function listProblems({ differences, unreadable }: CopyReport): Problem[] {
  const { changed, missing, extra, twins } = differences;
  return [
    { heading: '内容不同', paths: changed },
    { heading: '缺少', paths: missing },
    { heading: '读不出来', paths: unreadable },
    { heading: '多出', paths: extra },
    { heading: '与另一个文件看似同名', paths: twins },
  ].filter(({ paths }) => paths.length > 0);
}
