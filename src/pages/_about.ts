import { getCollection, type CollectionEntry } from 'astro:content';

let pages: Promise<CollectionEntry<'pages'>[]> | undefined;

/** The pages about the archive that every footer links: those at the top of `content/pages/`, in their order. */
export function footerPages(): Promise<CollectionEntry<'pages'>[]> {
  pages ??= getCollection('pages', ({ id }) => !id.includes('/')).then((all) =>
    all.sort((a, b) => a.data.order - b.data.order),
  );
  return pages;
}
