import { BLANK } from '../../data/column.ts';
import { errorsOf, exceeds, minus, numbers, reaches, same, spelled, truths, type Shape } from './manners.ts';

const group = 'logic';

export const logicShapes: readonly Shape[] = [
  {
    group,
    formula: 'amount >= 1000',
    loop({ deals }) {
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = +reaches(amount[i]!, 1000);
      return truths(made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'AND(amount > 500, discount < 0.2, is_new)',
    loop({ deals }) {
      const [amount, discount, isNew] = [deals.amount.values, deals.discount.values, deals.is_new.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        made[i] = +exceeds(amount[i]!, 500) & +exceeds(0.2, discount[i]!) & isNew[i]!;
      }
      const { state } = deals.is_new;
      // AND skips a blank cell.
      if (state) {
        for (let i = 0; i < made.length; i++) {
          if (state[i] === BLANK) made[i] = +exceeds(amount[i]!, 500) & +exceeds(0.2, discount[i]!);
        }
      }
      return truths(made, errorsOf(deals.amount, deals.discount, deals.is_new));
    },
  },
  {
    group,
    formula: 'OR(units = 0, cost > amount)',
    loop({ deals }) {
      const [units, cost, amount] = [deals.units.values, deals.cost.values, deals.amount.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = +same(units[i]!, 0) | +exceeds(cost[i]!, amount[i]!);
      return truths(made, errorsOf(deals.units, deals.cost, deals.amount));
    },
  },
  {
    group,
    formula: 'IF(is_new, 100, 0)',
    loop({ deals }) {
      const isNew = deals.is_new.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = isNew[i]! * 100;
      return numbers(made, errorsOf(deals.is_new));
    },
  },
  {
    group,
    formula: 'IF(amount > quota, amount - quota, 0)',
    loop({ deals }) {
      const [amount, quota] = [deals.amount.values, deals.quota.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        made[i] = exceeds(amount[i]!, quota[i]!) ? minus(amount[i]!, quota[i]!) : 0;
      }
      return numbers(made, errorsOf(deals.amount, deals.quota));
    },
  },
  {
    group,
    formula: 'IF(AND(is_new, OR(product = "Router", product = "Gateway")), 150, 0)',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.product);
      const bonus = Float64Array.from(dictionary, (name) =>
        ['router', 'gateway'].includes(name.toLowerCase()) ? 150 : 0,
      );
      const isNew = deals.is_new.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = isNew[i]! * bonus[codes[i]!]!;
      const { state } = deals.is_new;
      if (state) for (let i = 0; i < made.length; i++) if (state[i] === BLANK) made[i] = bonus[codes[i]!]!;
      return numbers(made, errorsOf(deals.is_new, deals.product));
    },
  },
  {
    group,
    formula: 'discount = 0.1',
    loop({ deals }) {
      const discount = deals.discount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = +same(discount[i]!, 0.1);
      return truths(made, errorsOf(deals.discount));
    },
  },
  {
    group,
    formula: 'NOT(OR(stage = "Lost", amount < 100))',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.stage);
      const kept = Uint8Array.from(dictionary, (name) => +(name.toLowerCase() !== 'lost'));
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = kept[codes[i]!]! & +reaches(amount[i]!, 100);
      return truths(made, errorsOf(deals.stage, deals.amount));
    },
  },
];
