import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readPageLinks } from './page-links.ts';

/** The files of an edition. */
export interface LinkedFiles {
  /** The paths of all files below the edition's root. */
  files: ReadonlySet<string>;
  /** Reads a page. */
  read: (path: string) => string;
  /** The pages that lead on to another, by path: an anchor is looked for there. */
  redirects?: ReadonlyMap<string, string>;
}

/** A link of the edition that leads nowhere. */
export interface BrokenLink {
  /** Path of the page below the edition's root. */
  page: string;
  /** As the page has it. */
  address: string;
  /** Its place in the page's HTML; lines and columns count from 1. */
  line: number;
  column: number;
  /** In Chinese: why it leads nowhere and what to do. */
  why: string;
}

/** A link to an anchor of another page, to be looked at when that page is. Its own page is not kept in memory. */
interface AnchorLink {
  page: string;
  address: string;
  offset: number;
  anchor: string;
}

/**
 * Follows every link of every page of an edition within the edition. Other hosts are not asked for anything.
 *
 * @param only The pages to look at; all when absent.
 * @returns In the order of pages, then of their text.
 */
export async function findBrokenLinks(
  { files, read, redirects = new Map() }: LinkedFiles,
  only?: readonly string[],
): Promise<BrokenLink[]> {
  const pages = [...(only ?? files)].filter((file) => file.endsWith('.html')).sort();
  const broken: BrokenLink[] = [];
  const awaiting = new Map<string, AnchorLink[]>();
  const checkAnchors = (file: string, ids: ReadonlySet<string>) => {
    for (const { page, address, offset, anchor } of awaiting.get(file) ?? [])
      if (!ids.has(anchor))
        broken.push({ page, address, ...placeOf(read(page), offset), why: noAnchor(file, anchor) });
    awaiting.delete(file);
  };
  const sound = new Map<string, Set<string>>();
  for (const [index, page] of pages.entries()) {
    // Threads that this one serves wait no longer than some pages take.
    if (index % 32 === 31) await setImmediate();
    const html = read(page);
    const { links, ids } = readPageLinks(html);
    checkAnchors(page, ids);
    const soundHere = soundAddresses(sound, posix.dirname(page));
    for (const { address, offset } of links) {
      if (soundHere.has(address)) continue;
      const target = resolveLink(page, address);
      if (target === undefined) {
        soundHere.add(address);
        continue;
      }
      const fault = (why: string) => ({ page, address, ...placeOf(html, offset), why });
      if ('why' in target) broken.push(fault(target.why));
      else if (!files.has(target.file)) broken.push(fault(missing(target.file, files)));
      else if (target.anchor !== '' && target.file.endsWith('.html')) {
        const { anchor } = target;
        const file = redirects.get(target.file) ?? target.file;
        if (file === page) {
          if (!ids.has(anchor)) broken.push(fault(noAnchor(file, anchor)));
        } else {
          const waiting = awaiting.get(file) ?? [];
          if (waiting.length === 0) awaiting.set(file, waiting);
          waiting.push({ page, address, offset, anchor });
        }
      } else if (target.file !== page) soundHere.add(address);
    }
  }
  // Links to pages that came before, or are not among those to look at.
  for (const [index, file] of [...awaiting.keys()].entries()) {
    if (index % 32 === 31) await setImmediate();
    checkAnchors(file, readPageLinks(read(file)).ids);
  }
  return broken.sort(inOrder);
}

/** The addresses that lead somewhere from every page of a folder: most are those of the site's frame. */
function soundAddresses(sound: Map<string, Set<string>>, folder: string): Set<string> {
  const known = sound.get(folder) ?? new Set();
  if (known.size === 0) sound.set(folder, known);
  return known;
}

type Target = { file: string; anchor: string } | { why: string };

/** What an address on a page means; undefined for one that leaves the edition. */
function resolveLink(page: string, address: string): Target | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return undefined;
  if (address.startsWith('//')) return { why: '站外链接请写明 https://。' };
  if (address.startsWith('/'))
    return { why: '以 / 开头的链接在双击打开时失效。请写相对路径，例如 ../2019/cppcc-12-2-283.html。' };
  const [path = '', anchor = ''] = address.replace(/\?[^#]*/, '').split('#');
  // An empty fragment and #top are the page's beginning, whatever ids it has (HTML, “scroll to the fragment”).
  const place = decode(anchor);
  if (address === '') return { why: '链接是空的。请写明去处，或删去链接。' };
  const decoded = decode(path);
  if (decoded === undefined || place === undefined) return { why: '链接中的 % 编码不完整。请重新复制链接。' };
  const file = decoded === '' ? page : posix.join(posix.dirname(page), decoded);
  return { file, anchor: place === 'top' ? '' : place };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function noAnchor(file: string, anchor: string): string {
  return `${file} 里没有 #${anchor} 这个位置。请打开该页，复制段落旁的“¶”链接。`;
}

function missing(file: string, files: ReadonlySet<string>): string {
  if (file.startsWith('../')) return `${file} 在本站文件夹之外。`;
  if (file.endsWith('/') || files.has(`${file}/index.html`))
    return `链接指向文件夹 ${file}，双击打开时失效。请写到文件，例如 index.html。`;
  if (file.startsWith('originals/'))
    return `本站没有 ${file}：只公开原件和 edits.json 登记的附件。请改正链接，或用 dafu convert --with 补上附件。`;
  const page = file.replace(/\.md$/, '.html');
  const hint = page !== file && files.has(page) ? `是否应为 ${page}？` : '请改正链接，或补上该文件。';
  return `本站没有 ${file}。${hint}`;
}

function placeOf(html: string, offset: number): { line: number; column: number } {
  const before = html.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function inOrder(a: BrokenLink, b: BrokenLink): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
