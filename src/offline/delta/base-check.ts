/** @throws Error in Chinese when a copy is not the one that a delta begins from. */
export function requireBase(found: string | undefined, base: string, target: string): void {
  if (found === target) throw new Error('这个副本已经是新版，没有改动。');
  if (found !== base)
    throw new Error('增量包不适用于这个副本：它是另一版，或者被改动过。没有改动；请下载整个副本。');
}
