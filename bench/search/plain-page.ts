import type { Browser } from '@playwright/test';
import { inTime, viewport } from './visitor.ts';

/**
 * A page that is controlled, but not instrumented. Playwright has the browser report every request of its
 * pages, at several milliseconds of processor time each, which no visitor's page spends.
 */
export interface PlainPage {
  /**
   * Calls a function in the page.
   *
   * @param work Sent as source, so it must not refer to anything outside of itself.
   * @param args As JSON.
   * @throws Error when it throws or takes longer than two minutes.
   */
  call: <A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>;
  close: () => Promise<void>;
}

/** A message of the page's session: https://chromedevtools.github.io/devtools-protocol/ */
interface Message {
  id?: number;
  method?: string;
  error?: { message: string };
  result?: unknown;
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/**
 * Opens a page with an empty cache and resolves when it is loaded.
 *
 * @param prepare Runs in the page before its own scripts; sent as source.
 */
export async function openPlainPage(
  browser: Browser,
  address: string,
  prepare: () => void,
): Promise<PlainPage> {
  // Playwright does not instrument pages in a context that it did not create.
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, (message: Message) => void>();
  let loaded = () => {
    // Nothing is loaded yet.
  };
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Message;
    if (message.method === 'Page.loadEventFired') loaded();
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let sent = 0;
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    sent += 1;
    const id = sent;
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { error, result } = await inTime(answer);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };

  await send('Page.enable');
  await send('Emulation.setLocaleOverride', { locale: 'zh-CN' });
  await send('Emulation.setDeviceMetricsOverride', {
    ...viewport,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(prepare)})()` });
  const loading = new Promise<void>((resolve) => (loaded = resolve));
  await send('Page.navigate', { url: address });
  await inTime(loading);

  return {
    async call<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A) {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        expression: `(${String(work)})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      })) as Evaluated;
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as R;
    },
    async close() {
      await session.send('Target.disposeBrowserContext', { browserContextId });
      await session.detach();
    },
  };
}
