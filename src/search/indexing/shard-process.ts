import type { IndexedLetter } from '../text/indexed-letter.ts';
import { indexPart, type ShardPart } from './shard.ts';
import { writeShard, type ShardTask, type WrittenShard } from './shard-writer.ts';

/** What a process of its own is to do. */
export type ProcessTask =
  | { kind: 'part'; letters: IndexedLetter[]; folder: string }
  | { kind: 'shard'; task: ShardTask; parts: ShardPart[] };

// A process of its own for each part: Pagefind's service does not give memory back between indexes.
process.once('message', (message) => {
  void perform(message as ProcessTask).then((written) => {
    process.send?.(written);
    process.disconnect();
  });
});

async function perform(message: ProcessTask): Promise<WrittenShard | null> {
  if (message.kind === 'shard') return writeShard(message.task, message.parts);
  await indexPart(message.letters, message.folder);
  return null;
}
