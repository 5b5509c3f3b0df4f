import { progress } from '@clack/prompts';

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
  /** Clears what is shown. */
  end: () => void;
}

/**
 * A progress bar on standard error; where that is no terminal, a line for each new step.
 *
 * @param options.quiet Show nothing.
 */
export function showProgress({ quiet = false } = {}): ProgressDisplay {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return process.stderr.isTTY ? showBar() : showLines();
}

function showLines(): ProgressDisplay {
  let last = '';
  return {
    show: ({ text }) => {
      if (text !== last) process.stderr.write(`${text}\n`);
      last = text;
    },
    end: () => undefined,
  };
}

function showBar(): ProgressDisplay {
  const bar = progress({ max: 100, output: process.stderr });
  const began = performance.now();
  let percent = 0;
  let started = false;
  return {
    show: (step) => {
      const text = describeStep(step, performance.now() - began);
      if (!started) bar.start(text);
      started = true;
      const reached = Math.max(percent, Math.round((step.share ?? 0) * 100));
      bar.advance(reached - percent, text);
      percent = reached;
    },
    end: () => {
      if (started) bar.clear();
    },
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
