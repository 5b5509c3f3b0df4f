import { expect, test } from 'vitest';
import { getBrowser, type Machine } from './browser-installation.ts';

/** A machine that records what is done to it. */
function machine(
  given: Partial<Machine> & { installs?: string },
): Machine & { ran: string[]; said: string[] } {
  const ran: string[] = [];
  const said: string[] = [];
  let present = false;
  return {
    ran,
    said,
    hasBrowser: () => present,
    download: () => false,
    isRoot: false,
    hasApt: true,
    run: (command) => {
      ran.push(command.join(' '));
      present ||= given.installs !== undefined && command.includes(given.installs);
      return true;
    },
    say: (text) => {
      said.push(text);
    },
    ...given,
  };
}

test('if there is a browser, nothing is run, not even by root', () => {
  const own = machine({ hasBrowser: () => true, isRoot: true });
  expect(getBrowser(own)).toBe(true);
  expect(own).toMatchObject({ ran: [], said: [] });
});

test('a downloadable browser is preferred to system packages', () => {
  const own = machine({ download: () => true, isRoot: true });
  expect(getBrowser(own)).toBe(true);
  expect(own.ran).toEqual([]);
});

test('root installs a package, and each command is shown', () => {
  const own = machine({ isRoot: true, installs: 'chromium-headless-shell' });
  expect(getBrowser(own)).toBe(true);
  expect(own.ran).toHaveLength(2);
  expect(own.said).toEqual(own.ran.map((command) => `正在运行 · running: ${command}`));
});

test('an older system gets the package that is available there', () => {
  const own = machine({ isRoot: true, installs: 'chromium' });
  expect(getBrowser(own)).toBe(true);
  expect(own.ran.at(-1)).toMatch(/ chromium fonts/);
});

test.each([
  ['who is not root', { isRoot: false }],
  ['without Debian’s packages', { isRoot: true, hasApt: false }],
])('a user %s is shown the commands, and nothing is run', (_, given) => {
  const own = machine(given);
  expect(getBrowser(own)).toBe(false);
  expect(own.ran).toEqual([]);
  expect(own.said.join('\n')).toContain('sudo apt-get install chromium');
});

test('a requested browser that does not exist is reported, and no other is installed', () => {
  const own = machine({
    isRoot: true,
    hasBrowser: () => {
      throw new Error('DAFU_BROWSER');
    },
  });
  expect(getBrowser(own)).toBe(false);
  expect(own).toMatchObject({ ran: [], said: ['DAFU_BROWSER'] });
});
