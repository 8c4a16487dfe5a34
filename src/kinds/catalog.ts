/** Every kind a user can drag, as one value: handed to the core. The palette shows them in this order. */
import type { Catalog } from '#core/contracts/catalog.ts';
import { decisions } from './decisions/registry.ts';
import { fields } from './fields/registry.ts';
import { incentives } from './incentives/registry.ts';
import { metrics } from './metrics/registry.ts';
import { nodes } from './nodes/registry.ts';
import { steps } from './steps/registry.ts';

export const catalog: Catalog = {
  nodes: new Map([...nodes, ...incentives, ...metrics, ...decisions].map((kind) => [kind.kind, kind])),
  fields: new Map(fields.map((kind) => [kind.kind, kind])),
  steps: new Map(steps.map((kind) => [kind.kind, kind])),
};
