import { join } from 'node:path';
import { reservedFiles, reservedFolders } from '../../archive/reserved-addresses.ts';
import { displayPath } from '../../content-files/display-path.ts';
import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import { readLetterFile } from '../../content-files/letter-file.ts';
import type { PageFile } from '../../content-files/page-file.ts';
import { letterId } from '../../reply/letter-id.ts';
import { publicationOn } from '../../reply/publication.ts';
import { findNearest } from '../../content-files/nearest-name.ts';
import type { CheckedLetter } from '../checked-letter.ts';

type AddressedLetter = Pick<CheckedLetter, 'name' | 'id' | 'frontmatter'>;

/** What was public, and what is to be. */
export interface Editions {
  /** Paths of the files of the last edition. */
  former: ReadonlySet<string>;
  letters: readonly AddressedLetter[];
  pages: readonly PageFile[];
  /** The day on which the next is published, in China: `yyyy-mm-dd`. */
  day: string;
}

/**
 * The addresses of letters and pages that were in the last edition are in the next, too. Letters and pages with errors of
 * their own are taken as being there. Only a letter with something wrong is read again, for the place.
 */
export function publishedAddresses(content: string, { former, letters, pages, day }: Editions): Finding[] {
  // Under its own name a letter comes before one that was once called so.
  const named = new Map([
    ...letters.flatMap((letter) =>
      (letter.frontmatter?.aliases ?? []).map((alias) => [alias, letter] as const),
    ),
    ...letters.map((letter) => [letter.id, letter] as const),
  ]);
  const shown = new Set(pages.map(({ id }) => id));
  const added = letters.map(({ id }) => id).filter((id) => !former.has(`replies/${id}.html`));
  const findings: Finding[] = [];
  for (const path of [...former].sort()) {
    const address = path.endsWith('.html') ? path.slice(0, -'.html'.length) : '';
    const id = address.startsWith('replies/') ? address.slice('replies/'.length) : undefined;
    if (id !== undefined && letterId.test(id)) {
      const letter = named.get(id);
      if (!letter) findings.push(lost(content, path, id, findNearest(added, id)));
      else if (!isReached(letter, day)) findings.push(hidden(content, letter, path));
    } else if (isPage(path, address) && !shown.has(address)) findings.push(lostPage(content, path, address));
  }
  return findings;
}

function isReached({ frontmatter }: AddressedLetter, day: string): boolean {
  return frontmatter === undefined || ['published', 'withdrawn'].includes(publicationOn(day, frontmatter));
}

/** Whether a file of an edition is a page from `content/pages/`. */
function isPage(path: string, address: string): boolean {
  const [top = ''] = path.split('/');
  return address !== '' && !reservedFiles.includes(path) && !reservedFolders.includes(top);
}

/** The letter is there, and not to be public. */
function hidden(content: string, { name, frontmatter }: AddressedLetter, address: string): Finding {
  const { path, locate } = readLetterFile(content, name);
  const [field, what] =
    frontmatter?.draft === true
      ? ['draft', '现在是草稿']
      : frontmatter?.disclosure !== undefined && frontmatter.disclosure !== '主动公开'
        ? ['disclosure', `公开方式现在是“${frontmatter.disclosure}”`]
        : ['publishFrom', '现在要到以后才公开'];
  const text = `网址 ${address} 公布过，这件答复${what}，网址会打不开。确实要收回的，请写 withdrawn（日期和原因），并删去正文和原件；不然请改回来。`;
  return errorAt(path, locate([field]), 'published-address', text);
}

/** @param renamed A letter that may be this one under a new name. */
function lost(content: string, address: string, id: string, renamed: string | undefined): Finding {
  const path = displayPath(join(content, 'replies', `${id}.md`));
  const moved =
    renamed === undefined
      ? '改了名的，请在新文件的文件头写'
      : `改名为 replies/${renamed}.md 了吗？是的话，请在它的文件头写`;
  const text = `网址 ${address} 公布过，现在没有了。${moved} aliases: [${id}]；不再公开的，请恢复这个文件，写 withdrawn（日期和原因），并删去正文和原件。`;
  return errorAt(path, fileStart, 'published-address', text);
}

function lostPage(content: string, address: string, id: string): Finding {
  const path = displayPath(join(content, 'pages', `${id}.md`));
  const text = `网址 ${address} 公布过，现在没有了。请恢复这个说明页；内容移到别处的，写一句话和新网页的链接。`;
  return errorAt(path, fileStart, 'published-address', text);
}
