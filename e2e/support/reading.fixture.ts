import type { Locator } from '@playwright/test';
import { expect } from './edition.fixture.ts';

// How specs read a page. A page fills in some of its parts after it has loaded, so every function except the
// last waits for what it reads. To compare, use one of Playwright's retrying assertions.

/** Reads an attribute of an element, once it is set. */
export async function attributeOf(element: Locator, name: string): Promise<string> {
  await expect(element).toHaveAttribute(name);
  return (await element.getAttribute(name)) ?? '';
}

/** Reads the text of an element, once it is not empty. */
export async function textOf(element: Locator): Promise<string> {
  await expect(element).not.toBeEmpty();
  return ((await element.textContent()) ?? '').trim();
}

/** Reads the inner HTML of an element, once it is not empty. */
export async function markupOf(element: Locator): Promise<string> {
  await expect(element).not.toBeEmpty();
  return element.innerHTML();
}

/** Reads a number in an element's text, once the text matches a pattern whose first group is that number. */
export async function numberIn(element: Locator, pattern: RegExp): Promise<number> {
  await expect(element).toContainText(pattern);
  return Number(pattern.exec(await element.innerText())?.[1]);
}

/** Lists all elements that a locator matches, once there is one. */
export async function each(elements: Locator): Promise<Locator[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.all();
}

/** Reads the texts of all elements that a locator matches, once there is one. */
export async function textsOf(elements: Locator): Promise<string[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.allTextContents();
}

/** Reads an attribute of all elements that a locator matches, once there is one. */
export async function attributesOf(elements: Locator, name: string): Promise<(string | null)[]> {
  await expect(elements).not.toHaveCount(0);
  return elements.evaluateAll((all, attribute) => all.map((one) => one.getAttribute(attribute)), name);
}

/** Reads the elements that a locator matches at this moment, possibly none. Only for use within `expect.poll`. */
export function readNow<Result>(
  elements: Locator,
  read: (elements: (SVGElement | HTMLElement)[]) => Result,
): Promise<Result> {
  return elements.evaluateAll(read);
}
