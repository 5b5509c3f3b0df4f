import type { Differences } from '../../archive/manifest.ts';

/** A kind of difference, with the files that have it. */
export interface Problem {
  heading: string;
  paths: string[];
}

/** Paths shown of each kind: the differences of a wrong folder would fill the page. */
const shown = 200;

/**
 * Describes how a folder differs from the edition.
 *
 * @param total Number of files in the edition.
 */
export function summariseDifferences(
  { changed, missing, extra, twins }: Differences,
  unreadable: readonly string[],
  total: number,
): { text: string; problems: Problem[] } {
  const unread = new Set(unreadable);
  const problems = [
    { heading: '内容不同', paths: changed },
    { heading: '缺少', paths: missing.filter((path) => !unread.has(path)) },
    { heading: '读不出来', paths: [...unreadable] },
    { heading: '多出', paths: extra },
    { heading: '与另一个文件看似同名', paths: twins },
  ].filter(({ paths }) => paths.length > 0);
  if (problems.length === 0)
    return { text: `核对完毕：${total} 个文件全部一致，没有缺少，也没有多出。`, problems };
  if (missing.length > total / 2)
    return { text: '选的文件夹不是本站的副本，或者只是其中一部分：大部分文件找不到。', problems };
  const counts = problems.map(({ heading, paths }) => `${heading} ${paths.length} 个`).join('，');
  return { text: `核对完毕，与本站不一致：${counts}。`, problems };
}

/** Lists the differences, each kind under its heading. File names are inserted as text. */
export function showDifferences(report: HTMLElement, problems: readonly Problem[]): void {
  for (const { heading, paths } of problems) {
    const title = document.createElement('h3');
    title.textContent = `${heading}（${paths.length}）`;
    const list = document.createElement('ul');
    for (const path of paths.slice(0, shown)) list.append(listItem(path));
    if (paths.length > shown) list.append(listItem(`……另有 ${paths.length - shown} 个`));
    report.append(title, list);
  }
}

function listItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
