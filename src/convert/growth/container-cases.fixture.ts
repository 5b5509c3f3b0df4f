import { zipSync } from 'fflate';
import { writeMessage, type WrittenPart } from '../../readers/mime/mime-writer.fixture.ts';
import { readReceivedFile } from '../../readers/received-file.ts';
import { ReadError } from '../../readers/reading.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { listOf, textOf } from './list.fixture.ts';

const letter = '<p>陈望舒委员：</p><p>您提出的建议收悉，现答复如下（虚构）：</p>';
const page = (inside: string): WrittenPart => ({
  type: 'text/html; charset=utf-8',
  bytes: Buffer.from(`<meta charset="utf-8"><div id="zoom">${letter}${inside}</div>`),
});
const mail = ['From: a@example.org', 'To: b@example.org', 'Subject: x'];
const saved = ['From: <Saved by Blink>'];
const picture = (index: number): WrittenPart => ({
  type: 'image/png',
  headers: [`Content-ID: <${index}@x>`, `Content-Location: https://a.example/${index}.png`],
  bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
});

/** Messages with much of something (虚构). More than 2,000 parts are refused. */
const messages: Record<string, (count: number) => Uint8Array> = {
  'parts of a saved page': (count) =>
    writeMessage(saved, [
      page(textOf(Math.ceil(count / 4), (index) => `<img src="cid:${index}@x">`)),
      ...listOf(Math.ceil(count / 4), picture),
    ]),
  'references of a saved page to one part': (count) =>
    writeMessage(saved, [page('<img src="https://a.example/1.png">'.repeat(count)), picture(1)]),
  'quoted-printable text of a saved page': (count) =>
    writeMessage(saved, [{ ...page('<p>甲</p>'.repeat(count)), encoding: 'quoted-printable' }]),
  'lines like boundaries in an e-mail': (count) =>
    writeMessage(mail, [page('------=_NextPart_000_0000x\n'.repeat(count))], 'multipart/mixed'),
  'texts of an e-mail': (count) =>
    writeMessage(
      mail,
      listOf(Math.ceil(count / 4), () => page('<p>甲</p>')),
      'multipart/mixed',
    ),
  'attached files of an e-mail': (count) =>
    writeMessage(mail, [page('<p>甲</p>'), ...listOf(Math.ceil(count / 4), picture)], 'multipart/mixed'),
  'header fields of an e-mail': (count) =>
    writeMessage([...mail, ...listOf(count, (index) => `X-Field-${index}: x`)], [page('<p>甲</p>')]),
  'one long header field of an e-mail': (count) =>
    writeMessage([...mail, `X-Field: ${'x =?utf-8?b?eA==?= '.repeat(count)}`], [page('<p>甲</p>')]),
};

/** Archives with much of something (虚构). More than 500 files are refused. */
const archives: Record<string, (count: number) => Uint8Array> = {
  'files of an archive': (count) =>
    zipSync({
      'a.html': page('<p>甲</p>').bytes,
      ...Object.fromEntries(listOf(Math.ceil(count / 8), (index) => [`b/${index}.csv`, Buffer.from('1,2')])),
    }),
  'files of a page in an archive': (count) =>
    zipSync({
      'a.html': page(textOf(Math.ceil(count / 8), (index) => `<img src="a_files/${index}.png">`)).bytes,
      ...Object.fromEntries(
        listOf(Math.ceil(count / 8), (index) => [`a_files/${index}.png`, picture(0).bytes]),
      ),
    }),
  'a page in an archive': (count) => zipSync({ 'a.html': page('<p>甲</p>'.repeat(count)).bytes }),
};

function containerCase(name: string, write: (count: number) => Uint8Array): GrowthCase {
  return {
    name,
    prepare: (size) => {
      const bytes = write(size);
      return () =>
        readReceivedFile(bytes).catch((error: unknown) => {
          if (!(error instanceof ReadError)) throw error;
        });
    },
  };
}

/** E-mails, saved pages and archives: their readers only, since their text then takes the same path as plain text. */
export const containerCases: GrowthCase[] = Object.entries({ ...messages, ...archives }).map(
  ([name, write]) => containerCase(name, write),
);
