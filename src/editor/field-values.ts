/** Whether a value has fields. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value without what a form leaves where nothing was filled in: undefined where nothing remains. */
export function withoutEmpty(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = withoutEmpty(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whether two values are the same to an editor: a form knows no `false` that is not written, and a number as text. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable(value: unknown): unknown {
  const filled = withoutEmpty(value);
  if (Array.isArray(filled)) return filled.map(comparable);
  if (typeof filled === 'number') return String(filled);
  if (!isMap(filled)) return filled === undefined || filled === false ? null : filled;
  const sorted = Object.entries(filled).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([key, inner]) => [key, comparable(inner)]);
}
