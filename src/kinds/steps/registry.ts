/** What journeys are made of. To add a kind: a folder named after it, and a line here. */
import type { StepKind } from '#core/contracts/step-kind.ts';
import { branch } from './branch/branch.ts';
import { call } from './call/call.ts';
import { email } from './email/email.ts';
import { entry } from './entry/entry.ts';
import { exit } from './exit/exit.ts';
import { goal } from './goal/goal.ts';
import { set } from './set/set.ts';
import { split } from './split/split.ts';
import { wait } from './wait/wait.ts';

export const steps: readonly StepKind[] = [entry, wait, branch, split, set, email, call, goal, exit];
