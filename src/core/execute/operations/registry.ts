/** Which code runs which primitive. Exhaustive: a new primitive does not compile until it stands here. */
import type { TableStep } from '../../program/table-program.ts';
import type { Operation } from '../operation.ts';
import { allocate } from './allocate.ts';
import { ancestors } from './ancestors.ts';
import { bands } from './bands.ts';
import { choose } from './choose.ts';
import { cluster } from './cluster.ts';
import { decide } from './decide.ts';
import { explode } from './explode.ts';
import { extend } from './extend.ts';
import { filter } from './filter.ts';
import { group } from './group.ts';
import { join } from './join.ts';
import { limit } from './limit.ts';
import { lookup } from './lookup.ts';
import { read } from './read.ts';
import { scan } from './scan.ts';
import { select } from './select.ts';
import { sort } from './sort.ts';
import { spine } from './spine.ts';
import { union } from './union.ts';
import { unpivot } from './unpivot.ts';
import { window } from './window.ts';

const registry = {
  read,
  filter,
  extend,
  select,
  group,
  sort,
  limit,
  union,
  join,
  lookup,
  spine,
  bands,
  allocate,
  ancestors,
  window,
  decide,
  scan,
  explode,
  unpivot,
  choose,
  cluster,
} satisfies { readonly [O in TableStep['op']]: unknown };

/** The step and its operation are of one primitive by construction, which the type of a lookup cannot say. */
export function operationOf(step: TableStep): Operation<TableStep> {
  return registry[step.op] as unknown as Operation<TableStep>;
}
