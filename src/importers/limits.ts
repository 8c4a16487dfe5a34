/** What an import takes at most: stated in its problems. */
export const limits = { megabytes: 512, rows: 5_000_000, columns: 1000, cellCharacters: 1_048_576 } as const;

/** A workbook is a zip: what it may be packed, and what all its parts may be unpacked. A part that says less than it holds is refused while it unpacks. */
export const workbookLimits = { megabytes: 100, unpackedMegabytes: 1024, parts: 10_000 } as const;
