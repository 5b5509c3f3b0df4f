import { dirname, join } from 'node:path';
import { reservedFolders } from '../../archive/reserved-addresses.ts';
import { displayPath } from '../../content-files/display-path.ts';
import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import { pngFault } from '../../content-files/png-file.ts';
import { reservedName } from '../../reply/reserved-name.ts';
import { reservedText } from './file-name.ts';

/** Whether a file beside the pages is a picture for them, by its name. */
export function isPagePicture(name: string): boolean {
  return /\.png$/i.test(name);
}

/**
 * The logo, which every page shows.
 *
 * @param name Its name below the content folder, as `site.yml` states it.
 */
export async function logoPicture(content: string, name: string | undefined): Promise<Finding[]> {
  if (name === undefined) return [];
  const file = join(content, name);
  const fault = await pngFault(file);
  return fault === undefined
    ? []
    : [errorAt(displayPath(file), fileStart, 'picture', `site.yml 的 logo 写明了它：${fault}`)];
}

/**
 * A picture that pages show lies beside a page and is published at its own path.
 *
 * @param content The content folder.
 * @param name Path below `pages/`, with `/`.
 * @param pages Paths of the pages there.
 */
export async function pagePicture(
  content: string,
  name: string,
  pages: readonly string[],
): Promise<Finding[]> {
  const file = join(content, 'pages', name);
  const finding = (text: string): Finding[] => [errorAt(displayPath(file), fileStart, 'picture', text)];
  const parts = name.replace(/\.png$/, '').split('/');
  if (!name.endsWith('.png') || !parts.every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part)))
    return finding('文件夹名和文件名只用小写字母、数字和连字符，以 .png 结尾，例如 guide/first-letter.png。');
  const reserved = parts.find((part) => reservedName.test(part));
  if (reserved !== undefined) return finding(reservedText(reserved));
  if (parts.length > 1 && reservedFolders.includes(parts[0] ?? ''))
    return finding(`文件夹 ${parts[0] ?? ''}/ 是网站自己的，不能放图片。请换一个文件夹。`);
  if (!pages.some((page) => dirname(page) === dirname(name)))
    return finding('这个文件夹里没有说明页。请把图片放在用它的说明页旁边。');
  if (name === 'logo.png') return finding('网址 logo.png 是网站标志的。请给这张图片换一个文件名。');
  const fault = await pngFault(file);
  return fault === undefined ? [] : finding(fault);
}
