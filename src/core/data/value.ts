/** Single values, as formulas see them. Dates, times and date-times are serial numbers; the column's type says which. */

export const errorTexts = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'] as const;
export type ErrorText = (typeof errorTexts)[number];

/** An error as a value: a bad row never stops a column. Compare by identity with `errors[...]` or by `.error`. */
export interface ErrorValue {
  readonly error: ErrorText;
}

/** One frozen object per error, in Excel's ERROR.TYPE order. */
export const errors: { readonly [E in ErrorText]: ErrorValue } = Object.freeze(
  Object.fromEntries(errorTexts.map((error) => [error, Object.freeze({ error })])),
) as { readonly [E in ErrorText]: ErrorValue };

/** `null` is blank. */
export type Value = number | string | boolean | null | ErrorValue;

export function isError(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}
