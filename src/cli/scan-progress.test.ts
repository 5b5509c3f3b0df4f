import { afterEach, expect, test, vi } from 'vitest';
import { showScanProgress } from './scan-progress.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  [0, '已停止，没有写入任何文件。还没有识别完一页，再运行同一条命令会从头识别。\n'],
  [4, '已停止，没有写入任何文件。再运行同一条命令，从第 5 页接着识别。\n'],
])('Ctrl-C after %i pages says what the same command will do', (done, said) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code ?? ''}`);
  });
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { progress, end } = showScanProgress(true);
  progress(done, 9);
  expect(() => process.emit('SIGINT')).toThrow('exit 130');
  expect(exit).toHaveBeenCalledTimes(1);
  expect(write.mock.calls.map(([text]) => text).at(-1)).toBe(said);
  end();
});
