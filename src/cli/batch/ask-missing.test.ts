import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askMissing } from './ask-missing.ts';

/** Types keys as soon as something is shown, one after the other. @returns All that was shown. */
function typeInto(output: PassThrough, input: PassThrough, typed: [shown: string, keys: string][]) {
  const left = [...typed];
  const screen = { shown: '', since: '' };
  output.on('data', (chunk: Buffer) => {
    screen.shown += String(chunk);
    screen.since += String(chunk);
    const [next] = left;
    if (next === undefined || !screen.since.includes(next[0])) return;
    left.shift();
    screen.since = '';
    // What is asked is shown before its keys are listened for.
    setImmediate(() => input.write(next[1]));
  });
  return screen;
}

test('what OCR was not sure of is offered, also of fields that may be absent, and may be left out', async () => {
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  const backspace = '\x7F';
  const screen = typeInto(terminal.output, terminal.input, [
    ['2021-07-09', '\r'],
    ['云陵教函〔2021〕64号', '\r'],
    ['0317', `${backspace.repeat(4)}\r`],
  ]);
  const missing = [{ field: 'issuedOn' as const, name: '成文日期', searched: '见第 7 行' }];
  const doubtful = [
    { field: 'documentNumber' as const, reading: '云陵教函〔2021〕64号' },
    { field: 'issuedOn' as const, reading: '2021-07-09' },
    { field: 'proposal.number' as const, reading: '0317' },
  ];
  const values = await askMissing('a.png', missing, doubtful, terminal);
  expect(values).toEqual({ issuedOn: '2021-07-09', documentNumber: '云陵教函〔2021〕64号' });
  expect(screen.shown).toContain('成文日期：见第 7 行。');
});
