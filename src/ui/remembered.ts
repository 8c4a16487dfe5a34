/** Small choices kept in this browser (theme, language, pane sizes). Storage may be blocked: then nothing is remembered, and nothing fails. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows and full disks: the choice lasts until the page is closed.
  }
}
