import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import {
  answerPdfRequests,
  type OpenReply,
  type PageReply,
  type PdfRequest,
} from '../../readers/pdf/pdf-requests.ts';
import { ReadError } from '../../readers/reading.ts';
import type { PdfSession } from '../../readers/pdf/worker-session.ts';

/**
 * Opens a PDF in this thread, which is the worker of the desk: its page stops it when it takes too long. Takes the
 * place of the session in a thread of Node.
 */
export async function openPdfSession(bytes: Uint8Array): Promise<PdfSession> {
  const answer = answerPdfRequests();
  const ask = async (request: PdfRequest) => {
    const reply = await answer(request);
    if ('value' in reply) return reply.value;
    if ('code' in reply) throw new ReadError(reply.code, reply.message);
    throw new ReadError('damaged', 'PDF 读取失败，内容已损坏。请用 PDF 软件打开、另存后再转换。');
  };
  const opened = (await ask({
    type: 'open',
    bytes: Uint8Array.from(bytes),
    purpose: 'reading',
  })) as OpenReply;
  return {
    ...opened,
    read: async (page) => (await ask({ type: 'read', page })) as PageReply,
    render: () =>
      Promise.reject(new ReadError('desk-format', '收文台不识别扫描图像。请用 dafu convert 转换这份 PDF。')),
    async close() {
      await ask({ type: 'close' });
    },
  };
}
