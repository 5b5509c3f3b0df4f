/** Why there is no result of a job. Workers state it to BullMQ, which keeps the text with the job. */
export const failures = {
  form: 'dafu: form',
  reader: 'dafu: reader',
  bytes: 'dafu: bytes',
  death: 'dafu: death',
  result: 'dafu: result',
} as const;

/** How often a reader that died is tried anew. */
export const mostAttempts = 2;

/** BullMQ's own words for a job whose workers were lost too often. */
const stalled = 'job stalled more than';

/** What went wrong with a job, and what to do, in Chinese. @param reason As the queue states it. */
export function describeFailure(reason: string): string {
  if (reason.startsWith(stalled))
    return '先后有三台工作机在读这个文件时中断，不再重试。文件可能使程序耗尽内存，请单独转换它：去掉 --queue，在内存较大的机器上运行。';
  if (reason === failures.death)
    return '读取这个文件的进程两次意外结束，可能是内存不足，或者一个小时还没有读完。请单独转换它：去掉 --queue，在内存较大的机器上运行。';
  if (reason === failures.reader || reason === failures.form)
    return '工作机上的 dafu 与本机的版本不同，读出的文字可能不同，没有采用。请把各台机器更新到同一版本，再运行一次。';
  if (reason === failures.result)
    return '工作机交回的内容不合要求，没有采用。请确认连上队列的都是自己的机器、用的是同一版本的 dafu，再运行一次。';
  if (reason === failures.bytes)
    return '队列里的文件丢失了。请确认服务器的内存足够、maxmemory-policy 是 noeviction，再运行一次。';
  return `工作机没有读成这个文件（${reason.slice(0, 200)}）。请再运行一次；仍然如此的，去掉 --queue 单独转换。`;
}
