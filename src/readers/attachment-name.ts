/** For each set of taken names, from which number on a name is free: fewer tries, for names are only ever added. */
const tried = new WeakMap<Set<string>, Map<string, number>>();

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A plain file name for something that came with a letter, safe on every system and different from all in
 * `taken` (letter case aside); it is added there. Folders, control characters and what Windows refuses are
 * taken out; at most 80 characters.
 */
export function nameAttachment(wish: string, taken: Set<string>): string {
  const last = wish.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 8 ? clean.slice(dot) : '';
  const stem = Array.from(clean.slice(0, clean.length - extension.length))
    .slice(0, 72)
    .join('')
    .trim();
  const base = stem === '' || reserved.test(clean) ? `attachment${stem && `-${stem}`}` : stem;
  const numbers = tried.get(taken) ?? new Map<string, number>();
  tried.set(taken, numbers);
  const wished = (base + extension).toLowerCase();
  let name = base + extension;
  let number = numbers.get(wished) ?? 2;
  for (; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}${extension}`;
  numbers.set(wished, number);
  taken.add(name.toLowerCase());
  return name;
}
