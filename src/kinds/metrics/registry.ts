import type { NodeKind } from '#core/contracts/node-kind.ts';
import { kpi } from './kpi/kpi.ts';
import { metric } from './metric/metric.ts';
import { scorecard } from './scorecard/scorecard.ts';

/** In the order people meet them: measured, scored, weighed. */
export const metrics: readonly NodeKind[] = [metric, kpi, scorecard];
