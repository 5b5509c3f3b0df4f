import { Index } from 'flexsearch';
import { options } from './flexsearch-options.ts';
import { fetchIndex, pageSize, showResults } from './results-list.ts';

type Titles = [id: string, title: string][];

let loading: Promise<{ index: Index; titles: Titles }> | undefined;

async function load(): Promise<{ index: Index; titles: Titles }> {
  const index = new Index(options);
  const parts = JSON.parse(await fetchIndex('parts.json')) as string[];
  const files = await Promise.all(parts.map((_, number) => fetchIndex(`part-${number}.json`)));
  for (const [number, part] of parts.entries()) index.import(part, files[number] ?? '');
  return { index, titles: JSON.parse(await fetchIndex('titles.json')) as Titles };
}

window.findLetters = async (query) => {
  loading ??= load();
  const { index, titles } = await loading;
  // Each word separately: the context index does not work across spaces.
  const [first = [], ...others] = query
    .split(' ')
    .map((word) => index.search(word, { limit: titles.length }));
  const sets = others.map((numbers) => new Set(numbers));
  const found = first
    .filter((number) => sets.every((set) => set.has(number)))
    .flatMap((number) => titles.slice(Number(number), Number(number) + 1));
  showResults(found.slice(0, pageSize).map(([id, title]) => ({ address: `${id}.html`, title })));
  return found.map(([id]) => id);
};
