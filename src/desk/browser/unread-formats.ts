import { ReadError } from '../../readers/reading.ts';

const refuse = (): Promise<never> =>
  Promise.reject(
    new ReadError(
      'desk-format',
      '收文台不识别扫描图像，也不读 DOC、OFD。请用 dafu convert 转换，或把 DOC 另存为 DOCX。',
    ),
  );

/** Take the places of the readers that need programs or libraries that a browser does not have. */
export { refuse as openOcr, refuse as readDoc, refuse as readOfd, refuse as readScan };
