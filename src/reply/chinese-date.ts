/** Seconds that the clock of China is ahead of UTC: it has one time zone and no summer time. */
const ahead = 8 * 3600;

/** The day in China, `yyyy-mm-dd`, at a time in seconds since 1970. The machine's own time zone does not matter. */
export function chineseDayAt(seconds: number): string {
  return new Date((seconds + ahead) * 1000).toISOString().slice(0, 10);
}

/**
 * The day in China that `SOURCE_DATE_EPOCH` sets (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/); undefined where it is not set or malformed.
 */
export function sourceDateDay(): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? chineseDayAt(Number(epoch)) : undefined;
}

/** Today in China, `yyyy-mm-dd`; `SOURCE_DATE_EPOCH` replaces the clock, so that a run can be repeated. */
export function today(): string {
  return sourceDateDay() ?? chineseDayAt(Date.now() / 1000);
}
