import { startEngine } from './search/engine-worker-start.ts';
import { defineReplySearch } from './search/reply-search.ts';

// The edition's root, from this script's own address: it lies in `assets/`.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const root = new URL('../', own);

// Not in the task in which the page is laid out for the first time: each is long enough by itself.
setTimeout(() => {
  defineReplySearch(root, () => startEngine(new URL('search/', root)));
});
