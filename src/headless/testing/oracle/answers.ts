/** What a spreadsheet program answered, and the fingerprint of what it was asked. */
import { createHash } from 'node:crypto';
import type { CaseValue } from '#core/formula/testing/cases.ts';
import type { OracleCase } from './oracle-cases.ts';

/** The case's key and the program's value; errors as text. */
export type Answers = readonly (readonly [key: string, value: CaseValue])[];

/** Changes with anything that is asked, not with what we expect. */
export function hashOf(cases: readonly OracleCase[]): string {
  const asked = cases.map(({ formula, row, params, tables }) => [formula, row, params, tables]);
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
}
