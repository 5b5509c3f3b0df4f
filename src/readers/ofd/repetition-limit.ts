import { ReadError } from '../reading.ts';
import type { XmlElement } from '../xml-tree.ts';

/** How many characters and points a document may draw again: a thousand on each of 500 pages. */
const most = 500_000;

/**
 * Limits how much a document draws again and again from the same objects, by templates and groups: the size
 * of the file does not.
 */
export interface RepetitionLimit {
  /**
   * Counts a drawn object.
   *
   * @param units Its characters or points.
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
