import { startEngine } from './search/engine-worker-start.ts';
import { defineReplySearch } from './search/reply-search.ts';

// This script is in `assets/` below the edition's root.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const root = new URL('../', own);

// Not in the task of the first layout: each takes long enough by itself.
setTimeout(() => {
  defineReplySearch(root, () => startEngine(new URL('search/', root)));
});
