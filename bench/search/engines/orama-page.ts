import { count, load, search, type Orama } from '@orama/orama';
import { createDatabase } from './orama-options.ts';
import { fetchIndex, pageSize, showResults } from './results-list.ts';

let loading: Promise<Orama> | undefined;

async function open(): Promise<Orama> {
  const database = createDatabase();
  load(database, JSON.parse(await fetchIndex('index.json')));
  return database;
}

window.findLetters = async (query) => {
  loading ??= open();
  const database = await loading;
  const { hits } = await search(database, {
    term: query,
    properties: ['title', 'text'],
    threshold: 0,
    limit: count(database),
  });
  showResults(
    hits.slice(0, pageSize).map(({ document: { id, title } }) => ({ address: `${id}.html`, title })),
  );
  return hits.map(({ document: { id } }) => id);
};
