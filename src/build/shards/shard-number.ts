/** One of the parts into which a build is divided: part `number` of `count`, counted from 1. */
export interface ShardNumber {
  number: number;
  count: number;
}

/** What {@link shardFromEnvironment} reads. */
export type ShardEnvironment = Readonly<
  Partial<Record<'JOB_COMPLETION_INDEX' | 'JOB_COMPLETIONS', string | undefined>>
>;

/** More parts than this are a slip of the pen: a part of a million letters would hold a hundred. */
const mostShards = 10_000;

/**
 * Reads `2/8`, the second of eight parts. `/8` is a part of eight whose number the environment states.
 *
 * @param text The value of `--shard`.
 * @throws Error in Chinese when it is neither, or the environment states no number.
 */
export function parseShard(text: string, environment: ShardEnvironment = {}): ShardNumber {
  const { number, count } = /^(?<number>\d*)\/(?<count>\d+)$/.exec(text.trim())?.groups ?? {};
  if (count === undefined)
    throw new Error(`--shard 应写作“第几份/共几份”，例如 --shard 2/8，不能是“${text}”。`);
  const shards = readCount(count, `--shard ${text}`);
  if (number !== '') return within({ number: Number(number), count: shards }, `--shard ${text}`);
  const index = environment.JOB_COMPLETION_INDEX;
  if (index === undefined)
    throw new Error(
      `--shard ${text} 只写了共几份，环境变量 JOB_COMPLETION_INDEX 又没有写明是第几份。请写作 --shard 1/${shards}，或在 Kubernetes 的 Indexed Job 里运行。`,
    );
  return fromIndex(index, shards);
}

/**
 * The part that a Kubernetes Indexed Job gives to this container: `JOB_COMPLETION_INDEX`, which begins at 0, of
 * `JOB_COMPLETIONS`, which the manifest repeats from its `completions`, since Kubernetes does not pass it on.
 *
 * @returns undefined when neither is set: the build is not divided.
 * @throws Error in Chinese when one is missing or wrong.
 */
export function shardFromEnvironment(environment: ShardEnvironment): ShardNumber | undefined {
  const { JOB_COMPLETION_INDEX: index, JOB_COMPLETIONS: count } = environment;
  if (index === undefined && count === undefined) return undefined;
  if (index === undefined)
    throw new Error(
      '设了环境变量 JOB_COMPLETIONS，却没有 JOB_COMPLETION_INDEX。请在 Indexed Job 里运行，或改用 --shard 第几份/共几份。',
    );
  if (count === undefined)
    throw new Error(
      '环境变量 JOB_COMPLETION_INDEX 写明了是第几份，没有写明共几份。请把 JOB_COMPLETIONS 设为 Job 的 completions，或使用 --shard /共几份。',
    );
  return fromIndex(index, readCount(count, '环境变量 JOB_COMPLETIONS'));
}

function fromIndex(index: string, count: number): ShardNumber {
  const place = `环境变量 JOB_COMPLETION_INDEX=${index}`;
  if (!/^\d{1,9}$/.test(index)) throw new Error(`${place} 不是从 0 起的整数。`);
  const number = Number(index) + 1;
  if (number > count)
    throw new Error(
      `${place}（从 0 数起）超出了共 ${count} 份。请使它小于份数，与 Job 的 completions 一致。`,
    );
  return { number, count };
}

function readCount(text: string, place: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostShards) throw new Error(`${place} 的份数应是 1 至 ${mostShards} 的整数。`);
  return count;
}

function within(shard: ShardNumber, place: string): ShardNumber {
  if (shard.number < 1 || shard.number > shard.count)
    throw new Error(`${place} 的第几份应是 1 至 ${shard.count} 的整数（从 1 数起）。`);
  return shard;
}
