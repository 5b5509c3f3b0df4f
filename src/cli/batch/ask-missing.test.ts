import { afterAll, expect, test, vi } from 'vitest';

const asked: { message: string; initialValue?: string }[] = [];
// A test before this one may have loaded the prompts themselves in this process, and one after it needs them.
vi.resetModules();
vi.doMock('@clack/prompts', () => ({
  isCancel: () => false,
  text(question: (typeof asked)[number]) {
    asked.push(question);
    return Promise.resolve(question.initialValue === '0317' ? '' : (question.initialValue ?? ''));
  },
}));

const { askMissing } = await import('./ask-missing.ts');
afterAll(() => {
  vi.doUnmock('@clack/prompts');
  vi.resetModules();
});

test('what OCR was not sure of is offered, also of fields that may be absent, and may be left out', async () => {
  const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const missing = [{ field: 'issuedOn' as const, name: '成文日期', searched: '见第 7 行' }];
  const values = await askMissing('a.png', missing, [
    { field: 'documentNumber', reading: '云陵教函〔2021〕64号' },
    { field: 'issuedOn', reading: '2021-07-09' },
    { field: 'proposal.number', reading: '0317' },
  ]);
  shown.mockRestore();
  expect(values).toEqual({ issuedOn: '2021-07-09', documentNumber: '云陵教函〔2021〕64号' });
  expect(asked.map(({ initialValue }) => initialValue)).toEqual([
    '2021-07-09',
    '云陵教函〔2021〕64号',
    '0317',
  ]);
});
