import { ReadError, type Reading } from '../reading.ts';
import { parseXml } from '../xml-tree.ts';
import { readPackage } from './docx.ts';
import { flatParts } from './flat-package.ts';
import { packageOf, wordPrefixes } from './package.ts';
import { wordmlPackage } from './wordml.ts';

/**
 * Reads a Word document in one XML file: Word 2003 XML (WordprocessingML, root `w:wordDocument`) or a DOCX as flat OPC
 * (root `pkg:package`). Both become a package, which is read as that of a DOCX.
 *
 * @throws ReadError `xml-…`, `undecodable`, `missing-part`, `too-…`.
 */
export function readWordXml(bytes: Uint8Array): Reading {
  const root = parseXml(bytes, '正文', wordPrefixes);
  if (root.name === 'w:wordDocument') return { ...readPackage(wordmlPackage(root)), format: 'word-xml' };
  if (root.name === 'pkg:package') return { ...readPackage(packageOf(flatParts(root))), format: 'word-xml' };
  throw new ReadError(
    'missing-part',
    '文件是 XML，但不是 Word 文档。请确认是不是选错了文件，或用 Word 打开、另存为 .docx 后再转换。',
  );
}
