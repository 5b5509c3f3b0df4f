/**
 * For each set of taken names, the next number to try for a name. Names are only ever added, so lower numbers
 * stay taken.
 */
const tried = new WeakMap<Set<string>, Map<string, number>>();

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Returns a plain file name for something that came with a letter, safe on every system and different from
 * all in `taken` (ignoring case), and adds it there. Folders, control characters and what Windows refuses are
 * removed; the name has at most 80 characters.
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
