import { ReadError } from '../../readers/reading.ts';
import { SaveRefusal } from '../../record/save-refusal.ts';
import type { Decisions } from '../decisions.ts';
import { writeDeskPackage, type ReceivedFiles } from '../desk-package.ts';
import { adviseAtDesk, describeConversion } from '../desk-view.ts';
import { openReceivedLetter, type ReceivedLetter } from '../received-letter.ts';
import type { DeskAnswer, DeskRequest } from './desk-messages.ts';

let open: { received: ReceivedFiles; letter: Promise<ReceivedLetter> } | undefined;

// A port of its own: pdf.js's worker, which runs in this one, takes the messages of the worker for its own.
self.addEventListener('message', ({ ports: [port] }) => {
  if (!port) return;
  port.addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
    void answer(data).then((given) => {
      port.postMessage(given);
    });
  });
  port.start();
});

async function answer({ number, received, decisions }: DeskRequest): Promise<DeskAnswer> {
  try {
    if (received) open = { received, letter: openReceivedLetter(received) };
    if (!open) throw new Error('no letter was given');
    return { number, ...decide(open.received, await open.letter, decisions) };
  } catch (error) {
    return { number, refusal: explain(error) };
  }
}

function decide(
  received: ReceivedFiles,
  letter: ReceivedLetter,
  decisions: Decisions,
): Omit<DeskAnswer, 'number'> {
  const { conversion, fault } = convertAsFarAsAllowed(letter, decisions);
  const view = describeConversion(conversion);
  if (fault) return { view, refusal: explain(fault) };
  try {
    const { id, files } = letter.plan(conversion);
    return { view, saved: { id, zip: Uint8Array.from(writeDeskPackage(received, decisions, files)) } };
  } catch (error) {
    return { view, refusal: explain(error) };
  }
}

/** A value that its field does not allow must not hide the letter. */
function convertAsFarAsAllowed(letter: ReceivedLetter, decisions: Decisions) {
  try {
    return { conversion: letter.convert(decisions) };
  } catch (fault) {
    if (!(fault instanceof SaveRefusal)) throw fault;
    return { conversion: letter.convert({ ...decisions, values: {} }), fault };
  }
}

function explain(error: unknown): string {
  if (error instanceof ReadError || error instanceof SaveRefusal) return adviseAtDesk(error.message);
  const said = error instanceof Error ? error.message : String(error);
  return `转换程序出错（${said}）。请把原件和这条信息报告给维护者。`;
}
