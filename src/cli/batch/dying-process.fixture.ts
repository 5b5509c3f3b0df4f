// Converts like the program, but a file whose name says so kills the process, exhausts its memory, or is changed
// before the answer is sent.
import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ConversionTask } from './conversion-process.ts';

process.prependListener('message', (task) => {
  const { file } = (task as ConversionTask).paths;
  const name = basename(file);
  if (name.startsWith('kill')) process.kill(process.pid, 'SIGKILL');
  if (name.startsWith('exhaust')) {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, () => held.length));
  }
  if (name.startsWith('change')) {
    const send = process.send?.bind(process);
    Object.assign(process, {
      send(answer: unknown) {
        appendFileSync(file, '\n');
        return send?.(answer);
      },
    });
  }
});
await import('./conversion-process.ts');
