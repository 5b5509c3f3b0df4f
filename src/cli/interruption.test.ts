import { afterEach, expect, test, vi } from 'vitest';
import { onInterruption } from './interruption.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('the first Ctrl-C asks to leave, however often it arrives; one that follows ends the program', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code ?? ''}`);
  });
  const leave = vi.fn();
  const listening = process.listenerCount('SIGINT');
  const off = onInterruption(leave);
  process.emit('SIGINT');
  vi.advanceTimersByTime(100);
  process.emit('SIGINT');
  expect(leave).toHaveBeenCalledTimes(1);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(() => process.emit('SIGTERM')).toThrow('exit 130');
  off();
  expect(process.listenerCount('SIGINT')).toBe(listening);
});
