import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inDepth } from '../../setup/depth.ts';
import { sketchedLetters } from '../letters.fixture.ts';
import { officialText } from '../text/official-text.fixture.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { sourceOf } from './index-builder.ts';
import { updateIndex, type IndexOptions, type UpdatedIndex } from './index-update.ts';

let folder: string;
let editions = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-update-'));
  editions = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const state = () => join(folder, 'cache', 'index-state');

/** Builds an edition upon another, as a build does: what is kept is copied. */
async function build(
  letters: readonly IndexedLetter[],
  previous: string | undefined,
  options: IndexOptions,
): Promise<{ out: string; index: UpdatedIndex }> {
  editions += 1;
  const out = join(folder, String(editions));
  const before = previous === undefined ? undefined : { folder: previous, state: state() };
  const index = await updateIndex(letters.map(sourceOf), out, state(), before, options);
  for (const { path } of index.kept) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    copyFileSync(join(previous ?? '', path), join(out, path));
  }
  return { out, index };
}

/** Builds an edition upon nothing; reads its files by path. */
async function buildCold(letters: readonly IndexedLetter[], options: IndexOptions) {
  const out = join(folder, 'cold');
  await updateIndex(letters.map(sourceOf), out, undefined, undefined, options);
  const files = read(out);
  rmSync(out, { recursive: true });
  return files;
}

function read(out: string): Record<string, string> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(out.length + 1), readFileSync(path, 'latin1')]),
  );
}

const block = fc.oneof(
  fc.constantFrom(
    '创新发展',
    '创新，发展。',
    '第28号',
    'GDP 增长',
    '的的的的',
    '发展的创新的',
    '建议收悉',
    '平台建设，平台',
  ),
  officialText.map((text) => text.replaceAll('\n', ' ')),
);
const body = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '## '), block), { maxLength: 5 })
  .map((blocks) => blocks.map(([mark, text]) => mark + text).join('\n\n'));
const day = fc.constantFrom(undefined, '2019-05-01', '2019-05-02', '2020-01-01', '2020-03-04', '2021-12-31');
const letter = fc
  .record({ name: fc.nat(40), title: block, issuedOn: day, body })
  .map(({ name, title, issuedOn, body: text }): IndexedLetter => ({
    id: `2020/x-${name}`,
    frontmatter: {
      title: `${title}（虚构）`,
      issuer: '虚构市教育局',
      documentNumber: `虚教〔2020〕${name}号`,
      ...(issuedOn === undefined ? {} : { issuedOn }),
    },
    body: text,
  }));
const letters = fc.uniqueArray(letter, { minLength: 1, maxLength: 30, selector: ({ id }) => id });

/** A change of the letters: one is added, replaced, edited, redated, renamed or removed; or nothing is. */
type Change = (letters: readonly IndexedLetter[]) => IndexedLetter[];
const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.constantFrom('add', 'edit', 'edit', 'edit', 'title', 'date', 'name', 'remove', 'same'),
    letter,
    fc.nat(),
  )
  .map(([kind, other, place]) => (all) => {
    const at = place % Math.max(1, all.length);
    const target = all[at];
    if (kind === 'same' || target === undefined) return [...all];
    if (kind === 'add') return [...all.filter(({ id }) => id !== other.id), other];
    if (kind === 'remove') return all.filter((_, index) => index !== at);
    const { frontmatter } = target;
    const replaced: IndexedLetter =
      kind === 'edit'
        ? { ...target, body: withParagraph(target.body, other.body, place) }
        : kind === 'title'
          ? { ...target, frontmatter: { ...frontmatter, title: other.frontmatter.title } }
          : kind === 'date'
            ? {
                ...target,
                frontmatter: { ...frontmatter, issuedOn: other.frontmatter.issuedOn ?? '2019-05-01' },
              }
            : { ...target, id: other.id };
    return [...all.filter(({ id }, index) => index !== at && id !== replaced.id), replaced];
  });

/** Adds paragraphs at some place of a body, or takes away what is behind it. */
function withParagraph(text: string, added: string, place: number): string {
  const blocks = text.split('\n\n');
  const at = place % (blocks.length + 1);
  return [...blocks.slice(0, at), added, ...blocks.slice(at + (place % 3 === 0 ? 1 : 0))].join('\n\n');
}

describe('an index that is built upon the last one', () => {
  test('is byte for byte the index that is built upon nothing, whatever changes', async () => {
    const size = fc.constantFrom(4, 12, 40, 200);
    await fc.assert(
      fc.asyncProperty(
        letters,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        size,
        fc.constantFrom(0, 1),
        fc.constantFrom(6, 1000),
        async (first, steps, chunkSize, zonesFrom, shardSize) => {
          const options = { chunkSize, zonesFrom, shardSize };
          let now = first;
          let { out } = await build(now, undefined, options);
          for (const changes of steps) {
            for (const apply of changes) now = apply(now);
            const next = await build(now, out, options);
            expect(read(next.out)).toEqual(await buildCold(now, options));
            rmSync(out, { recursive: true });
            out = next.out;
          }
          rmSync(out, { recursive: true });
        },
      ),
      // Shrinking takes minutes; a counterexample says enough.
      { numRuns: inDepth(4, 15), endOnFailure: true },
    );
  }, 300_000);
});

describe('what is kept for the next build', () => {
  const options = { chunkSize: 40, shardSize: 6 };
  const edited = sketchedLetters.map((one, index) =>
    index === 4 ? { ...one, body: `${one.body}\n\n补充一段。` } : one,
  );

  test('is not written again where nothing changes, and bodies of unchanged letters are not read', async () => {
    const { out } = await build(sketchedLetters, undefined, options);
    const same = await build(sketchedLetters, out, options);
    expect(same.index.written).toEqual([]);
    const target = edited.map((one) => {
      const source = sourceOf(one);
      const isEdited = !sketchedLetters.includes(one);
      return isEdited ? source : { ...source, body: () => Promise.reject(new Error('read')) };
    });
    const next = join(folder, 'next');
    const index = await updateIndex(target, next, undefined, { folder: same.out, state: state() }, options);
    expect(index.kept.length).toBeGreaterThan(index.written.length);
    const written = Object.keys(read(next)).sort();
    expect(written).toEqual(index.written.map(({ path }) => path).sort());
    // All other years are in other shards.
    expect(new Set(written.map((path) => path.split('/')[0])).size).toBe(2);
  });

  let cold: Record<string, string> | undefined;

  test.each(['state', 'chunk', 'missing'])('is not used when it is damaged: %s', async (kind) => {
    const { out, index } = await build(sketchedLetters, undefined, options);
    const chunks = index.written.filter(({ path }) => /\/c[0-9a-f]{4,}\.js$/.test(path));
    expect(chunks.length).toBeGreaterThan(20);
    if (kind === 'state') flipByte(state(), 2000);
    else
      for (const { path } of chunks)
        if (kind === 'chunk') flipByte(join(out, path), 40);
        else rmSync(join(out, path));
    let damages = 0;
    const next = join(folder, 'next');
    const previous = { folder: out, state: state() };
    const onDamage = () => (damages += 1);
    const again = await updateIndex(edited.map(sourceOf), next, undefined, previous, {
      ...options,
      onDamage,
    });
    expect(damages).toBe(1);
    expect(again.kept).toEqual([]);
    cold ??= await buildCold(edited, options);
    expect(read(next)).toEqual(cold);
  });
});

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

test('other synonyms write their table and the entry anew, and nothing else', async () => {
  const first = await build(sketchedLetters, undefined, { synonyms: [['甲', '乙']] });
  const second = await build(sketchedLetters, first.out, { synonyms: [['甲', '丙']] });
  expect(second.index.written.map(({ path }) => path).sort()).toEqual(['entry.js', 'synonyms.js']);
  expect(read(second.out)).toEqual(await buildCold(sketchedLetters, { synonyms: [['甲', '丙']] }));
});
