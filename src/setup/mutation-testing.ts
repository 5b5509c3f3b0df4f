// `npm run test:deep`: changes operators, conditions and calls of some files in each folder below, one at a time,
// and runs the tests of that folder: a mutant that survives is code that no test needs. Which files, the seed decides.
//
//     node src/setup/mutation-testing.ts                  a sample of every folder
//     node src/setup/mutation-testing.ts src/reply …      all of these folders, or single files
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import fc from 'fast-check';
import { caseSeed } from './seed.ts';

const folders = [
  'src/record',
  'src/reply',
  'src/normalise',
  'src/search/query',
  'src/search/engine',
  'src/check',
];

/** Lines of code that a sample takes of each folder: some 120 mutants, each of which takes between one second and ten. */
const sampleLines = 60;

/** Percent of a folder's mutants that its tests must find. */
const lowestScore = 60;

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Score {
  found: number;
  all: number;
}

/** Counts the mutants that a test found, and all that were tested. */
function scoreOf(results: readonly MutantResult[]): Score {
  const judged = results.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  const found = judged.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  return { found: found.length, all: judged.length };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll(sep, '/'))
    .filter((path) => /(?<!\.(?:test|fuzz|fixture|d))\.ts$/.test(path))
    .sort();
}

/** All files of a folder in an order that the seed decides, in samples of about `sampleLines` lines. */
function samplesOf(folder: string, seed: number): string[][] {
  const sources = sourcesIn(folder);
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(sources, { minLength: sources.length }), {
    seed,
    numRuns: 1,
  });
  const samples: string[][] = [];
  let lines = sampleLines;
  for (const path of shuffled) {
    if (lines >= sampleLines) {
      samples.push([]);
      lines = 0;
    }
    samples.at(-1)?.push(path);
    lines += readFileSync(path, 'utf8').split('\n').length;
  }
  return samples;
}

/** Scores the first sample of a folder that has mutants: files of bare declarations have none. */
async function scoreSample(folder: string, seed: number): Promise<Score> {
  for (const sample of samplesOf(folder, seed)) {
    const score = scoreOf(await mutate(folder, sample));
    if (score.all > 0) return score;
  }
  return { found: 0, all: 0 };
}

async function mutate(folder: string, files: readonly string[]): Promise<MutantResult[]> {
  process.env.DAFU_MUTATED = folder;
  return new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    // Texts are for people, and a mutant of what runs only on import needs a process of its own.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    ignorePatterns: [
      'dist',
      '.cache',
      '.demo',
      '.astro',
      'bench',
      'docs',
      'test-results',
      'playwright-report',
    ],
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, allowColor: false },
    tempDirName: '.cache/mutants',
    // Node strips types; otherwise Stryker would try to comment every page among the fixtures.
    disableTypeChecks: false,
    timeoutMS: 10_000,
  }).runMutationTest();
}

const wished = process.argv.slice(2);
const seed = caseSeed(process.env.DAFU_SEED ?? 'random');
const scores = new Map<string, Score>();
for (const folder of folders) {
  const files = sourcesIn(folder).filter((path) =>
    wished.some((wish) => path === wish || path.startsWith(`${wish.replace(/\/$/, '')}/`)),
  );
  if (wished.length === 0) scores.set(folder, await scoreSample(folder, seed));
  else if (files.length > 0) scores.set(folder, scoreOf(await mutate(folder, files)));
}

console.log(`\nSeed ${seed}`);
for (const [folder, { found, all }] of scores) {
  const percent = all === 0 ? 0 : (100 * found) / all;
  console.log(`${percent.toFixed(0).padStart(4)} %  ${folder}: ${found} of ${all} mutants found`);
  if (percent < lowestScore) process.exitCode = 1;
}
