import { parentPort } from 'node:worker_threads';
import { carryOut } from './carry-out.ts';
import { piecesAhead, type FromThread, type ToThread } from './orders.ts';

// A thread that packs and hashes files, one order after another.
const port = parentPort;
if (!port) throw new Error('runs only as a thread');
let ahead = 0;
let proceed: () => void = () => undefined;

port.on('message', (message: ToThread) => {
  if (message.kind === 'taken') {
    ahead -= 1;
    proceed();
    return;
  }
  carryOut(message.order, sendPiece).then(
    (answer) => {
      send({ kind: 'answer', answer }, 'bytes' in answer ? [answer.bytes.buffer] : []);
    },
    (error: unknown) => {
      const { message: text, code, path } = error as NodeJS.ErrnoException;
      send({ kind: 'failure', message: text, code, path }, []);
    },
  );
});

function send(message: FromThread, transfer: ArrayBuffer[]): void {
  port?.postMessage(message, transfer);
}

async function sendPiece(piece: Uint8Array): Promise<void> {
  const bytes = new Uint8Array(piece);
  send({ kind: 'piece', bytes }, [bytes.buffer]);
  ahead += 1;
  while (ahead >= piecesAhead)
    await new Promise<void>((resolve) => {
      proceed = resolve;
    });
}
