import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../reading.ts';
import type { Raster } from '../scan/raster.ts';
import { mostPagePixels } from './limits.ts';

/** Dots per inch. */
const resolution = 300;

interface Surface {
  canvas: object;
  context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}

/**
 * Renders a page for OCR, whatever it consists of: one image, strips of images, masks, outlined letters.
 * Needs the canvas that comes with pdf.js.
 *
 * @throws ReadError `missing-program` without the canvas.
 */
export async function renderPage(document: PDFDocumentProxy, proxy: PDFPageProxy): Promise<Raster> {
  const plain = proxy.getViewport({ scale: 1 });
  const scale = Math.min(resolution / 72, Math.sqrt(mostPagePixels / (plain.width * plain.height)));
  const viewport = proxy.getViewport({ scale });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  const surface = createSurface(document, width, height);
  const target = surface as unknown as { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  await proxy.render({
    canvas: target.canvas,
    canvasContext: target.context,
    viewport,
    background: '#ffffff',
    annotationMode: 0,
  }).promise;
  proxy.cleanup();
  const { data } = surface.context.getImageData(0, 0, width, height);
  return { width, height, channels: 4, data: Uint8Array.from(data) };
}

function createSurface(document: PDFDocumentProxy, width: number, height: number): Surface {
  const factory = document.canvasFactory as { create(width: number, height: number): Surface };
  try {
    return factory.create(width, height);
  } catch {
    throw new ReadError(
      'missing-program',
      '这份 PDF 是扫描件，识别前须把页面画成图像，本机缺少所需的组件 @napi-rs/canvas。请运行 npm ci（不加 --omit=optional）安装，或先把各页导出为图像再转换。',
    );
  }
}
