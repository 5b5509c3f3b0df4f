import { toPrintable } from '../../check/printable-text.ts';
import type { SavedConversion } from '../save-converted.ts';

/** Counts what becomes of files, and lists drafts that lack something. */
export interface BatchSummary {
  saved: (saved: SavedConversion, path: string) => void;
  failed: () => void;
  /** @param count How many files there are. */
  text: (count: number) => string;
}

/** Opens the summary of the files of a command. */
export function openSummary(): BatchSummary {
  const counts = { written: 0, drafts: 0, unchanged: 0, failed: 0 };
  const incomplete: string[] = [];
  return {
    saved({ outcome, draft, missing }, path) {
      if (outcome === 'unchanged') counts.unchanged += 1;
      else if (draft) counts.drafts += 1;
      else counts.written += 1;
      if (missing.length > 0) incomplete.push(`  ${path}：${missing.map(({ name }) => name).join('、')}`);
    },
    failed() {
      counts.failed += 1;
    },
    text(count) {
      const { written, drafts, unchanged, failed } = counts;
      const left = count - written - drafts - unchanged - failed;
      const parts = [
        `写入 ${written}`,
        ...(drafts > 0 ? [`草稿 ${drafts}`] : []),
        ...(unchanged > 0 ? [`没有变化 ${unchanged}`] : []),
        ...(failed > 0 ? [`没有转换 ${failed}`] : []),
        ...(left > 0 ? [`没有轮到 ${left}`] : []),
      ];
      const list =
        incomplete.length === 0
          ? []
          : [`还缺必填项的草稿（${incomplete.length}）：`, ...incomplete.map(toPrintable)];
      return [`\n共 ${count} 件：${parts.join('，')}。`, ...list, ''].join('\n');
    },
  };
}
