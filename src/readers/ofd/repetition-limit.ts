import { ReadError } from '../reading.ts';
import type { XmlElement } from '../xml-tree.ts';

/** Characters and corners that a document may draw again: a thousand on each of 500 pages. */
const most = 500_000;

/** Bounds what is drawn from the same object many times, by templates and groups: no size of the file bounds that. */
export interface RepetitionLimit {
  /**
   * Counts an object that is drawn.
   *
   * @param units Its characters or corners.
   * @throws ReadError `too-large`.
   */
  count(object: XmlElement, units: number): void;
}

export function createRepetitionLimit(): RepetitionLimit {
  const drawn = new Set<XmlElement>();
  let repeated = 0;
  return {
    count(object, units) {
      if (drawn.has(object)) repeated += units;
      drawn.add(object);
      if (repeated > most)
        throw new ReadError(
          'too-large',
          'OFD 把同样的图元重复画了太多次，不像一份答复。请用 OFD 软件打开、另存后再转换。',
        );
    },
  };
}
