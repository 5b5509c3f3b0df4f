/** A character that was read in a line. */
export interface ReadCharacter {
  text: string;
  /** Its probability, 0 to 1. */
  probability: number;
  /** The middle of it, in pixels of the line's image. */
  x: number;
}

/** The shape of a recogniser's output: probabilities of each class at steps along a line. */
export interface OutputShape {
  steps: number;
  classes: number;
  /** The width of the line in pixels. */
  width: number;
}

/**
 * Decodes the output of connectionist temporal classification: the likeliest class at each step, where class
 * 0 is none and a class that goes on over several steps is one character.
 *
 * @param characters Of the classes from 1; the class behind them is the space.
 */
export function decodeCharacters(
  probabilities: Float32Array,
  { steps, classes, width }: OutputShape,
  characters: readonly string[],
): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step += 1) {
    const { best, probability } = likeliest(probabilities, step * classes, classes);
    const last = read.at(-1);
    const x = ((step + 0.5) * width) / steps;
    if (best !== 0 && best === previous && last) {
      if (probability > last.probability) Object.assign(last, { probability, x });
    } else if (best !== 0) read.push({ text: characters[best - 1] ?? ' ', probability, x });
    previous = best;
  }
  return read;
}

function likeliest(
  probabilities: Float32Array,
  from: number,
  classes: number,
): { best: number; probability: number } {
  let best = 0;
  for (let index = 1; index < classes; index += 1)
    if ((probabilities[from + index] ?? 0) > (probabilities[from + best] ?? 0)) best = index;
  return { best, probability: probabilities[from + best] ?? 0 };
}
