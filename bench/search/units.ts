import type { Quantiles } from './score.ts';

/** 1234567 as `1,206`: kilobytes of 1,024. */
export function kilobytes(bytes: number): string {
  const value = bytes / 1024;
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

/** Megabytes of 1,048,576. */
export function megabytes(bytes: number): string {
  const value = bytes / 1024 ** 2;
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

/** 0.9876 as `98.8 %`; only exactly 1 becomes 100 %. */
export function percent(part: number): string {
  return part === 1 ? '100 %' : `${(Math.floor(part * 1000) / 10).toFixed(1)} %`;
}

/** 199 of 200 as `99.5 %`. */
export function share(part: number, whole: number): string {
  return percent(part / whole);
}

/** Milliseconds: `12 / 45`. */
export function duration({ p50, p95 }: Quantiles): string {
  return `${p50.toFixed(0)} / ${p95.toFixed(0)}`;
}
