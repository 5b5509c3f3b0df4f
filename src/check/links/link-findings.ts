import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { visit } from 'unist-util-visit';
import { letterProcessor } from '../../markdown/processor.ts';
import { displayPath } from '../../content-files/display-path.ts';
import { byPlace, type Finding } from '../../content-files/finding.ts';
import { cutFrontmatter } from '../../content-files/frontmatter-block.ts';
import { findBrokenLinks, type BrokenLink, type LinkedFiles } from './broken-links.ts';

/**
 * Follows the links of an edition. A broken one is reported at its place in the Markdown that it comes
 * from; one that the pages' templates made names the page, and how many others have it too.
 *
 * @param content The content folder it was built from.
 * @param only The pages to look at; all when absent.
 */
export async function checkLinks(
  edition: LinkedFiles,
  content: string,
  only?: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const ours: BrokenLink[] = [];
  for (const [page, links] of Map.groupBy(await findBrokenLinks(edition, only), (link) => link.page)) {
    const source = await readSource(content, page);
    const written = source ? linksIn(source.text) : [];
    for (const link of links) {
      const at = written.findIndex(({ address }) => sameAddress(address, link.address));
      // One place for each: a letter may have the same link twice.
      const [place] = at === -1 ? [] : written.splice(at, 1);
      if (source && place) findings.push(finding(displayPath(source.file), place, link));
      else ours.push(link);
    }
  }
  for (const [why, links] of Map.groupBy(ours, (link) => link.why)) {
    const [first, ...others] = links;
    if (first === undefined) continue;
    const more = others.length > 0 ? `（另有 ${others.length} 处相同）` : '';
    findings.push(finding(first.page, first, { ...first, why: `${why}这是网页模板写的链接${more}。` }));
  }
  return findings.sort(byPlace);
}

function finding(
  path: string,
  { line, column }: { line: number; column: number },
  link: BrokenLink,
): Finding {
  const text = `链接 ${link.address === '' ? '“”' : link.address} 打不开：${link.why}`;
  return { path, line, column, level: 'error', rule: 'links', text };
}

/** The Markdown that a page was made from. */
async function readSource(
  content: string,
  page: string,
): Promise<{ file: string; text: string } | undefined> {
  const name = page.replace(/\.html$/, '.md');
  for (const file of [join(content, name), join(content, 'pages', name)]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

interface WrittenLink {
  address: string;
  line: number;
  column: number;
}

/** The links, images and references of a Markdown file, in order, and those of its HTML. */
function linksIn(text: string): WrittenLink[] {
  // The frontmatter is blanked out, not cut off: lines keep their numbers.
  const end = cutFrontmatter(text)?.end ?? 0;
  const body = text.slice(0, end).replace(/[^\n]/g, '') + text.slice(end);
  const found: WrittenLink[] = [];
  visit(letterProcessor.parse(body), (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      found.push({ address: node.url, line, column });
    if (node.type !== 'html') return;
    for (const { 1: address = '', index } of node.value.matchAll(/\s(?:href|src)\s*=\s*["']?([^"'\s>]*)/gi)) {
      const before = node.value.slice(0, index + 1).split('\n');
      const first = before.length === 1;
      found.push({
        address,
        line: line + before.length - 1,
        column: (first ? column : 1) + (before.at(-1) ?? '').length,
      });
    }
  });
  return found;
}

/** Whether two addresses are one: Markdown percent-encodes on its way to HTML. */
function sameAddress(a: string, b: string): boolean {
  return encodeURI(a).replaceAll('%25', '%') === encodeURI(b).replaceAll('%25', '%');
}
