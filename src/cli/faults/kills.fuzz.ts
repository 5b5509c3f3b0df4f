import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareTemplates } from '../../integrations/compiled-once.fixture.ts';
import { killBuilds } from './build-kills.fixture.ts';
import { killConversions } from './conversion-kills.fixture.ts';
import { copyProject, editionHash, type Project } from './project.fixture.ts';

const patience = 3_600_000;

let project: Project;
beforeAll(async () => {
  project = await copyProject();
  await shareTemplates(join(project.root, '.cache'));
}, patience);
afterAll(() => {
  project.remove();
});

test(
  'conversions killed at many moments',
  async () => {
    await killConversions(project, 24);
  },
  patience,
);

test(
  'builds killed at many moments',
  async () => {
    const out = join(project.around, 'dist');
    expect((await project.dafu('build', '--out', out)).status).toBe(0);
    const renewed = await killBuilds(project, out, 24);
    rmSync(join(project.root, '.cache'), { recursive: true });
    expect((await project.dafu('build', '--out', out)).status).toBe(0);
    expect(editionHash(out)).toBe(renewed);
  },
  patience,
);
