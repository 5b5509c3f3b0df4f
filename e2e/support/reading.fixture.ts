import type { Locator } from '@playwright/test';
import { expect } from './edition.fixture.ts';

// What specs read off a page. A page fills some of its parts after it has loaded, so each function but the last
// waits for what it reads; to compare, use an assertion of Playwright's that is tried again.

/** The value of an element's attribute, once it has one. */
export async function attributeOf(element: Locator, name: string): Promise<string> {
  await expect(element).toHaveAttribute(name);
  return (await element.getAttribute(name)) ?? '';
}

/** The text of an element, once it has some. */
export async function textOf(element: Locator): Promise<string> {
  await expect(element).not.toBeEmpty();
  return ((await element.textContent()) ?? '').trim();
}

/** The HTML within an element, once there is some. */
export async function markupOf(element: Locator): Promise<string> {
  await expect(element).not.toBeEmpty();
  return element.innerHTML();
}

/** The number in an element's text, once it matches a pattern whose first group is that number. */
export async function numberIn(element: Locator, pattern: RegExp): Promise<number> {
  await expect(element).toContainText(pattern);
  return Number(pattern.exec(await element.innerText())?.[1]);
}

/** Every element that a locator finds, once there is one. */
export async function each(elements: Locator): Promise<Locator[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.all();
}

/** The texts of all elements that a locator finds, once there is one. */
export async function textsOf(elements: Locator): Promise<string[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.allTextContents();
}

/** An attribute's value on all elements that a locator finds, once there is one. */
export async function attributesOf(elements: Locator, name: string): Promise<(string | null)[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.evaluateAll((all, attribute) => all.map((one) => one.getAttribute(attribute)), name);
}

/** Reads all elements that a locator finds at this moment, none included. Only for use within `expect.poll`. */
export function readNow<Result>(
  elements: Locator,
  read: (elements: (SVGElement | HTMLElement)[]) => Result,
): Promise<Result> {
  return elements.evaluateAll(read);
}
