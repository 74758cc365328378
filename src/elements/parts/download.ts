/** For how long the browser may still read what it saves, in ms. */
const KEPT_FOR = 60_000;

/** Has the browser save a text as a file. */
export function saveText(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_FOR);
}
