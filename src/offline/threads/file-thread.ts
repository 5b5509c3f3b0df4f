import { parentPort } from 'node:worker_threads';
import { carryOut } from './carry-out.ts';
import { largestPiece, piecesAhead, type FromThread, type ToThread } from './orders.ts';

// A thread that packs and hashes files, one order after another.
const port = parentPort;
if (!port) throw new Error('runs only as a thread');
let ahead = 0;
/** Memory of pieces that were taken: much new memory would be collected late. */
const spare: Uint8Array<ArrayBuffer>[] = [];
let proceed: () => void = () => undefined;

port.on('message', (message: ToThread) => {
  if (message.kind === 'taken') {
    ahead -= 1;
    if (message.room.byteLength >= largestPiece) spare.push(new Uint8Array(message.room));
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
  const bytes =
    (piece.length <= largestPiece ? spare.pop()?.subarray(0, piece.length) : undefined) ??
    new Uint8Array(new ArrayBuffer(Math.max(largestPiece, piece.length)), 0, piece.length);
  bytes.set(piece);
  send({ kind: 'piece', bytes }, [bytes.buffer]);
  ahead += 1;
  while (ahead >= piecesAhead)
    await new Promise<void>((resolve) => {
      proceed = resolve;
    });
}
