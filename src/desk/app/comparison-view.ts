import { element } from '../../client/elements.ts';
import type { ComparedEdit } from '../../data/comparison/compared-edit.ts';
import type { ComparedRow } from '../../data/comparison/comparison.ts';
import type { Segment } from '../../data/comparison/compared-segments.ts';

/** Lists the lines of the original beside what became of them, with the edits marked. */
export function comparisonRows(
  rows: readonly ComparedRow[],
  edits: readonly ComparedEdit[],
): HTMLTableRowElement[] {
  const side = (segments: readonly Segment[], mark: 'del' | 'ins') =>
    segments.map(({ text, edit, dropped }) => {
      if (dropped !== undefined) return element('s', { title: `未收入正文：${dropped}` }, text);
      if (edit === undefined) return text;
      const { label = '', kind = 'marks' } = edits[edit - 1] ?? {};
      const place = text === '' ? ' place' : '';
      return element(
        mark,
        { class: `${kind}${place}`, title: `第 ${edit} 处：${label}` },
        text === '' ? '‸' : text,
      );
    });
  return rows.map(({ original, published }) => {
    const reasons = [...new Set(original.flatMap(({ dropped }) => dropped ?? []))];
    const left =
      original.length > 0 ? side(original, 'del') : [element('span', { class: 'quiet' }, '原件中没有这一段')];
    const right =
      published.length > 0
        ? published.map(({ label, segments }) =>
            element(
              'p',
              {},
              ...(label === undefined ? [] : [element('span', { class: 'quiet' }, `${label}　`)]),
              ...side(segments, 'ins'),
            ),
          )
        : [element('span', { class: 'quiet' }, `未收入正文：${reasons.join('；')}`)];
    return element(
      'tr',
      {},
      element('td', { class: 'compared-original' }, ...left),
      element('td', { class: 'compared-published' }, ...right),
    );
  });
}
