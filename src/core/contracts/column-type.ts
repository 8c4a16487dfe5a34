/** The type of a column that an expression makes: `mixed` where it is known only cell by cell. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';

export function columnTypeOf(expression: Expression): ColumnInfo['type'] {
  switch (expression.type) {
    case 'any':
    case 'array':
    case 'blank':
      return 'mixed';
    default:
      return expression.type;
  }
}
