import { civilOf, firstOfMonth } from './civil-loop.ts';
import { errorState, errorsOf, numbers, truths, type Shape } from './manners.ts';

const group = 'dates';

export const dateShapes: readonly Shape[] = [
  {
    group,
    formula: 'YEAR(close) * 100 + MONTH(close)',
    loop({ deals }) {
      const close = deals.close.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const civil = civilOf(close[i]!);
        made[i] = (civil >> 9) * 100 + ((civil >> 5) & 15);
      }
      return numbers(made, errorsOf(deals.close));
    },
  },
  {
    group,
    formula: 'EOMONTH(close, 1)',
    loop({ deals }) {
      const close = deals.close.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const civil = civilOf(close[i]!);
        made[i] = firstOfMonth((civil >> 9) * 12 + ((civil >> 5) & 15) + 1) - 1;
      }
      return numbers(made, errorsOf(deals.close), 'date');
    },
  },
  {
    group,
    formula: 'DATEDIF(close, due, "m")',
    loop({ deals }) {
      const [close, due] = [deals.close.values, deals.due.values];
      const made = new Float64Array(deals.count);
      let state = errorsOf(deals.close, deals.due);
      for (let i = 0; i < made.length; i++) {
        if (close[i]! > due[i]!) {
          state ??= new Uint8Array(made.length);
          if (state[i] === 0) state[i] = errorState('#NUM!');
          continue;
        }
        const [from, to] = [civilOf(close[i]!), civilOf(due[i]!)];
        const months = ((to >> 9) - (from >> 9)) * 12 + ((to >> 5) & 15) - ((from >> 5) & 15);
        made[i] = months - +((to & 31) < (from & 31));
      }
      return numbers(made, state);
    },
  },
  {
    group,
    formula: 'NETWORKDAYS(close, due)',
    loop({ deals }) {
      const [close, due] = [deals.close.values, deals.due.values];
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const [a, b] = [close[i]!, due[i]!];
        // Mondays to Fridays up to a day: five for each whole week, and those of the week begun. Serial 2 is a Monday.
        const [from, to] = a <= b ? [a + 5, b + 6] : [b + 5, a + 6];
        const [fromWeek, toWeek] = [(from / 7) | 0, (to / 7) | 0];
        const count = (toWeek - fromWeek) * 5 + Math.min(to - toWeek * 7, 5) - Math.min(from - fromWeek * 7, 5);
        made[i] = a <= b ? count : -count;
      }
      return numbers(made, errorsOf(deals.close, deals.due));
    },
  },
  {
    group,
    formula: 'WEEKDAY(close, 2) >= 6',
    loop({ deals }) {
      const close = deals.close.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = +((close[i]! + 5) % 7 >= 5);
      return truths(made, errorsOf(deals.close));
    },
  },
];
