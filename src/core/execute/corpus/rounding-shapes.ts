import { BLANK } from '../../data/column.ts';
import { cents, centsUp, errorsOf, errorState, minus, numbers, plus, type Shape } from './manners.ts';

const group = 'rounding';

export const roundingShapes: readonly Shape[] = [
  {
    group,
    formula: 'MIN(amount * 0.08, 20000)',
    loop({ deals }) {
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = Math.min(amount[i]! * 0.08, 20000);
      return numbers(made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'MAX(0, MIN(amount - quota, 50000))',
    loop({ deals }) {
      const [amount, quota] = [deals.amount.values, deals.quota.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = Math.max(0, Math.min(minus(amount[i]!, quota[i]!), 50000));
      return numbers(made, errorsOf(deals.amount, deals.quota));
    },
  },
  {
    group,
    formula: 'ROUND(amount * 0.0825, 2)',
    loop({ deals }) {
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = cents(amount[i]! * 0.0825);
      return numbers(made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'ROUND(MIN(amount * discount + IF(is_new, 150, 0), 20000), 2)',
    loop({ deals }) {
      const [amount, discount, isNew] = [deals.amount.values, deals.discount.values, deals.is_new.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        made[i] = cents(Math.min(plus(amount[i]! * discount[i]!, isNew[i]! * 150), 20000));
      }
      return numbers(made, errorsOf(deals.amount, deals.discount, deals.is_new));
    },
  },
  {
    group,
    formula: 'ROUNDUP(amount / 12, 2)',
    loop({ deals }) {
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = centsUp(amount[i]! / 12);
      return numbers(made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'CEILING(units, 12)',
    loop({ deals }) {
      const units = deals.units.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = Math.ceil(units[i]! / 12) * 12;
      return numbers(made, errorsOf(deals.units));
    },
  },
  {
    group,
    formula: 'SUM(amount, cost, units) / AVERAGE(amount, cost)',
    loop({ deals }) {
      const [amount, cost, units] = [deals.amount.values, deals.cost.values, deals.units.values];
      const made = new Float64Array(deals.count);
      const [ofAmount, ofCost] = [deals.amount.state, deals.cost.state];
      let state = errorsOf(deals.amount, deals.cost, deals.units);
      for (let i = 0; i < made.length; i++) {
        const [a, b, c] = [amount[i]!, cost[i]!, units[i]!];
        const two = a + b;
        const lostFirst = a >= b ? a - two + b : b - two + a;
        const three = two + c;
        const lost = lostFirst + (two >= c ? two - three + c : c - three + two);
        // A blank cell does not count for the average.
        const count = 2 - +(ofAmount?.[i] === BLANK) - +(ofCost?.[i] === BLANK);
        const mean = (two + lostFirst) / count;
        if (mean === 0 || count === 0) {
          state ??= new Uint8Array(made.length);
          if (state[i] === 0) state[i] = errorState('#DIV/0!');
        } else made[i] = (three + lost) / mean;
      }
      return numbers(made, state);
    },
  },
];
