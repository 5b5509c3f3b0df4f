import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the program's root. */
export const programRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where builds work and keep what the next build may reuse, unless another place is given. */
export const cacheFolder = join(programRoot, '.cache');
