import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changingProgram } from './program-changes.fixture.ts';
import { copyProject, type Project } from './project.fixture.ts';

const patience = 3_600_000;

let project: Project;
beforeAll(async () => {
  project = await copyProject();
}, patience);
afterAll(() => {
  project.remove();
});

test(
  'after a change of a template, of the program and of a package the edition is that of a build from nothing',
  async () => {
    const program = changingProgram(project);
    const first = await program.build();
    program.change('template');
    const template = await program.build();
    expect(template).toBe(await program.buildAnew());
    expect(template).not.toBe(first);

    program.change('code');
    const code = await program.build();
    expect(code).toBe(await program.buildAnew());
    expect(code).not.toBe(template);

    // Another version of a package may make other files.
    appendFileSync(join(project.root, 'package-lock.json'), '\n');
    expect(await program.build()).toBe(code);
  },
  patience,
);
