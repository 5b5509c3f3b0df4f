import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import type { PageFile } from '../../content-files/page-file.ts';
import { reservedFiles, reservedFolders } from '../../archive/reserved-addresses.ts';
import { reservedName } from '../../reply/reserved-name.ts';
import { reservedText } from './file-name.ts';

/** A page's file name is its address: it can be one, and is none of the site's own. */
export function pageAddress(page: PageFile): Finding[] {
  const finding = (text: string): Finding[] => [errorAt(page.path, fileStart, 'file-name', text)];
  const parts = page.id.split('/');
  if (!page.name.endsWith('.md') || !parts.every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part)))
    return finding('文件夹名和文件名只用小写字母、数字和连字符，以 .md 结尾，例如 guide/check.md。');
  const reserved = parts.find((part) => reservedName.test(part));
  if (reserved !== undefined) return finding(reservedText(reserved));
  const [first = ''] = parts;
  if (parts.length > 1 && reservedFolders.includes(first))
    return finding(`文件夹 ${first}/ 是网站自己的，不能放说明页。请换一个文件夹。`);
  if (reservedFiles.includes(`${page.id}.html`))
    return finding(`网址 ${page.id}.html 是网站自己的网页。请给这个说明页换一个文件名。`);
  return [];
}
