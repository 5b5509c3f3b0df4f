import { writeShard, type ShardTask } from './shard-writer.ts';

// A process of its own for each shard: Pagefind's service does not give memory back between indexes.
process.once('message', (task) => {
  void writeShard(task as ShardTask).then((written) => {
    process.send?.(written);
    process.disconnect();
  });
});
