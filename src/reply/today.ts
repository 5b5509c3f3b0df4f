/** Hours that the clock of China is ahead of UTC. */
const ahead = 8;

/**
 * The day, `yyyy-mm-dd`, in China. `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) replaces
 * the clock, so that a build can be repeated.
 */
export function today(): string {
  const epoch = Number.parseInt(process.env.SOURCE_DATE_EPOCH ?? '', 10);
  const now = Number.isFinite(epoch) ? epoch * 1000 : Date.now();
  return new Date(now + ahead * 3_600_000).toISOString().slice(0, 10);
}
