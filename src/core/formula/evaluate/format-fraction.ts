/** Fractions in format codes: `# ?/?`, `# ??/??`, `# ?/8`. */
import { fifteenDigits } from '../round.ts';

const FRACTION = /^((?:[#0?]+ +)?)([#?0]+)\/([#?0]+|\d+)$/;

/** The nearest fraction with a denominator of at most `most`, the smallest such denominator. */
function nearestFraction(x: number, most: number): { over: number; under: number } {
  let best = { over: Math.round(x), under: 1 };
  for (let under = 1; under <= most; under++) {
    const over = Math.round(x * under);
    if (Math.abs(over / under - x) < Math.abs(best.over / best.under - x) - 1e-12) best = { over, under };
  }
  return best;
}

/** Whether a whole format section is a fraction. */
export function isFraction(code: string): boolean {
  return FRACTION.test(code);
}

/** The number as the section writes it, places for missing digits as spaces. */
export function formatFraction(x: number, code: string): string {
  const match = FRACTION.exec(code);
  if (!match) throw new Error(`no fraction: ${code}`);
  const [, lead = '', upper = '', lower = ''] = match;
  const magnitude = fifteenDigits(Math.abs(x));
  const whole = lead === '' ? 0 : Math.floor(magnitude);
  const fixed = /^[1-9]\d*$/.test(lower) ? Number(lower) : undefined;
  const rest = magnitude - whole;
  const most = 10 ** Math.min(lower.length, 4) - 1;
  const { over, under } = fixed ? { over: Math.round(rest * fixed), under: fixed } : nearestFraction(rest, most);
  const carried = lead !== '' && over === under ? { whole: whole + 1, over: 0 } : { whole, over };
  const sign = x < 0 && (carried.whole > 0 || carried.over > 0) ? '-' : '';
  const hidden = ' '.repeat(upper.length + 1 + lower.length);
  const fraction = `${String(over).padStart(upper.length)}/${String(under).padEnd(lower.length)}`;
  if (lead === '') return sign + fraction;
  const shown = carried.whole > 0 || carried.over === 0 || lead.includes('0') ? String(carried.whole) : '';
  return `${sign}${shown} ${carried.over === 0 ? hidden : fraction}`;
}
