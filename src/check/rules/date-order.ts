import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';

/** A letter is published and received on or after the day it is dated. */
export function dateOrder({ path, frontmatter, locate }: LetterFile): Finding[] {
  const { issuedOn, publishedOn, source } = frontmatter ?? {};
  const later = [
    { keys: ['publishedOn'], name: 'publishedOn（发布日期）', day: publishedOn },
    { keys: ['source', 'retrievedOn'], name: 'source.retrievedOn（原件取得日期）', day: source?.retrievedOn },
  ];
  return later.flatMap(({ keys, name, day }): Finding[] => {
    if (issuedOn === undefined || day === undefined || day >= issuedOn) return [];
    const text = `${name} ${day} 早于 issuedOn（成文日期）${issuedOn}。请对照原件核对两个日期。`;
    return [warningAt(path, locate(keys), 'date-order', text)];
  });
}
