import { progress } from '@clack/prompts';

/** A step of long work: what is being done and, where it is known, how far it is (0–1). */
export interface ProgressStep {
  text: string;
  share?: number;
}

/**
 * A progress bar on standard error; where that is no terminal, a line for each new text.
 *
 * @returns `show` to report a step, `end` to clear the bar.
 */
export function showProgress(): { show: (step: ProgressStep) => void; end: () => void } {
  let last = '';
  if (!process.stderr.isTTY)
    return {
      show: ({ text }) => {
        if (text !== last) process.stderr.write(`${text}\n`);
        last = text;
      },
      end: () => undefined,
    };
  const bar = progress({ max: 100, output: process.stderr });
  let done = 0;
  let started = false;
  return {
    show: ({ text, share = 0 }) => {
      if (!started) bar.start(text);
      started = true;
      const percent = Math.max(done, Math.round(share * 100));
      bar.advance(percent - done, text);
      done = percent;
    },
    end: () => {
      if (started) bar.clear();
    },
  };
}
