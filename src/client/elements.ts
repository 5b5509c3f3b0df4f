/**
 * Finds an element below `root` that a script cannot do without.
 *
 * @throws Error if it is missing: markup and script are of different editions.
 */
export function requireElement<E extends HTMLElement>(
  root: ParentNode,
  selector: string,
  type: new () => E,
): E {
  const createElement = root.querySelector(selector);
  if (!(createElement instanceof type)) throw new Error(`missing ${selector}`);
  return createElement;
}

/** Gives a function that copies the element in the page's `<template data-template="name">`. */
export function readTemplate(root: ParentNode, name: string): () => HTMLElement {
  const { content } = requireElement(root, `template[data-template="${name}"]`, HTMLTemplateElement);
  return () => {
    const copy = content.firstElementChild?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error(`empty template ${name}`);
    return copy;
  };
}

/** Creates an element with attributes and contents. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...contents);
  return made;
}

/** Sets the text of an element, but does nothing if it is the same, which would cause a repaint. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** 12345 as 12,345. */
export function formatCount(count: number): string {
  return count.toLocaleString('zh-CN');
}

/** 2019-06-10 as 2019年6月10日; nothing for no day. */
export function formatDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return date === '' ? '' : `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}
