import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, isInstalled } from '../program/program-folder.ts';

// To strip types and compile takes longer than most commands do. Threads find the cache by the environment. The
// package has no types to strip, and may be run in any folder.
if (!isInstalled) {
  process.env.NODE_COMPILE_CACHE ??= join(cacheFolder, 'compiled');
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

const { createProgram, exitCodeOf, refuseUnknownCommand } = await import('./program.ts');
try {
  const args = process.argv.slice(2);
  const program = await createProgram(args);
  refuseUnknownCommand(program, args);
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
