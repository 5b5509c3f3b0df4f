/** A line of a body without its end, and its offset. */
export interface BodyLine {
  at: number;
  text: string;
}

/** The lines of a body, which end with LF or CRLF. */
export function linesOf(body: string): BodyLine[] {
  let at = 0;
  return body.split('\n').map((text) => {
    const line = { at, text: text.endsWith('\r') ? text.slice(0, -1) : text };
    at += text.length + 1;
    return line;
  });
}

/** Runs of lines between empty ones: no paragraph, table or piece of inline text is longer. */
export function partsOf(lines: readonly BodyLine[]): BodyLine[][] {
  const parts: BodyLine[][] = [];
  let part: BodyLine[] = [];
  for (const line of lines) {
    if (/\S/.test(line.text)) part.push(line);
    else if (part.length > 0) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
