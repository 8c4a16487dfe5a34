/** How large a formula and what it makes may be. Each bound keeps typing quick and a run from hanging; the checker has words for all that a text can break. */

/** Longest formula read, in UTF-16 units, as in Excel. */
export const MAX_LENGTH = 8192;
/** Most names, values, operators and marks of one formula; comments do not count. */
export const MAX_TOKENS = 4000;
/** Deepest nesting of brackets, calls and prefix signs. */
export const MAX_DEPTH = 64;
/** Most operators side by side in one expression. */
export const MAX_CHAIN = 1000;
/** Most constants of one `{ }`. */
export const MAX_ARRAY = 1000;
/** Longest text a cell holds, in UTF-16 units, as in Excel. Operators and functions that would make a longer one answer `#VALUE!`. */
export const MAX_TEXT = 32767;
/** Most cells that one expression may spread out; beyond, `#NUM!`. */
export const MAX_CELLS = 5_000_000;
