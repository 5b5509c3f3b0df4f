import MiniSearch from 'minisearch';
import { options } from './minisearch-options.ts';
import { fetchIndex, pageSize, showResults } from './results-list.ts';

let index: Promise<MiniSearch> | undefined;

window.findLetters = async (query) => {
  index ??= fetchIndex('index.json').then((json) => MiniSearch.loadJSON(json, options));
  const results = (await index).search(query);
  showResults(results.slice(0, pageSize).map(({ id, title }) => ({ address: `${id}.html`, title })));
  return results.map(({ id }) => id);
};
