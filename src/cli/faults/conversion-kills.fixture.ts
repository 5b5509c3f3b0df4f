import { createHash } from 'node:crypto';
import { readFileSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkContent } from '../../check/check.ts';
import { mendContent } from '../../record/content-lock.ts';
import { moments } from './moments.fixture.ts';
import { leftovers, type Project } from './project.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';

const letter = join(import.meta.dirname, '../../convert/fixtures/clean-letter/input.txt');

/**
 * Kills conversions of three letters, each at another moment: every second one of its whole life, the others
 * once it has begun to write. Whatever was written is whole, and the next conversion makes what one that
 * nobody kills makes.
 *
 * @param count How many to kill before they end.
 */
export async function killConversions(project: Project, count: number): Promise<void> {
  const received = ['36', '37', '38'].map((number) => {
    const file = join(project.around, `第${number}号.txt`);
    const text = readFileSync(letter, 'utf8')
      .replaceAll('36号', `${number}号`)
      .replaceAll('〔2021〕15', `〔2021〕${number}`);
    writeFileSync(file, text);
    return file;
  });
  const clean = project.emptyContent('clean');
  const started = performance.now();
  await expectConverted(project, clean, received);
  const life = performance.now() - started;
  const right = filesBelow(clean);
  for (const [round, moment] of moments(count).entries())
    // One that ended before it was killed is started again and killed earlier.
    for (let share = moment; ; share *= 0.7) {
      const content = project.emptyContent(`killed-${round}-${share}`);
      const conversion = project.start('convert', '--content', content, ...received);
      const delay =
        round % 2 === 1 ? firstChange(content).then(() => pause(share * 60)) : pause(share * life);
      await Promise.race([delay, conversion.ended]);
      conversion.kill();
      const { signal } = await conversion.ended;
      expectWhole(content);
      await mendContent(content);
      expect((await checkContent(content)).findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(leftovers(content)).toEqual([]);
      await expectConverted(project, content, received);
      expect(filesBelow(content)).toEqual(right);
      if (signal === 'SIGKILL') break;
    }
}

function firstChange(folder: string): Promise<void> {
  return new Promise((begun) => {
    const watcher = watch(folder, () => {
      watcher.close();
      begun();
    });
  });
}

/** Every letter that is there has its original and its record, as they were received. */
function expectWhole(content: string): void {
  const files = filesBelow(content);
  for (const [path, text] of files) {
    const [, place = ''] = /^replies\/(.*)\.md$/.exec(path.replaceAll('\\', '/')) ?? [];
    if (place === '') continue;
    const originals = [...files].filter(([other]) => dirname(other) === join('originals', place));
    const hashes = originals.map(([, bytes]) => createHash('sha256').update(bytes, 'latin1').digest('hex'));
    expect(originals.map(([other]) => basename(other))).toContain('edits.json');
    expect(hashes).toContain(/sha256: (\w+)/.exec(text)?.[1]);
  }
}

async function expectConverted(project: Project, content: string, files: readonly string[]): Promise<void> {
  const { status, stderr } = await project.dafu('convert', '--content', content, ...files);
  if (status !== 0) throw new Error(stderr);
}
