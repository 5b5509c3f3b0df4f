import type { Browser } from '@playwright/test';
import type { TypedText } from './queries.ts';

/** As in `src/client/combobox.ts`: milliseconds without a keystroke before an answer is begun. */
const pause = 100;

/** The answer to a text. */
export interface Answer {
  /** From the last keystroke and the pause after it to the list on the page, in milliseconds. */
  time: number;
  /** Processor time of the page's main thread, in milliseconds: it depends less on what else the machine does. */
  processor: number;
  /** Whether what was wanted is on the list. */
  found: boolean;
}

/**
 * Types each text into the box of a freshly opened page, as an input method does: all at once.
 *
 * @returns The answer to each, in order; the first also waits for everything to load.
 */
export async function visit(
  browser: Browser,
  address: string,
  texts: readonly TypedText[],
): Promise<Answer[]> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const processorTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const answers: Answer[] = [];
  for (const { text, wanted } of texts) {
    const before = await processorTime();
    const { time, options } = await page.evaluate(
      async ({ typed, wait }) => {
        const box = document.querySelector('input');
        if (!box) throw new Error('no box');
        box.focus();
        const last = `全文精确检索“${typed}”`;
        const start = performance.now();
        box.value = typed;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const shown = () =>
          [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (shown().at(-1) !== last) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, { childList: true, subtree: true });
        });
        return { time: performance.now() - start - wait, options: shown() };
      },
      { typed: text, wait: pause },
    );
    const processor = (await processorTime()) - before;
    answers.push({ time, processor, found: options.some((option) => option.includes(wanted)) });
  }
  await context.close();
  return answers;
}
