/** What the compiler makes of a design, of any family. */
import type { FlowProgram } from './flow-program.ts';
import type { FormProgram } from './form-program.ts';
import type { TableProgram } from './table-program.ts';

export type Program = TableProgram | FormProgram | FlowProgram;
