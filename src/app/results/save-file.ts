/** Hands bytes to the person as a file. */
export function saveFile(name: string, bytes: Uint8Array | string, type: string): void {
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'saleswright';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
