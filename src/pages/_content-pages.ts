import { getCollection, type CollectionEntry } from 'astro:content';

let pages: Promise<CollectionEntry<'pages'>[]> | undefined;

/** The pages about the archive that every footer links to: those at the top of `content/pages/`, in order. */
export function footerPages(): Promise<CollectionEntry<'pages'>[]> {
  pages ??= getCollection('pages', ({ id }) => !id.includes('/')).then((all) =>
    all.sort((a, b) => a.data.order - b.data.order),
  );
  return pages;
}

/** The pages in the folder of a page, such as those of the guide, in order; empty at the top. */
export async function pagesBeside(id: string): Promise<CollectionEntry<'pages'>[]> {
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  if (folder === '') return [];
  const all = await getCollection('pages', (page) => page.id.startsWith(folder));
  return all.sort((a, b) => a.data.order - b.data.order);
}
