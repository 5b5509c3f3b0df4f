import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPointer } from './pointer-release.ts';

let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function press(button: number): void {
  page.dispatchEvent(Object.assign(new Event('pointerdown'), { button }));
}

/** Whether a promise is settled by now, after the tasks that are due. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return settled;
}

test('nothing waits while nothing is pressed', async () => {
  expect(await isSettled(watchPointer()())).toBe(true);
});

test.each(['pointerup', 'pointercancel', 'contextmenu', 'blur'])(
  'what is asked during a press waits until %s',
  async (type) => {
    const whenReleased = watchPointer();
    press(0);
    const released = whenReleased();
    expect(await isSettled(released)).toBe(false);
    page.dispatchEvent(new Event(type));
    expect(await isSettled(released)).toBe(true);
  },
);

test('the press itself takes the focus from an element, which does not end it', async () => {
  const whenReleased = watchPointer();
  press(0);
  page.dispatchEvent(Object.defineProperty(new Event('blur'), 'target', { value: new EventTarget() }));
  expect(await isSettled(whenReleased())).toBe(false);
});

test('the click comes before what waited for the release', async () => {
  const whenReleased = watchPointer();
  press(0);
  const order: string[] = [];
  const waited = whenReleased().then(() => order.push('replaced'));
  page.dispatchEvent(new Event('pointerup'));
  await Promise.resolve();
  order.push('clicked');
  await waited;
  expect(order).toEqual(['clicked', 'replaced']);
});

test('a second press is waited for too', async () => {
  const whenReleased = watchPointer();
  press(0);
  page.dispatchEvent(new Event('pointerup'));
  press(0);
  expect(await isSettled(whenReleased())).toBe(false);
});

test('other buttons press nothing', async () => {
  const whenReleased = watchPointer();
  press(2);
  expect(await isSettled(whenReleased())).toBe(true);
});
