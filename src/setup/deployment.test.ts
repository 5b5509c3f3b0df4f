import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, it, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { parseShard } from '../build/shards/shard-number.ts';
import { createProgram } from '../cli/program.ts';

// It imports its schemas, which are JSON, without the attribute that Node asks for.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
hooks.deregister();

const manifests = globSync('deploy/kubernetes/*.yaml');
const workflow = 'deploy/github-actions/shards.yml';

const podSchema = z.object({
  automountServiceAccountToken: z.boolean(),
  securityContext: z.looseObject({}),
  containers: z.array(
    z.object({
      image: z.string(),
      command: z.array(z.string()).optional(),
      args: z.array(z.string()),
      securityContext: z.looseObject({}),
      resources: z.object({ limits: z.object({ cpu: z.string(), memory: z.string() }) }),
    }),
  ),
});
const objectSchema = z.looseObject({
  kind: z.string(),
  spec: z.looseObject({
    completions: z.int().optional(),
    template: z.object({ spec: podSchema }).optional(),
  }),
});

const objects = manifests.flatMap((file) =>
  parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    const value: unknown = document.toJS();
    return { file, value, object: objectSchema.parse(value) };
  }),
);
const pods = objects.flatMap(({ object }) => object.spec.template?.spec ?? []);

const models = {
  Deployment: () => new Deployment(),
  Job: () => new Job(),
  NetworkPolicy: () => new NetworkPolicy(),
  Service: () => new Service(),
};

/**
 * Validates an object by Kubernetes' own schema of its kind, which allows fields that it does not know: those that
 * it never reads are reported here.
 *
 * @throws Error that names the field.
 */
function validate(value: unknown): void {
  const { kind } = z.object({ kind: z.string() }).parse(value);
  const model = Object.entries(models).find(([name]) => name === kind)?.[1]();
  if (!model) throw new Error(`no schema for ${kind}`);
  const unread = new Set<string>();
  Object.assign(model, watch(value, '', unread)).validate();
  if (unread.size > 0) throw new Error(`unknown fields: ${[...unread].join(', ')}`);
}

/** The same value; `unread` holds the paths of the fields that nobody has read. */
function watch(value: unknown, path: string, unread: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    watch(one, `${path}/${key}`, unread),
  ]);
  const copy = Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
  // Copying the object itself into its model reads all of its own fields.
  if (path !== '' && !Array.isArray(value)) for (const [key] of entries) unread.add(`${path}/${key}`);
  return new Proxy(copy, {
    get(target, key, receiver) {
      if (typeof key === 'string') unread.delete(`${path}/${key}`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

describe.each(objects)('$file', ({ value, object }) => {
  it(`has a ${object.kind} that Kubernetes' schema allows`, () => {
    expect(() => {
      validate(value);
    }).not.toThrow();
  });
});

it.each([
  ['a wrong type', { completions: '8' }, 'completions must be integer'],
  ['an unknown field', { completion: 8 }, '/spec/completion'],
  ['a missing field', { template: undefined }, 'template'],
])('a manifest with %s is refused', (_, change, message) => {
  const job = objects.find(({ object }) => object.kind === 'Job')?.value;
  const { spec, ...rest } = z.looseObject({ spec: z.looseObject({}) }).parse(job);
  expect(() => {
    validate({ ...rest, spec: { ...spec, ...change } });
  }).toThrow(message);
});

it.each(pods)('pod %# has the least rights and bounded resources', (pod) => {
  expect(pod.automountServiceAccountToken).toBe(false);
  expect(pod.securityContext).toMatchObject({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  for (const { securityContext } of pod.containers)
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
});

test('the Job builds every part that the merge expects', () => {
  const job = objects.find(({ file }) => file.endsWith('shards.yaml'))?.object.spec;
  const args = job?.template?.spec.containers[0]?.args ?? [];
  const count = job?.completions ?? 0;
  const shard = args[args.indexOf('--shard') + 1] ?? '';
  const last = parseShard(shard, { JOB_COMPLETION_INDEX: String(count - 1) });
  expect(last).toEqual({ number: count, count });
  expect(args.at(-1)).toBe('/site/shards/$(SHARD)');
});

test('the workers’ command is one', async () => {
  const pod = objects.find(({ file }) => file.endsWith('workers.yaml'))?.object.spec.template?.spec;
  const [command = ''] = pod?.containers[0]?.args ?? [];
  expect((await createProgram()).commands.map((one) => one.name())).toContain(command);
});

test('the workflow is one, and builds and merges as many parts as it states', () => {
  const content = readFileSync(workflow, 'utf8');
  const { context } = parseWorkflow({ name: workflow, content }, new NoOperationTraceWriter());
  expect(context.errors.getErrors()).toEqual([]);
  const schema = z.object({
    jobs: z.object({
      shard: z.object({ strategy: z.object({ matrix: z.object({ shard: z.array(z.int()) }) }) }),
    }),
  });
  const { shard } = schema.parse(parse(content)).jobs.shard.strategy.matrix;
  expect(shard).toEqual(Array.from({ length: shard.length }, (_, index) => index + 1));
  expect(content).toContain(`--shard \${{ matrix.shard }}/${shard.length} `);
  const broken = content.replace('runs-on:', 'run-on:');
  const { context: other } = parseWorkflow({ name: workflow, content: broken }, new NoOperationTraceWriter());
  expect(other.errors.getErrors()).not.toEqual([]);
});
