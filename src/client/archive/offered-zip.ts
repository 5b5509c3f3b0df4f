import { newestZipScript, parseNewestZip, type NewestZip } from '../../archive/offer/newest-zip.ts';
import { formatByteSize } from '../../data/wording/byte-size.ts';
import { editionScripts } from '../edition-scripts.ts';
import { formatDay } from '../elements.ts';
import { hashText } from './file-hash.ts';

/**
 * Completes the section that offers the zip: its size and hashes are known only once it is packed, so they come from a
 * script beside it. In a copy that was opened from a disk there is no zip.
 *
 * @param archives Address of the folder with the zip, with a closing slash.
 * @param manifest Loads the text of this edition's manifest.
 * @returns The zip, if the website offers one.
 */
export async function showOffer(
  section: HTMLElement,
  archives: URL,
  manifest: () => Promise<string>,
): Promise<NewestZip | undefined> {
  const online = section.querySelector<HTMLElement>('[data-download-online]');
  const offline = section.querySelector<HTMLElement>('[data-download-offline]');
  const link = section.querySelector<HTMLAnchorElement>('[data-download-zip]');
  if (!online || !offline || !link) return undefined;
  if (archives.protocol === 'file:') {
    online.hidden = true;
    offline.hidden = false;
    return undefined;
  }
  const place = (name: string) => section.querySelector<HTMLElement>(`[data-newest="${name}"]`);
  const note = place('note');
  const zip = await editionScripts(archives)
    .load(newestZipScript)
    .then(parseNewestZip)
    .catch(() => undefined);
  if (!zip) {
    link.hidden = true;
    note?.append('网站没有提供打包好的 zip。可以拷贝整个文件夹，或向保管单位索取。');
    return undefined;
  }
  link.href = new URL(zip.name, archives).href;
  for (const name of ['sha256', 'sm3'] as const) place(name)?.replaceChildren(zip[name]);
  place('size')?.replaceChildren(`约 ${formatByteSize(zip.size)}`);
  place('hashes')?.removeAttribute('hidden');
  const own = await manifest().then(hashText, () => undefined);
  if (own !== undefined && own !== zip.manifest)
    note?.append(
      `zip 与本页不是同一版${zip.day === null ? '' : `，是${formatDay(zip.day)}的版本`}；文件名是 ${zip.name}。`,
    );
  return zip;
}
