/** Tables and their shapes. To add a kind: a folder named after it, and a line here. */
import type { NodeKind } from '#core/contracts/node-kind.ts';
import { columns } from './columns/columns.ts';
import { filter } from './filter/filter.ts';
import { group } from './group/group.ts';
import { lookup } from './lookup/lookup.ts';
import { table } from './table/table.ts';

export const nodes: readonly NodeKind[] = [table, filter, columns, lookup, group];
