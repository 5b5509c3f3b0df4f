/** The day of a moment where the program runs, `yyyy-mm-dd`: in a browser, the visitor's. */
export function localDay(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
