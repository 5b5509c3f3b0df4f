// Runs in a worker thread, so that a file that loops or exhausts memory can be stopped: see
// worker-session.ts.
import { parentPort } from 'node:worker_threads';
import { answerPdfRequests, type PdfRequest } from './pdf-requests.ts';

const answer = answerPdfRequests();

parentPort?.on('message', (request: PdfRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
