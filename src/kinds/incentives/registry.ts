/** What earns and what limits pay. To add a kind: a folder named after it, and a line here. */
import type { NodeKind } from '#core/contracts/node-kind.ts';
import { accelerator } from './accelerator/accelerator.ts';
import { attainment } from './attainment/attainment.ts';
import { bands } from './bands/bands.ts';
import { bonus } from './bonus/bonus.ts';
import { cap } from './cap/cap.ts';
import { credit } from './credit/credit.ts';
import { payout } from './payout/payout.ts';
import { rollUp } from './roll-up/roll-up.ts';

export const incentives: readonly NodeKind[] = [credit, rollUp, attainment, bands, accelerator, bonus, cap, payout];
