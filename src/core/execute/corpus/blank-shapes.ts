import { BLANK, FIRST_ERROR } from '../../data/column.ts';
import { errorsOf, markOdd, minus, numbers, reaches, type Shape } from './manners.ts';

export const blankShapes: readonly Shape[] = [
  {
    group: 'blanks',
    formula: 'IFERROR(amount / units, 0)',
    loop({ deals }) {
      const [amount, units] = [deals.amount.values, deals.units.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = units[i] === 0 ? 0 : amount[i]! / units[i]!;
      const state = errorsOf(deals.amount, deals.units);
      if (state) for (let i = 0; i < made.length; i++) if (state[i] !== 0) made[i] = 0;
      return numbers(made);
    },
  },
  {
    group: 'blanks',
    formula: 'IF(ISBLANK(cost), amount * 0.6, cost)',
    loop({ deals }) {
      const [amount, cost] = [deals.amount.values, deals.cost.values];
      const made = new Float64Array(deals.count);
      const ofCost = deals.cost.state;
      if (!ofCost) {
        for (let i = 0; i < made.length; i++) made[i] = cost[i]!;
        return numbers(made);
      }
      const marks = new Uint8Array(deals.count);
      const ofAmount = deals.amount.state;
      for (let i = 0; i < made.length; i++) {
        const blank = ofCost[i] === BLANK;
        made[i] = blank ? amount[i]! * 0.6 : cost[i]!;
        const then = blank ? (ofAmount?.[i] ?? 0) : ofCost[i]!;
        marks[i] = then >= FIRST_ERROR ? then : 0;
      }
      return numbers(made, marks);
    },
  },
  {
    group: 'blanks',
    formula: 'IF(cost = "", 0, cost) + IF(ISERROR(quota), 0, quota)',
    loop({ deals }) {
      // A blank cell holds 0, and a broken one too.
      const [cost, quota] = [deals.cost.values, deals.quota.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = cost[i]! + quota[i]!;
      return numbers(made, errorsOf(deals.cost));
    },
  },
  {
    group: 'names and bands',
    formula:
      'LET(margin, (amount - cost) / amount, IF(margin >= 0.4, 0.085, IF(margin >= 0.3, 0.06, IF(margin >= 0.2, 0.04, 0.02))))',
    loop({ deals }) {
      const rates = Float64Array.of(0.02, 0.04, 0.06, 0.085);
      const [amount, cost] = [deals.amount.values, deals.cost.values];
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const margin = minus(amount[i]!, cost[i]!) / amount[i]!;
        const dust = margin * 0;
        odd += dust;
        made[i] = rates[+reaches(margin, 0.2) + +reaches(margin, 0.3) + +reaches(margin, 0.4)]! + dust;
      }
      const state = errorsOf(deals.amount, deals.cost);
      return numbers(made, odd === 0 ? state : markOdd(made, state, amount));
    },
  },
  {
    group: 'names and bands',
    formula: 'BANDS(amount, {0, 0.02; 10000, 0.04; 50000, 0.06}, "marginal")',
    loop({ deals }) {
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = amount[i]!;
        // Parts are amounts of two decimals: they keep no dust of the subtraction.
        const middle = Math.round((Math.min(Math.max(one, 10_000), 50_000) - 10_000) * 100) / 100;
        const top = Math.round((Math.max(one, 50_000) - 50_000) * 100) / 100;
        made[i] = Math.min(one, 10_000) * 0.02 + middle * 0.04 + top * 0.06;
      }
      return numbers(made, errorsOf(deals.amount));
    },
  },
  {
    group: 'names and bands',
    formula: 'BANDS(amount / quota, {0, 0.5; 0.8, 1; 1, 1.5}, "whole")',
    loop({ deals }) {
      const rates = Float64Array.of(0.5, 1, 1.5);
      const [amount, quota] = [deals.amount.values, deals.quota.values];
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const reached = amount[i]! / quota[i]!;
        const pay = reached * rates[+reaches(reached, 0.8) + +reaches(reached, 1)]!;
        odd += pay * 0;
        made[i] = pay;
      }
      const state = errorsOf(deals.amount, deals.quota);
      return numbers(made, odd === 0 ? state : markOdd(made, state, quota));
    },
  },
];
