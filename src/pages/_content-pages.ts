import { getCollection, type CollectionEntry } from 'astro:content';

let pages: Promise<CollectionEntry<'pages'>[]> | undefined;

/** The pages about the archive that every footer links: those at the top of `content/pages/`, in their order. */
export function footerPages(): Promise<CollectionEntry<'pages'>[]> {
  pages ??= getCollection('pages', ({ id }) => !id.includes('/')).then((all) =>
    all.sort((a, b) => a.data.order - b.data.order),
  );
  return pages;
}

/** The pages of the folder in which a page lies, such as those of the guide, in their order; none at the top. */
export async function pagesBeside(id: string): Promise<CollectionEntry<'pages'>[]> {
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  if (folder === '') return [];
  const all = await getCollection('pages', (page) => page.id.startsWith(folder));
  return all.sort((a, b) => a.data.order - b.data.order);
}
