import type { Engine } from './engine.ts';

const largeHeap = 12_288;

/** All engines, ours first. Each is configured for Chinese as well as its documentation allows. */
export const engines: readonly Engine[] = [
  {
    key: 'ours',
    name: 'dafu',
    setUp: '搜索页的 `<reply-search>`，首屏 20 条，含摘录 · the real search page, 20 results with excerpts',
    load: async () => (await import('./dafu.ts')).site,
  },
  {
    key: 'pagefind',
    name: 'Pagefind',
    package: 'pagefind',
    setUp:
      '默认设置，网页 `lang="zh-CN"`、`data-pagefind-body`；首屏 5 条，含摘录 · default options, 5 results with excerpts, as its own interface shows',
    load: async () => (await import('./pagefind.ts')).site,
  },
  {
    key: 'minisearch',
    name: 'MiniSearch',
    package: 'minisearch',
    setUp:
      '`tokenize`：相邻两字一词（其议题 201 所荐）；`combineWith: AND`，单字按前缀；首屏 20 个标题 · pairs of characters, all must match; 20 titles',
    heap: largeHeap,
    load: async () => (await import('./minisearch.ts')).site,
  },
  {
    key: 'flexsearch',
    name: 'FlexSearch',
    package: 'flexsearch',
    setUp:
      '`Charset.CJK`，`tokenize: strict`，`context`（depth 2，单向），各词分别查、取交集；首屏 20 个标题 · its CJK encoder with the context index for order, each word by itself; 20 titles',
    heap: largeHeap,
    load: async () => (await import('./flexsearch.ts')).site,
  },
  {
    key: 'orama',
    name: 'Orama',
    package: '@orama/orama',
    setUp:
      '`@orama/tokenizers/mandarin`，`threshold: 0`（各词皆须命中）；首屏 20 个标题 · its Mandarin tokenizer, all words must match; 20 titles',
    heap: largeHeap,
    load: async () => (await import('./orama.ts')).site,
  },
];

/** @throws Error when there is no engine of this name. */
export function findEngine(key: string): Engine {
  const found = engines.find((engine) => engine.key === key);
  if (!found)
    throw new Error(`没有这个引擎 no such engine: ${key}（${engines.map((one) => one.key).join(', ')}）`);
  return found;
}
