const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A plain file name for something that came with a letter, safe on every system and different from all in
 * `taken` (letter case aside); it is added there. Folders, control characters and what Windows refuses are
 * taken out; at most 80 characters.
 */
export function attachmentName(wish: string, taken: Set<string>): string {
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
  let name = base + extension;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}${extension}`;
  taken.add(name.toLowerCase());
  return name;
}
