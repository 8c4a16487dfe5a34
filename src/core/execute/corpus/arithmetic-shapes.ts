import { errorsOf, markOdd, minus, numbers, plus, whole, type Shape } from './manners.ts';

const group = 'arithmetic';

export const arithmeticShapes: readonly Shape[] = [
  {
    group,
    formula: 'amount - cost',
    loop({ deals }) {
      const [amount, cost] = [deals.amount.values, deals.cost.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = minus(amount[i]!, cost[i]!);
      return numbers(made, errorsOf(deals.amount, deals.cost));
    },
  },
  {
    group,
    formula: '(amount - cost) / amount',
    loop({ deals }) {
      const [amount, cost] = [deals.amount.values, deals.cost.values];
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const part = minus(amount[i]!, cost[i]!) / amount[i]!;
        odd += part * 0;
        made[i] = part;
      }
      const state = errorsOf(deals.amount, deals.cost);
      return numbers(made, odd === 0 ? state : markOdd(made, state, amount));
    },
  },
  {
    group,
    formula: 'amount * 0.08 + units * 2.5',
    loop({ deals }) {
      const [amount, units] = [deals.amount.values, deals.units.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = plus(amount[i]! * 0.08, units[i]! * 2.5);
      return numbers(made, errorsOf(deals.amount, deals.units));
    },
  },
  {
    group,
    formula: 'amount * (1 - discount) * 1.19',
    loop({ deals }) {
      const [amount, discount] = [deals.amount.values, deals.discount.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = amount[i]! * minus(1, discount[i]!) * 1.19;
      return numbers(made, errorsOf(deals.amount, deals.discount));
    },
  },
  {
    group,
    formula: 'units ^ 2 + 3 * units - 7',
    loop({ deals }) {
      const units = deals.units.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = units[i]!;
        made[i] = minus(plus(one * one, 3 * one), 7);
      }
      const state = errorsOf(deals.units);
      return numbers(made, state);
    },
  },
  {
    group,
    formula: 'amount / units',
    loop({ deals }) {
      const [amount, units] = [deals.amount.values, deals.units.values];
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const part = amount[i]! / units[i]!;
        odd += part * 0;
        made[i] = part;
      }
      const state = errorsOf(deals.amount, deals.units);
      return numbers(made, odd === 0 ? state : markOdd(made, state, units));
    },
  },
  {
    group,
    formula: 'ABS(amount - cost) * SIGN(cost - 100)',
    loop({ deals }) {
      const [amount, cost] = [deals.amount.values, deals.cost.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        made[i] = Math.abs(minus(amount[i]!, cost[i]!)) * Math.sign(minus(cost[i]!, 100));
      }
      return numbers(made, errorsOf(deals.amount, deals.cost));
    },
  },
  {
    group,
    formula: 'MOD(units, 7) + INT(amount / 1000)',
    loop({ deals }) {
      const [amount, units] = [deals.amount.values, deals.units.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const rest = units[i]! % 7;
        made[i] = plus(rest < 0 ? rest + 7 : rest, whole(amount[i]! / 1000));
      }
      return numbers(made, errorsOf(deals.units, deals.amount));
    },
  },
  {
    group,
    formula: 'SQRT(amount) + LN(1 + units)',
    loop({ deals }) {
      const [amount, units] = [deals.amount.values, deals.units.values];
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const sum = plus(Math.sqrt(amount[i]!), Math.log(plus(1, units[i]!)));
        odd += sum * 0;
        made[i] = sum;
      }
      const state = errorsOf(deals.amount, deals.units);
      return numbers(made, odd === 0 ? state : markOdd(made, state));
    },
  },
];
