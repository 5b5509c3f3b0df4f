/** Offers a text to the visitor as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
