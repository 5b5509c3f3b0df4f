import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareTemplates } from '../../integrations/compiled-once.fixture.ts';
import { changingProgram } from './program-changes.fixture.ts';
import { copyProject, type Project } from './project.fixture.ts';

const patience = 600_000;

let project: Project;
beforeAll(async () => {
  project = await copyProject();
  await shareTemplates(join(project.root, '.cache'));
}, patience);
afterAll(() => {
  project.remove();
});

// One change after the other, and that of a package: program-changes.fuzz.ts.
test(
  'after a change of a template and of the program the edition is that of a build from nothing',
  async () => {
    const program = changingProgram(project);
    await program.build();
    program.change('template');
    program.change('code');
    expect(await program.build()).toBe(await program.buildAnew());
    const home = readFileSync(join(project.root, 'dist/index.html'), 'utf8');
    expect(home).toContain('关于本站（改）');
    expect(home).toMatch(/\d号/);
  },
  patience,
);
