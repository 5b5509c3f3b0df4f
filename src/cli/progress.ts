/** A step of long work. */
export interface ProgressStep {
  /** What is being done. */
  text: string;
  /** How much of the whole work is done, where it is known (0–1). */
  share?: number;
  /** How many of how many are done in this step, where they are counted. */
  done?: number;
  total?: number;
}

/** Shows how far a long work is. */
export interface ProgressDisplay {
  show: (step: ProgressStep) => void;
  /** Makes room for other output until the next step is shown. */
  pause: () => void;
  /** Clears what is shown. */
  end: () => void;
}

/**
 * A progress bar on standard error; where that is no terminal, a line for each new step.
 *
 * @param options.quiet Show nothing.
 */
export function showProgress({ quiet = false } = {}): ProgressDisplay {
  if (quiet) return { show: () => undefined, pause: () => undefined, end: () => undefined };
  return process.stderr.isTTY ? showBar() : showLines();
}

function showLines(): ProgressDisplay {
  let last = '';
  return {
    show: ({ text }) => {
      if (text !== last) process.stderr.write(`${text}\n`);
      last = text;
    },
    pause: () => undefined,
    end: () => undefined,
  };
}

/** Characters of the bar, and milliseconds between two drawings. */
const barLength = 30;
const drawInterval = 60;

/**
 * The bar reads no key, as those of libraries do to keep the line clean: Ctrl-C must reach the program as the signal by
 * which it ends its work.
 */
function showBar(): ProgressDisplay {
  const began = performance.now();
  let share = 0;
  let line = '';
  let drawing: NodeJS.Timeout | undefined;
  let isDrawn = false;
  const draw = () => {
    drawing = undefined;
    isDrawn = true;
    // A line that is too long is cut, not wrapped.
    process.stderr.write(`\r\u001b[2K\u001b[?7l${line}\u001b[?7h`);
  };
  const clear = () => {
    clearTimeout(drawing);
    drawing = undefined;
    if (isDrawn) process.stderr.write('\r\u001b[2K');
    isDrawn = false;
  };
  return {
    show: (step) => {
      share = Math.max(share, Math.min(1, step.share ?? 0));
      const full = Math.round(share * barLength);
      const bar = `${'━'.repeat(full)}${'─'.repeat(barLength - full)}`;
      line = `${bar} ${describeStep(step, performance.now() - began)}`;
      drawing ??= setTimeout(draw, drawInterval);
    },
    pause: clear,
    end: clear,
  };
}

/** Before this the time left is a guess, in milliseconds. */
const settled = 3000;

/**
 * Describes a step with its count and the time left.
 *
 * @param elapsed Since the work began, in milliseconds.
 * @returns 生成网页 1200/10000，约剩 40 秒
 */
export function describeStep({ text, share = 0, done, total }: ProgressStep, elapsed: number): string {
  const count = done === undefined || total === undefined ? '' : ` ${done}/${total}`;
  const left = elapsed < settled || share < 0.05 ? undefined : (elapsed * (1 - share)) / share;
  return `${text}${count}${left === undefined || left < 1000 ? '' : `，约剩 ${formatTime(left)}`}`;
}

function formatTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`;
}
