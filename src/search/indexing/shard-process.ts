import { writeShard, type ShardTask, type WrittenShard } from './shard-writer.ts';

/** The answer of the process: the shard, or why it failed, with the system's error code if any. */
export interface ProcessAnswer {
  written?: WrittenShard;
  failure?: { message: string; code?: string; path?: string };
}

// An orphan's answer has no reader.
process.once('disconnect', () => process.exit());

process.once('message', (task) => {
  void writeShard(task as ShardTask)
    .then((written): ProcessAnswer => ({ written }))
    .catch((error: unknown): ProcessAnswer => ({ failure: failureOf(error) }))
    .then((answer) => {
      process.send?.(answer);
      process.disconnect();
    });
});

function failureOf(error: unknown): NonNullable<ProcessAnswer['failure']> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, path } = error as NodeJS.ErrnoException;
  return { message, ...(code === undefined ? {} : { code }), ...(path === undefined ? {} : { path }) };
}
