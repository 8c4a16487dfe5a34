import type { NodeKind } from '#core/contracts/node-kind.ts';
import { decision } from './decision/decision.ts';

export const decisions: readonly NodeKind[] = [decision];
