import type { IndexedLetter } from '../text/indexed-letter.ts';
import { indexPart, type ShardPart } from './shard-files.ts';
import { writeShard, type ShardTask, type WrittenShard } from './shard-writer.ts';

/** What a process of its own is to do. */
export type ProcessTask =
  | { kind: 'part'; letters: IndexedLetter[]; folder: string }
  | { kind: 'shard'; task: ShardTask; parts: ShardPart[] };

/** What it answers: the shard when one was written, or why it failed, with the system's code where it has one. */
export interface ProcessAnswer {
  written?: WrittenShard | null;
  failure?: { message: string; code?: string; path?: string };
}

// Nobody waits for the answer of an orphan.
process.once('disconnect', () => process.exit());

// A process of its own for each part: Pagefind's service does not give memory back between indexes.
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
