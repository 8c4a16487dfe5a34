/** What an import takes at most: stated in its problems. */
export const limits = { megabytes: 512, rows: 5_000_000, columns: 1000, cellCharacters: 1_048_576 } as const;
