import { BLANK, FIRST_ERROR } from '../../data/column.ts';
import { errorsOf, exceeds, numbers, reaches, spelled, type Shape } from './manners.ts';
import { monthOf } from './civil-loop.ts';

const group = 'ladders';

export const ladderShapes: readonly Shape[] = [
  {
    group,
    formula: 'IF(amount >= 50000, 0.08, IF(amount >= 20000, 0.06, IF(amount >= 5000, 0.04, 0.02)))',
    loop({ deals }) {
      const rates = Float64Array.of(0.02, 0.04, 0.06, 0.08);
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = amount[i]!;
        made[i] = rates[+reaches(one, 5000) + +reaches(one, 20000) + +reaches(one, 50000)]!;
      }
      return numbers(made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'IFS(discount >= 0.3, 0.5, discount >= 0.2, 0.8, discount >= 0.1, 0.9, TRUE, 1)',
    loop({ deals }) {
      const factors = Float64Array.of(1, 0.9, 0.8, 0.5);
      const discount = deals.discount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = discount[i]!;
        made[i] = factors[+reaches(one, 0.1) + +reaches(one, 0.2) + +reaches(one, 0.3)]!;
      }
      return numbers(made, errorsOf(deals.discount));
    },
  },
  {
    group,
    formula: 'SWITCH(product, "Switch", 0.02, "Router", 0.03, "Gateway", 0.04, 0.01)',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.product);
      const known: Record<string, number> = { switch: 0.02, router: 0.03, gateway: 0.04 };
      const rates = Float64Array.from(dictionary, (name) => known[name.toLowerCase()] ?? 0.01);
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = rates[codes[i]!]!;
      return numbers(made, errorsOf(deals.product));
    },
  },
  {
    group,
    formula: 'SWITCH(MOD(units, 4), 0, 10, 1, 20, 2, 30, 40)',
    loop({ deals }) {
      const results = Float64Array.of(10, 20, 30, 40);
      const units = deals.units.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = results[units[i]! % 4]!;
      return numbers(made, errorsOf(deals.units));
    },
  },
  {
    group,
    formula: 'CHOOSE(MONTH(close), 1, 1, 1, 1.1, 1.1, 1.1, 1.2, 1.2, 1.2, 1.5, 1.5, 1.5)',
    loop({ deals }) {
      const factors = Float64Array.of(1, 1, 1, 1.1, 1.1, 1.1, 1.2, 1.2, 1.2, 1.5, 1.5, 1.5);
      const close = deals.close.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = factors[monthOf(close[i]!) - 1]!;
      return numbers(made, errorsOf(deals.close));
    },
  },
  {
    group,
    formula: 'IF(amount > 10000, IF(is_new, amount * 0.1, amount * 0.08), IF(units > 5, amount * 0.05, 0))',
    loop({ deals }) {
      const [amount, isNew, units] = [deals.amount.values, deals.is_new.values, deals.units.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = amount[i]!;
        const low = +exceeds(units[i]!, 5) * 0.05;
        made[i] = one * (exceeds(one, 10000) ? (isNew[i] === 0 ? 0.08 : 0.1) : low);
      }
      const state = errorsOf(deals.amount);
      const [ofNew, ofUnits] = [deals.is_new.state, deals.units.state];
      if (state && ofNew && ofUnits) {
        for (let i = 0; i < made.length; i++) {
          const then = (exceeds(amount[i]!, 10000) ? ofNew : ofUnits)[i]!;
          if (state[i] === 0 && then >= FIRST_ERROR) state[i] = then;
        }
      }
      return numbers(made, state);
    },
  },
  {
    group,
    formula: 'IF(region = "Region 3", amount * 1.1, IF(region = "Region 5", amount * 0.9, amount))',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.region);
      const factors = Float64Array.from(dictionary, (name) => {
        const folded = name.toLowerCase();
        return folded === 'region 3' ? 1.1 : folded === 'region 5' ? 0.9 : 1;
      });
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = amount[i]! * factors[codes[i]!]!;
      const state = errorsOf(deals.region, deals.amount);
      const ofAmount = deals.amount.state;
      if (state && ofAmount) {
        for (let i = 0; i < made.length; i++) {
          if (state[i] === 0 && ofAmount[i] === BLANK && factors[codes[i]!] === 1) state[i] = BLANK;
        }
      }
      return numbers(made, state);
    },
  },
];
