/** Offers a text to the visitor as a download. */
export function saveFile(name: string, type: string, text: string): void {
  save(name, new Blob([text], { type }));
}

/** Offers bytes as a download. */
export function saveBytes(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  save(name, new Blob([bytes], { type }));
}

function save(name: string, contents: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
