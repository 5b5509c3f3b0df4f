import { columns, isBetter, median, percent } from './columns.ts';
import { fieldNames } from './fields.ts';
import type { Measurement, Result } from './measure.ts';

/** The table of all formats and tools; values better than ours are bold. */
export function toolTable(measurements: readonly Measurement[]): string {
  const head = ['格式 format', '件 N', '工具 tool', ...columns.map(({ name }) => name), '时间比 × dafu'];
  const rows = measurements.flatMap(({ format, samples, results: [ours, ...peers] }) =>
    ours
      ? [
          [format.name, String(samples), ...toolCells(ours, ours)],
          ...peers.map((peer) => ['', '', ...toolCells(peer, ours)]),
        ]
      : [],
  );
  return table(head, rows);
}

function toolCells(result: Result, ours: Result): string[] {
  const failed = result.failures.length > 0 ? `（${result.failures.length} 件失败 failed）` : '';
  const cells = columns.map((column) => {
    if (!column.plain && result.plain) return '–';
    return isBetter(column, result, ours) ? `**${column.show(result)}**` : column.show(result);
  });
  const times = median(result.seconds) / median(ours.seconds);
  const ratio = Number.isNaN(times) ? '–' : times.toFixed(2);
  return [result.tool + failed, ...cells, ratio];
}

/** The columns in which a peer is better than ours, one per line. */
export function lostColumns(measurements: readonly Measurement[]): string {
  const lost = measurements.flatMap(({ format, results: [ours, ...peers] }) =>
    columns.flatMap((column) => {
      const better = peers.filter((peer) => ours && isBetter(column, peer, ours));
      if (!ours || better.length === 0) return [];
      const shown = better.map((peer) => `${peer.tool} ${column.show(peer)}`).join('，');
      return [`- ${format.name} · ${column.name}：dafu ${column.show(ours)}；${shown}`];
    }),
  );
  return lost.length > 0 ? lost.join('\n') : '无。None.';
}

/** Our results on the fields by format: which fields were missed in how many letters. */
export function fieldTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ format, verdicts }) => {
    const all = verdicts.flatMap(({ fields }) => Object.values(fields));
    const missed = fieldNames.flatMap((name) => {
      const times = (verdict: string) => verdicts.filter(({ fields }) => fields[name] === verdict).length;
      const [wrong, absent] = [times('wrong'), times('absent')];
      return wrong + absent === 0 ? [] : [`${name} ${wrong} + ${absent}`];
    });
    const shares = ['exact', 'wrong', 'absent'].map((verdict) =>
      percent(all.filter((one) => one === verdict).length / Math.max(1, all.length), 1),
    );
    return [format.name, ...shares, missed.join('，')];
  });
  return table(
    ['格式 format', '正确 exact', '错误 wrong', '缺失 left out', '未全对：错误 + 缺失的件数'],
    rows,
  );
}

/** Letters per second for each text format. */
export function textSpeed(measurements: readonly Measurement[]): string {
  return measurements
    .filter(({ format }) => format.kind === 'txt')
    .map(({ format, results: [ours] }) => {
      const total = ours?.seconds.reduce((sum, seconds) => sum + seconds, 0) ?? 0;
      return `- ${format.name}：${((ours?.seconds.length ?? 0) / total).toFixed(0)} 件/秒 letters a second`;
    })
    .join('\n');
}

/** The failures: a line for each reason, with its letters. */
export function failureList(measurements: readonly Measurement[]): string {
  const lines = measurements.flatMap(({ format, results }) =>
    results.flatMap(({ tool, failures }) =>
      [...Map.groupBy(failures, ({ message }) => firstLine(message))].map(
        ([reason, all]) =>
          `- ${format.name} · ${tool}：${reason}（${all.length}：${all.map(({ name }) => name).join('、')}）`,
      ),
    ),
  );
  return lines.length > 0 ? lines.join('\n') : '无。None.';
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.slice(0, 160) ?? '';
}

/** A Markdown table. */
function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
