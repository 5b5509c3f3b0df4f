import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../corpus/random.ts';

/** A change that was made. */
export interface ContentChange {
  /** What was changed, for the message of a failure. */
  what: string;
  /** How many kinds of change were not made since each was made once. */
  left: number;
}

/**
 * Changes something in a content folder, each kind of change once before any is made again.
 *
 * @param add Adds a letter.
 * @param made The kinds that were made, by number.
 */
export function changeSomething(
  content: string,
  random: Random,
  add: () => void,
  made: Set<number>,
): ContentChange {
  const replies = join(content, 'replies');
  const names = readdirSync(replies, { recursive: true })
    .map(String)
    // The first letter may not differ from its original, and a withdrawn one may have no text.
    .filter((name) => name.endsWith('.md') && !name.endsWith('cppcc-12-2-283.md'))
    .filter((name) => !readFileSync(join(replies, name), 'utf8').includes('\nwithdrawn:'))
    .sort();
  const name = pick(random, names);
  const path = join(replies, name);
  const followUp = join(content, 'follow-up', name.replace(/\.md$/, '.yml'));
  const rewrite = (file: string, change: (text: string) => string) => {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  const line = `虚构的改动${random.integer(1, 1_000_000)}`;
  const other = pick(random, names);
  const changes: [string, () => void][] = [
    [
      `paragraph added to ${name}`,
      () => {
        rewrite(path, (text) => `${text}\n${line}。\n`);
      },
    ],
    [
      `paragraph put first in ${name}`,
      () => {
        rewrite(path, (text) => text.replace(/\n---\n\n?/, (end) => `${end}\n${line}。\n\n`));
      },
    ],
    [
      `text of ${other} copied into ${name}`,
      () => {
        const [, copied = ''] = readFileSync(join(replies, other), 'utf8').split(/\n---\n/);
        rewrite(path, (text) => `${text}\n${copied.trim()}\n`);
      },
    ],
    [
      `question of ${name}`,
      () => {
        rewrite(path, (text) => text.replace(/^ {2}title:.*$/m, '  title: 关于加强农村饮水保障的建议'));
      },
    ],
    [
      `title of ${name}`,
      () => {
        rewrite(path, (text) => text.replace(/^title:.*$/m, `title: ${line}（虚构）`));
      },
    ],
    [
      `issuer of ${name}`,
      () => {
        rewrite(path, (text) => text.replace(/^issuer:.*$/m, `issuer: 虚构市${line}局`));
      },
    ],
    [
      `date of ${name}`,
      () => {
        rewrite(path, (text) => text.replace(/^issuedOn:.*$/m, 'issuedOn: 2021-03-04'));
      },
    ],
    [
      `${name} made a draft`,
      () => {
        rewrite(path, (text) =>
          text.replace(/^draft: true\n/m, '').replace(/^title:/m, 'draft: true\ntitle:'),
        );
      },
    ],
    ['letter added', add],
    [
      `commitment of ${name} followed up`,
      () => {
        rewrite(path, (text) => `${text}\n我局将于2031年底前建成${line}。\n`);
        mkdirSync(dirname(followUp), { recursive: true });
        const state = pick(random, ['进行中', '未落实']);
        writeFileSync(
          followUp,
          `records:\n  - sentence: 建成${line}。\n    state: ${state}\n    on: 2030-01-02\n`,
        );
      },
    ],
    [
      `follow-up of ${name} dropped`,
      () => {
        rmSync(followUp, { force: true });
      },
    ],
    [
      `${name} renamed`,
      () => {
        rmSync(followUp, { force: true });
        renameSync(path, path.replace(/\.md$/, `-${random.integer(1, 1_000_000)}.md`));
      },
    ],
    [
      `${name} renamed, with its old address`,
      () => {
        rmSync(followUp, { force: true });
        const alias = name.replaceAll('\\', '/').replace(/\.md$/, '');
        rewrite(path, (text) =>
          /^aliases:/m.test(text)
            ? text.replace(/^aliases: \[/m, `aliases: [${alias}, `)
            : text.replace(/^title:/m, `aliases: [${alias}]\ntitle:`),
        );
        renameSync(path, path.replace(/\.md$/, `-${random.integer(1, 1_000_000)}.md`));
      },
    ],
    [
      `${name} withdrawn`,
      () => {
        rmSync(followUp, { force: true });
        const fields = 'withdrawn:\n  on: 2024-01-02\n  reason: 虚构的原因\n';
        rewrite(path, (text) => {
          const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
          return `---\n${head.replace(/^withdrawn:\n(?: .*\n)+/m, '')}\n${fields}---\n`;
        });
      },
    ],
    [
      `${name} corrected`,
      () => {
        const day = `202${random.integer(1, 5)}-05-06`;
        rewrite(path, (text) =>
          /^corrections:\n/m.test(text)
            ? text.replace(/^corrections:\n/m, `corrections:\n  - on: ${day}\n    note: ${line}\n`)
            : text.replace(/^title:/m, `corrections:\n  - on: ${day}\n    note: ${line}\ntitle:`),
        );
      },
    ],
    [
      `${name} to wait until a day, or no longer`,
      () => {
        const day = pick(random, ['2020-01-02', '2999-01-02']);
        rewrite(path, (text) =>
          text.replace(/^publishFrom:.*\n/m, '').replace(/^title:/m, `publishFrom: ${day}\ntitle:`),
        );
      },
    ],
    [
      'page added',
      () => {
        writeFileSync(join(content, `pages/added-${random.integer(1, 1000)}.md`), page(line));
      },
    ],
    [
      'page changed',
      () => {
        rewrite(join(content, 'pages/about.md'), (text) => `${text}\n${line}。\n`);
      },
    ],
    [
      'site.yml',
      () => {
        rewrite(join(content, 'site.yml'), (text) => text.replace(/^name:.*$/m, `name: ${line}`));
      },
    ],
    [
      'address',
      () => {
        rewrite(join(content, 'site.yml'), (text) => withAddress(text, random));
      },
    ],
  ];
  if (names.length > 5)
    changes.push([
      `${name} deleted`,
      () => {
        rmSync(followUp, { force: true });
        rmSync(path);
      },
    ]);
  if (made.size >= changes.length) made.clear();
  const kind = pick(
    random,
    [...changes.keys()].filter((at) => !made.has(at)),
  );
  made.add(kind);
  const [what = '', change] = changes[kind] ?? [];
  change?.();
  return { what, left: changes.length - made.size };
}

function pick<T>(random: Random, items: readonly T[]): T {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('there is nothing to pick from');
  return random.pick([first, ...rest]);
}

function page(text: string): string {
  return `---\ntitle: ${text}\ndescription: ${text}\norder: 9\n---\n\n${text}。\n`;
}

function withAddress(text: string, random: Random): string {
  const url = `url: https://a${random.integer(1, 1000)}.example/\n`;
  return text.replace(/^url:.*\n/m, '') + url;
}
