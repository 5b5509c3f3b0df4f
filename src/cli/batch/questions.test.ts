import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { programOrSkip } from '../../offline/programs.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { bareLetter, useBatch, wholeLetter } from './batch-test.fixture.ts';

const t = useBatch();
const main = join(import.meta.dirname, '../main.ts');

// util-linux gives a program a terminal of its own; that of BSD and macOS has other options.
const terminal = process.platform === 'linux' ? programOrSkip('script') : undefined;

/**
 * Runs the program in a terminal and types each answer when the text before it appears.
 *
 * @returns The exit code and all that was on the screen.
 */
async function inTerminal(
  words: readonly string[],
  answers: readonly (readonly [shown: string, typed: string])[],
): Promise<{ code: number | null; screen: string }> {
  const command = [process.execPath, main, ...words].map((word) => `'${word}'`).join(' ');
  const child = spawn(terminal ?? '', ['-qec', `stty rows 40 cols 120; ${command}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let seen = 0;
  let next = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    screen += stripVTControlCharacters(chunk.toString());
    const [shown, typed] = answers[next] ?? [];
    if (shown === undefined || typed === undefined || !screen.slice(seen).includes(shown)) return;
    seen = screen.length;
    next += 1;
    child.stdin.write(typed);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(next).toBe(answers.length);
  return { code, screen };
}

const letters = () =>
  [...filesBelow(t.content()).keys()]
    .filter((name) => name.startsWith('replies/'))
    .map((name) => readFileSync(join(t.content(), name), 'utf8'));

describe.skipIf(terminal === undefined)('in a terminal', () => {
  test('what a file lacks is asked for, judged as it is typed, and the other files are converted', async () => {
    await t.convert([]);
    const files = [t.put('bare.txt', bareLetter), t.put('whole.txt', wholeLetter)];
    const { code, screen } = await inTerminal(
      ['convert', '--content', t.content(), ...files],
      [
        ['答复自己的标题', '关于河的答复\r'],
        ['作出答复的机关', '青禾县水务局\r'],
        ['答复落款的日期', '去年\r'],
        ['日期应写作', '\u007f\u007f2020年9月28日\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('bare.txt 缺少必需的内容');
    expect(screen).toContain('第 1 行的正文之前没有标题行');
    expect(letters()).toContainEqual(
      expect.stringContaining('title: 关于河的答复\nissuer: 青禾县水务局\nissuedOn: 2020-09-28\n'),
    );
    expect(letters()).toHaveLength(2);
  });

  test('Ctrl+C at a question stops; what was converted before stays', async () => {
    await t.convert([]);
    const files = [t.put('a.txt', wholeLetter), t.put('bare.txt', bareLetter), t.put('c.txt', bareLetter)];
    const { code, screen } = await inTerminal(
      ['convert', '--content', t.content(), ...files],
      [['答复自己的标题', '\u0003']],
    );
    expect(code).toBe(130);
    expect(screen).toContain('已停止');
    expect(letters()).toHaveLength(1);
  });

  test('Ctrl+C while files are converted stops between two of them', async () => {
    await t.convert([]);
    const files = Array.from({ length: 6 }, (_, index) =>
      t.put(`letter-${index}.txt`, wholeLetter.replace('〔2021〕15号', `〔2021〕${index + 1}号`)),
    );
    const { code, screen } = await inTerminal(
      ['convert', '--content', t.content(), ...files],
      [['0/6', '\u0003']],
    );
    expect(code).toBe(130);
    expect(screen).toContain('已停止');
    expect(letters().length).toBeLessThan(6);
  });

  test('--no-input asks for nothing', async () => {
    await t.convert([]);
    const words = ['convert', '--no-input', '--content', t.content(), t.put('bare.txt', bareLetter)];
    const { code, screen } = await inTerminal(words, []);
    expect(code).toBe(1);
    expect(screen).toContain('没有识别出必需的 3 项');
  });
});

test('without a terminal nothing is asked for', async () => {
  const { code, err } = await t.convert([t.put('bare.txt', bareLetter)]);
  expect(code).toBe(1);
  expect(err).toContain('没有识别出必需的 3 项');
});
