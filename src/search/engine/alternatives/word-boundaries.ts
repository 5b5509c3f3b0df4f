/** A piece of a text as `Intl.Segmenter` cuts it. */
export interface TextPiece {
  text: string;
  /** In UTF-16 code units. */
  from: number;
  /** Whether it is a word or a part of one, not punctuation or space. */
  isWord: boolean;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Cuts a text into words by the browser's dictionary. Its cuts differ between browsers and it knows few of the
 * archive's words: what is *found* must never depend on it. Some browsers that we support have none: then each stretch
 * of letters is one piece.
 */
export function cutText(text: string): TextPiece[] {
  // Not in Firefox before 125.
  if ((Intl as Partial<typeof Intl>).Segmenter === undefined)
    return Array.from(text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu), ({ 0: piece, index }) => ({
      text: piece,
      from: index,
      isWord: /[\p{L}\p{N}]/u.test(piece),
    }));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment, index, isWordLike = false }) => ({
    text: segment,
    from: index,
    isWord: isWordLike,
  }));
}

/** Whether a stretch of a text begins and ends where words do. */
export function isWholeWords(text: string, from: number, to: number): boolean {
  const pieces = cutText(text);
  const isCut = (at: number) => at === text.length || pieces.some((piece) => piece.from === at);
  return isCut(from) && isCut(to);
}
