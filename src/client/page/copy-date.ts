import { editionInfoScript } from '../../archive/edition-info.ts';
import { editionScripts } from '../edition-scripts.ts';

/**
 * States on a page that was opened from a disk that it is a copy, and of which day: it will not change, while the
 * website does. The day is in a file of its own, for a page must not change with every commit.
 *
 * @param place Empty and hidden until then.
 * @param root Address of the edition's root, with a closing slash.
 */
export async function stateCopyDate(place: HTMLElement, root: URL): Promise<void> {
  if (location.protocol !== 'file:') return;
  const value = (await editionScripts(root).load(editionInfoScript)) as {
    day?: unknown;
    url?: unknown;
  } | null;
  const { day, url } = value ?? {};
  const [year, month, date] = typeof day === 'string' ? day.split('-').map(Number) : [];
  place.textContent = date === undefined ? '这是离线副本。' : `这是${year}年${month}月${date}日的离线副本。`;
  if (typeof url === 'string' && /^https?:/.test(url)) {
    const link = document.createElement('a');
    link.href = url;
    link.rel = 'noopener noreferrer external';
    link.textContent = '网站';
    place.append('最新内容见', link, '。');
  }
  place.hidden = false;
}
