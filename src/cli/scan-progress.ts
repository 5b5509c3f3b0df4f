import type { OcrWork } from '../readers/scan/ocr-work.ts';
import { onInterruption } from './interruption.ts';
import { showProgress } from './progress.ts';

/** Pages between two lines where there is no terminal. */
const interval = 10;

/** Shows which page of a single file is being recognised. */
export interface ScanProgress {
  progress: Required<OcrWork>['progress'];
  /** Ends the display; until then Ctrl-C ends the program and says what is kept. */
  end: () => void;
}

/** @param quiet Show nothing. */
export function showScanProgress(quiet: boolean): ScanProgress {
  const bar = showProgress({ quiet });
  let stopListening: (() => void) | undefined;
  let recognised = 0;
  const leave = () => {
    bar.end();
    const next =
      recognised === 0
        ? '还没有识别完一页，再运行同一条命令会从头识别。'
        : `再运行同一条命令，从第 ${recognised + 1} 页接着识别。`;
    process.stderr.write(`已停止，没有写入任何文件。${next}\n`);
    process.exit(130);
  };
  return {
    progress(done, total) {
      if (total === 1) return;
      stopListening ??= onInterruption(leave);
      recognised = done;
      if (process.stderr.isTTY) bar.show({ text: '识别扫描页', share: done / total, done: done + 1, total });
      else if (done % interval === 0) bar.show({ text: `识别扫描页 ${done + 1}/${total}` });
    },
    end() {
      bar.end();
      stopListening?.();
    },
  };
}
