/** Receives how far a native function went through a string or array, in characters or elements. */
type Charge = (units: number) => void;

/**
 * Makes the built-in functions that go through a string or array report how far they go: V8 counts blocks of
 * our code, in which `text.slice(at).includes(x)` is one step whatever the length of the text. Call once per
 * process; nothing is restored.
 */
export function chargeNativeWork(charge: Charge): void {
  chargePatterns(charge);
  const texts = String.prototype as unknown as Natives;
  report(texts, ['indexOf'], charge, (text, found, [, from]) => reach(text, found) - Number(from ?? 0));
  report(texts, ['lastIndexOf'], charge, ({ length }, found) => length - Math.max(0, Number(found)));
  report(texts, ['includes'], charge, ({ length }, found) => (found === true ? 1 : length));
  // With a pattern, these are charged by its `exec`.
  const whole = [
    'replace',
    'replaceAll',
    'split',
    'normalize',
    'toLowerCase',
    'toUpperCase',
    'concat',
    'repeat',
  ];
  report(texts, whole, charge, ({ length }, _, [by]) => (typeof by === 'object' ? 1 : length));
  report(texts, ['trim', 'trimStart', 'trimEnd'], charge, ({ length }, rest) => 1 + length - lengthOf(rest));
  const arrays = Array.prototype as unknown as Natives;
  report(arrays, ['indexOf'], charge, reach);
  const all = [
    'includes',
    'lastIndexOf',
    'shift',
    'unshift',
    'reverse',
    'join',
    'sort',
    'toSorted',
    'toReversed',
  ];
  report(arrays, all, charge, ({ length }) => length);
  report(arrays, ['slice', 'concat', 'flat'], charge, (_, result) => lengthOf(result));
  // The elements after the place move, unless as many are added as removed.
  report(arrays, ['splice'], charge, ({ length }, removed, [from, , ...added]) => {
    const start = Number(from) < 0 ? Math.max(0, length + Number(from)) : Number(from);
    const moved = added.length === lengthOf(removed) ? 0 : Math.max(0, length - start);
    return 1 + lengthOf(removed) + added.length + moved;
  });
  const bytes = Buffer.prototype as unknown as Natives;
  report(bytes, ['indexOf'], charge, (all, found, [, from]) => reach(all, found) - Number(from ?? 0));
  report(
    bytes,
    ['lastIndexOf'],
    charge,
    ({ length }, found, [, from]) => Number(from ?? length) - Number(found),
  );
  report(bytes, ['toString'], charge, (_, text) => lengthOf(text));
  for (const one of [[], new Map(), new Set()])
    report(Object.getPrototypeOf(one[Symbol.iterator]()) as Natives, ['next'], charge, () => 1);
}

/** Native methods by name. A string or array has a length, an iterator does not. */
type Natives = Record<string, (...given: unknown[]) => unknown>;

function report(
  natives: Natives,
  names: readonly string[],
  charge: Charge,
  cost: (self: { length: number }, result: unknown, given: readonly unknown[]) => number,
): void {
  for (const name of names) {
    const native = natives[name];
    if (!native) throw new RangeError(`no function ${name}`);
    natives[name] = function (this: { length: number }, ...given: unknown[]) {
      const result: unknown = Reflect.apply(native, this, given);
      charge(cost(this, result, given));
      return result;
    };
  }
}

function reach({ length }: { length: number }, found: unknown): number {
  return Number(found) < 0 ? length : Number(found);
}

function lengthOf(result: unknown): number {
  return (result as { length: number }).length;
}

/** Charges an anchored pattern for what it matches, and any other for all that it searches. */
function chargePatterns(charge: Charge): void {
  // Every function that takes a pattern calls its `exec`.
  const native = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')
    ?.value as typeof RegExp.prototype.exec;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = native.call(this, text);
    const matched = found?.[0].length ?? 0;
    const stop = found ? found.index + matched : text.length;
    charge(1 + (this.sticky || isAnchored(this) ? matched : stop - from));
    return found;
  };
}

const known = new Map<string, boolean>();

/** Whether each alternative of a pattern matches only at the start of the text. */
function isAnchored({ source, multiline }: RegExp): boolean {
  const before = known.get(source);
  if (before !== undefined) return before && !multiline;
  let depth = 0;
  let anchored = source.startsWith('^');
  for (let at = 0; anchored && at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[')
      while (at < source.length && source.charAt(at) !== ']') at += source.charAt(at) === '\\' ? 2 : 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) anchored = source.charAt(at + 1) === '^';
  }
  known.set(source, anchored);
  return anchored && !multiline;
}
