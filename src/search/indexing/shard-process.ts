import type { IndexedLetter } from '../text/indexed-letter.ts';
import { indexPart, type ShardPart } from './shard-files.ts';
import { writeShard, type ShardTask, type WrittenShard } from './shard-writer.ts';

/** A task for a child process. */
export type ProcessTask =
  | { kind: 'part'; letters: IndexedLetter[]; folder: string }
  | { kind: 'shard'; task: ShardTask; parts: ShardPart[] };

/** Its answer: the shard, if one was written, or why the task failed, with the system's error code if any. */
export interface ProcessAnswer {
  written?: WrittenShard | null;
  failure?: { message: string; code?: string; path?: string };
}

// An orphan's answer has no reader.
process.once('disconnect', () => process.exit());

// Each part has its own process, because Pagefind's service does not free memory between indexes.
process.once('message', (message) => {
  void perform(message as ProcessTask)
    .then((written): ProcessAnswer => ({ written }))
    .catch((error: unknown): ProcessAnswer => ({ failure: failureOf(error) }))
    .then((answer) => {
      process.send?.(answer);
      process.disconnect();
    });
});

async function perform(message: ProcessTask): Promise<WrittenShard | null> {
  if (message.kind === 'shard') return writeShard(message.task, message.parts);
  await indexPart(message.letters, message.folder);
  return null;
}

function failureOf(error: unknown): NonNullable<ProcessAnswer['failure']> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, path } = error as NodeJS.ErrnoException;
  return { message, ...(code === undefined ? {} : { code }), ...(path === undefined ? {} : { path }) };
}
