import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What a chart says to those who do not see it. */
export interface ChartText {
  /** Unique on the page; the ids inside the chart are made from it. */
  id: string;
  title: string;
  /** The chart's message in a sentence or two; the figures stand in the table below it. */
  description: string;
}

/**
 * Width of a chart in its own units, which are about CSS pixels: for phones with large letters, for phones,
 * and for wider columns.
 */
export const chartWidths = [220, 340, 640] as const;
export type ChartWidth = (typeof chartWidths)[number];

/** Height of the letters in a chart, in the same units. */
export const fontSize = 13;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * Draws a chart as the text of an SVG element: an image with title and description, coloured by the
 * site's stylesheet alone (its marks bear classes), the same bytes at every build.
 */
export function drawChart(text: ChartText, width: ChartWidth, options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document, width, style: { fontSize: String(fontSize) } });
  // The policy of the pages allows no inline style; the site's stylesheet says the little that these do.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('[style]')]) element.removeAttribute('style');
  // All within an image is presentation; Plot's English labels would only be in the way.
  for (const element of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
  }
  for (const name of ['class', 'font-family', 'width', 'height']) svg.removeAttribute(name);
  const id = `${text.id}-${width}`;
  svg.setAttribute('class', `chart-drawing chart-${width}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('font-size', String(fontSize));
  svg.setAttribute('aria-labelledby', `${id}-title`);
  svg.setAttribute('aria-describedby', `${id}-description`);
  svg.prepend(
    labelled('title', `${id}-title`, text.title),
    labelled('desc', `${id}-description`, text.description),
  );
  return svg.outerHTML.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

function labelled(name: 'title' | 'desc', id: string, content: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('id', id);
  element.textContent = content;
  return element;
}
