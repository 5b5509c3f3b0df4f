import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { keyPrefix } from '../../queue/reading-job.ts';
import { writeDocx } from '../../readers/docx/docx-writer.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { letter, serverProgram, useQueue } from './queue-test.fixture.ts';

const dyingWorker = join(import.meta.dirname, 'dying-worker.fixture.ts');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const t = useQueue();

describe.skipIf(serverProgram === undefined)('dafu convert --queue', () => {
  test('takes the files beside a page and those that the editor supplies along', async () => {
    const page = join(t.state.folder, '答复.html');
    mkdirSync(join(t.state.folder, '答复_files/图'), { recursive: true });
    writeFileSync(join(t.state.folder, '答复_files/图/一.png'), png);
    writeFileSync(join(t.state.folder, '答复_files/key.txt'), Uint8Array.of(1, 0, 2));
    writeFileSync(join(t.state.folder, '附件2.pdf'), '%PDF-1.7 invented');
    writeFileSync(
      page,
      `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body><div class="TRS_Editor">
<p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>
<p><img src="答复_files/图/一.png"><img src="答复_files/无.png"><a href="答复_files/key.txt">甲</a><a href="x/附件2.pdf">附件2</a></p>
<p>感谢您对交通工作的关心和支持。</p><p>云溪市交通运输局</p><p>2021年6月18日</p></div></body></html>`,
    );
    await t.work();
    await t.expectSame([page], { with: [join(t.state.folder, '附件2.pdf')] });
    expect([...filesBelow(join(t.state.folder, 'queued')).keys()]).toEqual(
      expect.arrayContaining(['附件2.pdf', '一.png'].map((name) => `originals/2021/cppcc-9-3-37/${name}`)),
    );
    expect(await t.bytesLeft()).toEqual([]);
  });

  test('brings the pictures inside a document back', async () => {
    const paragraphs = readFileSync(letter, 'utf8').trim().split(/\n+/);
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="a.png"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const text = paragraphs.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
    const file = join(t.state.folder, '带图.docx');
    writeFileSync(
      file,
      writeDocx({ body: text.toSpliced(9, 0, drawing).join(''), images: { 'a.png': png } }),
    );
    await t.work();
    await t.expectSame([file]);
    expect([...filesBelow(join(t.state.folder, 'queued')).keys()].join()).toContain('.png');
    expect(await t.bytesLeft()).toEqual([]);
  });

  test('reports bad files in their places and goes on', async () => {
    const bad = { 'empty.txt': '', 'page.pdf': '%PDF-1.7\n', 'recipe.txt': '番茄炒蛋，先炒蛋。'.repeat(40) };
    for (const [name, text] of Object.entries(bad)) writeFileSync(join(t.state.folder, name), text);
    await t.work();
    const files = Object.keys(bad).map((name) => join(t.state.folder, name));
    await t.expectSame([...files, join(t.state.folder, 'absent.txt'), letter, letter]);
    await t.expectSame([letter], { json: true });
    await t.expectSame([letter], { force: true, set: { publishedOn: '2022-01-05' } });
  });

  test('stops at Ctrl-C, and takes up later what was read meanwhile', async () => {
    const waiting = t.convert([letter]);
    await t.jobAppears();
    process.emit('SIGINT');
    expect(await waiting).toBe(130);
    expect(t.state.out).toContain('已停止等待');
    const worker = await t.work();
    while ((await t.opened().queue.getCompletedCount()) === 0) await pause(5);
    await worker.end();
    t.ends.length = 0;
    await t.expectSame([letter]);
    expect(await t.opened().queue.getCompletedCount()).toBe(0);
  });

  test.each(['the server forgets all', 'the server forgets the bytes'])(
    'adds a file again when %s',
    async (lost) => {
      const waiting = t.convert([letter]);
      await t.jobAppears();
      await t
        .opened()
        .connection.redis.eval(
          "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end",
          0,
          lost.endsWith('all') ? '*' : `${keyPrefix}:bytes:*`,
        );
      await t.work();
      expect(await waiting).toBe(0);
    },
  );

  test('gives up a file whose readers die, and reports it by name', async () => {
    const waiting = t.convert([letter]);
    await t.jobAppears();
    for (let count = 0; count < 3; count += 1) {
      const worker = spawn(process.execPath, [dyingWorker, t.state.address], { stdio: 'ignore' });
      expect(await once(worker, 'exit')).toEqual([null, 'SIGKILL']);
    }
    await t.work();
    expect(await waiting).toBe(1);
    expect(t.state.out).toMatch(/clean-letter.*worker-failed {2}先后有三台工作机/);
    expect(filesBelow(join(t.state.folder, 'queued')).size).toBe(0);
  });
});
