import { targetOf } from './page/redirect-target.ts';

// Replaces this page in the history, so that “back” does not lead here again.
const to = document.currentScript?.dataset.to;
if (to !== undefined) location.replace(targetOf(to, location.href));
