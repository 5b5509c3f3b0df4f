import { createProgram, exitCodeOf, refuseUnknownCommand } from './program.ts';

try {
  const program = createProgram();
  refuseUnknownCommand(program, process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
