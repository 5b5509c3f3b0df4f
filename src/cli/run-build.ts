import { resolve } from 'node:path';
import { buildEdition } from '../build/build.ts';
import type { BuildOptions } from '../build/build-options.ts';
import type { Opening } from '../build/content-snapshot.ts';
import { ContentError } from '../build/content-error.ts';
import { cacheFolder } from '../program/program-folder.ts';
import { buildPart } from '../build/shards/build-part.ts';
import { parseShard, shardFromEnvironment, type ShardNumber } from '../build/shards/shard-number.ts';
import { report } from '../check/reporters.ts';
import { compilePages } from './templates.ts';
import { formatDay } from '../data/wording/chinese-day.ts';
import { describeStorageFault, isStorageFault } from '../storage/storage-fault.ts';
import { openContentFolder } from './content-option.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu build`. */
export interface BuildCommandOptions {
  content: string;
  out: string;
  base: string;
  shard?: string;
  merge?: string[];
  /** For `dafu dev`. */
  leaveOutBroken?: boolean;
  quiet?: boolean;
}

/** Builds an edition or a part of one, and prints what was built, or what is wrong with the content. */
export async function runBuild(options: BuildCommandOptions): Promise<void> {
  const { quiet = false, merge } = options;
  const shard = shardOf(options);
  const progress = showProgress({ quiet });
  // A line in the middle of the bar would tear it.
  const warnings = new Set<string>();
  const out = resolve(options.out);
  try {
    const build: BuildOptions = {
      content: await openContentFolder(options.content),
      out,
      base: options.base,
      cache: cacheFolder,
      ...(options.leaveOutBroken === true && { leavesOutBroken: true }),
      onProgress: progress.show,
      onWarning: (text) => warnings.add(text),
    };
    const said = shard
      ? await sayPart(build, shard)
      : await sayEdition({ ...build, ...(merge && { parts: merge.map((part) => resolve(part)) }) });
    progress.end();
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    if (quiet) return;
    process.stdout.write(said.out);
    process.stderr.write(said.notes);
  } catch (error) {
    progress.end();
    if (isStorageFault(error))
      throw new Error(
        `${describeStorageFault(error, `${out} 或缓存 ${cacheFolder}`)}没有构建；原有的输出未改动。`,
        { cause: error },
      );
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(report(error.findings, 'text'));
    process.stderr.write('内容有误，没有构建；原有的输出未改动。\n');
    process.exitCode = 1;
  }
}

/** A container of an Indexed Job that merges has an index too, but nothing to divide. */
function shardOf({ shard, merge }: BuildCommandOptions): ShardNumber | undefined {
  if (shard !== undefined) return parseShard(shard, process.env);
  return merge ? undefined : shardFromEnvironment(process.env);
}

/** The exit code of a build that left out letters with errors. */
export const leftOut = 3;

interface Said {
  out: string;
  notes: string;
}

async function sayPart(build: BuildOptions, shard: ShardNumber): Promise<Said> {
  const { letters } = await buildPart(build, shard, compilePages);
  const part = `第 ${shard.number} 份（共 ${shard.count} 份）`;
  return { out: `已构建${part}，${letters} 篇答复：${build.out}\n`, notes: '' };
}

async function sayEdition(build: BuildOptions & { parts?: string[] }): Promise<Said> {
  const { letters, manifest, url, opening, broken } = await buildEdition(build, compilePages);
  if (broken.length > 0) {
    process.stderr.write(report(broken, 'text'));
    process.exitCode = leftOut;
  }
  const lines = [
    `已构建 ${letters} 篇答复：${build.out}`,
    `清单 manifest-sha256.txt 的 SHA-256：${manifest}`,
  ];
  return {
    out: lines.map((line) => `${line}\n`).join(''),
    notes:
      sayWaiting(opening) +
      (url === undefined
        ? 'site.yml 没有写网址（url），没有生成需要网址的 sitemap.xml、opensearch.xml 和规范链接；订阅源用相对链接。\n'
        : ''),
  };
}

function sayWaiting({ waiting, next }: Opening): string {
  if (next === undefined) return '';
  return `另有 ${waiting} 件答复没有到公开日期（publishFrom），没有公开；最近的是 ${formatDay(next)}，到那天请再构建一次。\n`;
}
