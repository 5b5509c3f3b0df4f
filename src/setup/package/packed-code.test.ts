import { expect, test } from 'vitest';
import { listProgram, packCode } from './packed-code.ts';

test('packed code is what Node runs, on the same lines, and refers to packed files', () => {
  const source = [
    "import type { A } from './a.ts';",
    "import { b, type B } from '../b.ts';",
    "import { z } from 'zod';",
    "export { c } from './c/c.ts';",
    'const one: B = b as B;',
    "const later = () => import('./later.ts');",
    "const worker = new Worker(new URL('./worker.ts', import.meta.url));",
    "console.log(one, z, 'read me.ts', later, worker);",
  ].join('\n');
  const packed = packCode(source).split('\n');
  expect(packed.map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual([
    '',
    "import { b, } from '../b.js';",
    "import { z } from 'zod';",
    "export { c } from './c/c.js';",
    'const one = b ;',
    "const later = () => import('./later.js');",
    "const worker = new Worker(new URL('./worker.js', import.meta.url));",
    "console.log(one, z, 'read me.ts', later, worker);",
  ]);
});

test('the program is all that its start leads to: imports, threads and processes, but no types and no templates', () => {
  const files: Record<string, string> = {
    'cli/main.ts': "import { a } from '../a/a.ts'; import type { T } from '../a/types.ts'; a();",
    'a/a.ts': "export { b } from './b.ts'; new Worker(new URL('thread.ts', import.meta.url));",
    'a/b.ts': "export const b = () => import('../integrations/page-compiler.ts');",
    'a/thread.ts': "import '../cli/main.ts';",
    'a/unused.ts': '',
  };
  expect(listProgram((path) => files[path] ?? `missing ${path}`)).toEqual([
    'a/a.ts',
    'a/b.ts',
    'a/thread.ts',
    'cli/main.ts',
  ]);
});
