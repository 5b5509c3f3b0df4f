import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, editionHash, leftovers, type Project } from './project.fixture.ts';
import { shareTemplates } from '../../integrations/compiled-once.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { killBuilds } from './build-kills.fixture.ts';

// A build takes seconds, on a machine that does other things besides many of them.
const patience = 600_000;

let project: Project;
/** The edition after the letter was corrected. */
let renewed: string;
beforeAll(async () => {
  project = await copyProject();
  await shareTemplates(join(project.root, '.cache'));
}, patience);
afterAll(() => {
  project.remove();
});

const site = () => join(project.around, 'dafu-site');
const cache = () => join(project.root, '.cache');
const left = () => leftovers(cache(), project.content, join(project.root, '.astro'));

test(
  'the output folder may be beside the project and start with its name',
  async () => {
    const { status, stderr } = await project.dafu('build', '--out', '../dafu-site');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    editionHash(site());
    expect(readdirSync(project.around).sort()).toEqual(['dafu', 'dafu-site']);
    expect(left()).toEqual([]);
  },
  patience,
);

test(
  'builds killed at random moments leave the previous edition whole, and the next build repairs the rest',
  async () => {
    renewed = await killBuilds(project, site(), 2);
  },
  patience,
);

test(
  'damaged caches are discarded, and said to be; the edition is that of the caches before they were damaged',
  async () => {
    for (const path of filesBelow(cache()).keys()) {
      const bytes = readFileSync(join(cache(), path));
      // Within a letter's text: no syntax error gives the damage away.
      const at = Math.max(0, bytes.indexOf('代表')) + 2;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(join(cache(), path), bytes);
    }
    const { status, stderr } = await project.dafu('build', '--out', 'dist 答复/网站 (新)');
    expect(status).toBe(0);
    expect(stderr.match(/缓存已损坏/g)).toHaveLength(1);
    expect(editionHash(join(project.root, 'dist 答复/网站 (新)'))).toBe(renewed);
  },
  patience,
);

test(
  'of two builds of one folder one does the work and one says who does',
  async () => {
    const ended = await Promise.all([
      project.dafu('build', '--out', 'dist'),
      project.dafu('build', '--out', 'dist'),
    ]);
    const [won, lost] = ended.sort((a, b) => Number(a.status) - Number(b.status));
    expect(won).toMatchObject({ status: 0 });
    expect(lost).toMatchObject({ status: 1, stdout: '' });
    expect(lost.stderr).toMatch(/另一个程序正在写 .*dist。进程 \d+ 正在使用，请等它结束后再试。/u);
    expect(editionHash(join(project.root, 'dist'))).toBe(renewed);
    expect(left()).toEqual([]);
  },
  patience,
);
