import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { payloadFolder } from '../../archive/bag/bag.ts';
import {
  judgeFourProperties,
  type ExaminedCopy,
  type ReportSection,
} from '../../archive/four-properties/four-properties.ts';
import { checkLetter, type LetterCheck } from '../../archive/four-properties/letter-check.ts';
import { openCopy } from '../verification/opened-copy.ts';
import type { Verification } from '../verification/verify-copy.ts';
import { writeAside } from '../writing/new-file.ts';
import { writeReportPage } from './report-page.ts';

/** The records of all letters, in an edition. */
const recordsPath = 'data/replies.jsonl.gz';

/** A line longer than this is no letter. In characters. */
const longestLine = 16 << 20;

export interface ReportOptions {
  /** Absolute path of the copy. */
  path: string;
  verification: Verification;
  /** Absolute path of the folder for the report. */
  out: string;
  /** The day of the check, `yyyy-mm-dd`. */
  day: string;
  showName: (name: string) => string;
}

/**
 * Writes the report on the four properties of electronic records (DA/T 70—2018) of a checked copy, as a page and as
 * JSON.
 *
 * @returns Their absolute paths, and whether nothing is wrong.
 */
export async function writeReport(options: ReportOptions): Promise<{ files: string[]; isSound: boolean }> {
  const { path, verification, out, day, showName } = options;
  const prefix = verification.kind === 'bag' ? payloadFolder : '';
  const hashes = new Map(
    [...verification.hashes].flatMap(([name, { sha256 }]) =>
      name.startsWith(prefix) && sha256 !== undefined ? [[name.slice(prefix.length), sha256] as const] : [],
    ),
  );
  const letters = await readLetters(path, prefix + recordsPath, hashes, showName);
  const sections = judgeFourProperties({ ...verification, paths: [...hashes.keys()], letters });
  const failures = sections.flatMap(({ items }) => items).filter(({ verdict }) => verdict === '不合格');
  const conclusion =
    failures.length === 0
      ? '结论：已检项目全部合格。'
      : `结论：有 ${failures.length} 项不合格：${failures.map(({ name }) => name).join('、')}。`;
  await mkdir(out, { recursive: true });
  const [page, data] = [join(out, 'report.html'), join(out, 'report.json')];
  const facts = listFacts(verification, day, path);
  const title = verification.info?.name ?? '未知的档案';
  await writeAside(page, (file) =>
    file.append(Buffer.from(writeReportPage({ title, facts, conclusion, sections }))),
  );
  const json = writeJson({ facts, conclusion, sections, letters, ...verification });
  await writeAside(data, (file) => file.append(Buffer.from(json)));
  return { files: [page, data], isSound: failures.length === 0 };
}

function listFacts({ info, kind, form, files, sha256 }: Verification, day: string, path: string) {
  const kinds = { bag: 'BagIt 包', edition: '网站文件夹', delta: '增量包' };
  const facts: (readonly [label: string, value: string | null | undefined])[] = [
    ['保管单位', info?.owner],
    ['版本日期', info?.day],
    ['提交', info?.commit],
    ['答复', info && `${info.letters} 件`],
    [
      '成文日期',
      typeof info?.firstIssuedOn === 'string'
        ? `${info.firstIssuedOn} 至 ${info.lastIssuedOn ?? ''}`
        : undefined,
    ],
    ['副本', `${path}（${form === 'zip' ? 'zip，' : ''}${kinds[kind]}，${files} 个文件）`],
    ['zip 的 SHA-256', sha256],
    ['检测日期', day],
  ];
  return facts.flatMap(([label, value]) =>
    value === null || value === undefined ? [] : [[label, value] as const],
  );
}

interface JsonReport extends Pick<ExaminedCopy, 'info' | 'differences' | 'faults' | 'letters'> {
  facts: readonly (readonly [string, string])[];
  conclusion: string;
  sections: readonly ReportSection[];
}

function writeJson({ facts, conclusion, sections, letters, info, differences, faults }: JsonReport): string {
  const report = {
    ...{ standard: 'DA/T 70-2018', facts: Object.fromEntries(facts), conclusion, sections },
    ...{ edition: info ?? null, differences, faults, letters: letters ?? null },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Reads the records one by one, however many there are; undefined when they cannot be read. */
async function readLetters(
  path: string,
  records: string,
  hashes: ReadonlyMap<string, string>,
  showName: (name: string) => string,
): Promise<LetterCheck[] | undefined> {
  const copy = await openCopy(path, showName);
  try {
    const packed = await copy.readStream(records);
    const letters: LetterCheck[] = [];
    await pipeline(packed, createGunzip(), async (text: AsyncIterable<Buffer>) => {
      for await (const line of splitLines(text)) {
        const letter = checkLetter(line, hashes);
        if (!letter) throw new Error('no record');
        letters.push(letter);
      }
    });
    return letters;
  } catch {
    return undefined;
  } finally {
    await copy.close();
  }
}

async function* splitLines(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new Error('a line is too long');
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
