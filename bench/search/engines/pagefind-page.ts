import { showResults } from './results-list.ts';

interface PagefindRuntime {
  search: (query: string) => Promise<{
    results: { id: string; data: () => Promise<{ url: string; meta: { title: string }; excerpt: string }> }[];
  }>;
}

/** How many results Pagefind's own interface loads and shows at once. */
const pageSize = 5;

let runtime: Promise<PagefindRuntime> | undefined;

window.findLetters = async (query) => {
  const address = new URL('pagefind/pagefind.js', location.href).href;
  runtime ??= import(address) as Promise<PagefindRuntime>;
  const { results } = await (await runtime).search(query);
  const shown = await Promise.all(results.slice(0, pageSize).map((result) => result.data()));
  showResults(shown.map(({ url, meta, excerpt }) => ({ address: url, title: meta.title, excerpt })));
  return results.map(({ id }) => id);
};
