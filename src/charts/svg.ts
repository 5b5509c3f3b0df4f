import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** The text alternative of a chart. */
export interface ChartText {
  /** Unique on the page; prefix of the ids inside the chart. */
  id: string;
  title: string;
  /** The chart's message in a sentence or two; the figures are in the table below it. */
  description: string;
}

/**
 * Widths of a chart in user units, about CSS pixels: for phones with large text, for phones, and for wider
 * columns.
 */
export const chartWidths = [220, 340, 640] as const;
export type ChartWidth = (typeof chartWidths)[number];

/** Font size in a chart, in the same units. */
export const fontSize = 13;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * Draws a chart as the source of an SVG element: an image with title and description, coloured by the site's
 * stylesheet only (its marks have classes), the same bytes in every build.
 */
export function drawChart(text: ChartText, width: ChartWidth, options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document, width, style: { fontSize: String(fontSize) } });
  // The pages' policy forbids inline styles; the site's stylesheet replaces the few rules in these.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('[style]')]) element.removeAttribute('style');
  // Everything inside an image is presentational; Plot's English labels would only interfere.
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
