import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StructureTag } from '../layout/drawn-page.ts';

/** Structure elements that are blocks of text (ISO 32000-1, 14.8.4.3). */
const blocks = /^(?:P|H[1-6]?|L(?:I|bl|Body)|T[HD]|Caption|Note|BlockQuote|TOCI|Title)$/;

interface StructureNode {
  role?: string;
  type?: string;
  id?: string;
  children?: unknown[];
}

/** Maps the numbers of a page's marked content to the blocks of the structure tree that contain it. */
export async function readBlockTags(proxy: PDFPageProxy): Promise<Map<number, StructureTag>> {
  const tags = new Map<number, StructureTag>();
  let tree: unknown;
  try {
    tree = await proxy.getStructTree();
  } catch {
    // A broken structure tree takes nothing from the text.
    return tags;
  }
  const queue: { node: unknown; tag: StructureTag | undefined }[] = [{ node: tree, tag: undefined }];
  for (let next = queue.pop(); next && tags.size < 20_000; next = queue.pop()) {
    const { role, type, id, children } = (next.node ?? {}) as StructureNode;
    const number = /_mc(\d+)$/.exec(type === 'content' ? (id ?? '') : '')?.[1];
    if (number !== undefined && next.tag) tags.set(Number(number), next.tag);
    const tag = role !== undefined && blocks.test(role) ? { role } : next.tag;
    for (const child of children ?? []) queue.push({ node: child, tag });
  }
  return tags;
}
