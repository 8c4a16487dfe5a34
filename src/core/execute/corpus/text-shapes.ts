import { civilOf } from './civil-loop.ts';
import { BLANK, FIRST_ERROR } from '../../data/column.ts';
import { cents, errorsOf, errorState, minus, numbers, spelled, texts, truths, type Shape } from './manners.ts';

const group = 'text';

export const textShapes: readonly Shape[] = [
  {
    group,
    formula: 'rep & " / " & region',
    loop({ deals }) {
      const [rep, region] = [spelled(deals.rep), spelled(deals.region)];
      const width = region.dictionary.length;
      const dictionary = rep.dictionary.flatMap((left) => region.dictionary.map((right) => `${left} / ${right}`));
      const codes = new Int32Array(deals.count);
      for (let i = 0; i < codes.length; i++) codes[i] = rep.codes[i]! * width + region.codes[i]!;
      return texts(codes, dictionary, errorsOf(deals.rep, deals.region));
    },
  },
  {
    group,
    formula: 'LEFT(deal, 7)',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.deal);
      const made = dictionary.map((deal) => deal.slice(0, 7));
      return texts(codes.slice(), made, errorsOf(deals.deal));
    },
  },
  {
    group,
    formula: 'UPPER(stage)',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.stage);
      const made = dictionary.map((stage) => stage.toUpperCase());
      return texts(codes.slice(), made, errorsOf(deals.stage));
    },
  },
  {
    group,
    formula: 'LEN(deal) + LEN(product)',
    loop({ deals }) {
      const [deal, product] = [spelled(deals.deal), spelled(deals.product)];
      const lengths = Float64Array.from(product.dictionary, (name) => name.length);
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        made[i] = deal.dictionary[deal.codes[i]!]!.length + lengths[product.codes[i]!]!;
      }
      return numbers(made, errorsOf(deals.deal, deals.product));
    },
  },
  {
    group,
    formula: 'SUBSTITUTE(deal, "-", "/")',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.deal);
      const made = dictionary.map((deal) => deal.replaceAll('-', '/'));
      return texts(codes.slice(), made, errorsOf(deals.deal));
    },
  },
  {
    group,
    formula: 'TEXT(amount, "#,##0.00")',
    loop({ deals }) {
      const amount = deals.amount.values;
      const codes = new Int32Array(deals.count);
      const made: string[] = [];
      for (let i = 0; i < codes.length; i++) {
        const all = Math.round(cents(amount[i]!) * 100);
        const units = Math.floor(all / 100);
        const rest = all - units * 100;
        let tail = rest < 10 ? `.0${rest}` : `.${rest}`;
        let left = units;
        while (left >= 1000) {
          const three = left % 1000;
          tail = `,${three < 10 ? '00' : three < 100 ? '0' : ''}${three}${tail}`;
          left = (left - three) / 1000;
        }
        codes[i] = made.push(left + tail) - 1;
      }
      return texts(codes, made, errorsOf(deals.amount));
    },
  },
  {
    group,
    formula: 'TEXT(close, "yyyy-mm")',
    loop({ deals }) {
      const close = deals.close.values;
      const codes = new Int32Array(deals.count);
      const made: string[] = [];
      // By year and month, from the year 1899 on.
      const known = new Int32Array(512 * 16).fill(-1);
      for (let i = 0; i < codes.length; i++) {
        const civil = civilOf(close[i]!) >> 5;
        const at = civil - 1_899 * 16;
        if (known[at] === -1) {
          known[at] = made.push(`${String(civil >> 4).padStart(4, '0')}-${String(civil & 15).padStart(2, '0')}`) - 1;
        }
        codes[i] = known[at]!;
      }
      return texts(codes, made, errorsOf(deals.close));
    },
  },
  {
    group,
    formula: 'stage = "won"',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.stage);
      const won = Float64Array.from(dictionary, (stage) => +(stage.toLowerCase() === 'won'));
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = won[codes[i]!]!;
      return truths(made, errorsOf(deals.stage));
    },
  },
  {
    group,
    formula: 'IF(LEFT(product, 1) = "S", amount, 0)',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.product);
      const factors = Float64Array.from(dictionary, (name) => +(name.slice(0, 1).toLowerCase() === 's'));
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = factors[codes[i]!]! * amount[i]!;
      const state = errorsOf(deals.product);
      const ofAmount = deals.amount.state;
      // The amount comes as it is, blank or broken, where it is asked for.
      if (state && ofAmount) {
        for (let i = 0; i < made.length; i++) {
          if (state[i] === 0 && factors[codes[i]!] === 1) state[i] = ofAmount[i]!;
        }
      }
      return numbers(made, state);
    },
  },
  {
    group,
    formula: 'COUNTIF(reps[rep], LEFT(rep, 2) & "*")',
    loop({ deals, reps }) {
      const { codes, dictionary } = spelled(deals.rep);
      const started = new Map<string, number>();
      for (const name of reps.rep.dictionary) {
        for (let length = 0; length <= 2; length++) {
          const start = name.slice(0, length).toLowerCase();
          started.set(start, (started.get(start) ?? 0) + 1);
        }
      }
      const counts = Float64Array.from(dictionary, (name) => started.get(name.slice(0, 2).toLowerCase()) ?? 0);
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = counts[codes[i]!]!;
      return numbers(made, errorsOf(deals.rep));
    },
  },
  {
    group,
    formula: 'ISNUMBER(SEARCH("gate", product))',
    loop({ deals }) {
      const { codes, dictionary } = spelled(deals.product);
      const holds = Float64Array.from(dictionary, (name) => +name.toLowerCase().includes('gate'));
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = holds[codes[i]!]!;
      return truths(made);
    },
  },
  {
    group,
    formula: 'VALUE(MID(deal, 3, 7)) - 1',
    loop({ deals }) {
      const { codes, dictionary, state: ofDeal } = deals.deal;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const deal = dictionary[codes[i]!]!;
        let number = 0;
        for (let at = 2; at < 9; at++) number = number * 10 + deal.charCodeAt(at) - 48;
        made[i] = minus(number, 1);
      }
      if (!ofDeal) return numbers(made);
      // No text is no number.
      const none = errorState('#VALUE!');
      return numbers(
        made,
        ofDeal.map((one) => (one >= FIRST_ERROR ? one : one === BLANK ? none : 0)),
      );
    },
  },
];
