/**
 * Where each customer of the sample goes, worked out a second time: each one's dates alone, in minutes, with nothing of the product's simulator. Only the
 * dice are written again as they are defined (MurmurHash3 over UTF-16 units), because they are part of what a journey means.
 */

const SEED = 42;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes are counted from 1 July 2026, 00:00; nothing happens from 1 August on. */
const end = 31 * DAY;

function finish(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
function blend(h: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const mixed = h ^ k;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}
function hash(text: string, seed: number): number {
  let h = seed;
  for (const unit of text.split('')) h = blend(h, unit.charCodeAt(0));
  return finish(h ^ (text.length * 2));
}
/** The number in [0, 1) of a customer at a node, the same at every visit. */
function dice(node: string, customer: string): number {
  const [a, b] = [SEED ^ 0x9e3779b9, SEED ^ 0x243f6a88];
  const word = (start: number, seed: number) =>
    finish([hash(node, seed), hash(customer, seed), 0].reduce((h, one) => blend(h, one), start));
  return ((word(SEED, a) >>> 5) * 2 ** 26 + (word(~SEED, b) >>> 6)) / 2 ** 53;
}

const minutes = (text: string): number => {
  const [date = '', time = ''] = text.split('T');
  const [, month = 7, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return ((month - 7) * 31 + day - 1) * DAY + hour * HOUR + minute;
};

const steps = 'call done end handed large offer remind settle signed style tour try week'.split(' ');

export function computeExpected(csv: string) {
  const [header = '', ...lines] = csv.trimEnd().split('\r\n');
  const keys = header.split(',');
  const nodes = new Map(steps.map((key) => [key, { in: 0, waiting: 0, out: 0, failed: 0 }]));
  const intents: Record<string, number> = {};
  const goals: Record<string, number> = {};
  let entered = 0;
  let heldOut = 0;
  const tell = (what: string) => (intents[what] = (intents[what] ?? 0) + 1);
  const reach = (goal: string) => (goals[goal] = (goals[goal] ?? 0) + 1);

  for (const line of lines) {
    const cells = line.split(',');
    const cell = (key: string) => cells[keys.indexOf(key)] ?? '';
    const id = cell('customer');
    if (dice('~holdout', id) < 0.1) {
      heldOut += 1;
      continue;
    }
    entered += 1;
    const signed = minutes(cell('signed_up'));
    const used = cell('activated') === '' ? Infinity : minutes(cell('activated'));
    const sent: number[] = [];
    /** Stays at a step until then; false where the customer is still there at the end, or has begun to use the product. */
    const stay = (step: string, until: number): boolean => {
      const counts = nodes.get(step);
      if (!counts) throw new Error(step);
      counts.in += 1;
      if (used <= until && used < end) {
        counts.out += 1;
        reach('First used');
        return false;
      }
      if (until >= end) {
        counts.waiting += 1;
        return false;
      }
      counts.out += 1;
      return true;
    };
    /** The minute at which an e-mail goes out: by day, and not the third within a week. Nobody unreachable waits for it. */
    const mail = (step: string, now: number): number | undefined => {
      if (cell('consent') !== 'true' || cell('email') === '') {
        stay(step, now);
        tell(`${step} ${cell('consent') === 'true' ? 'address' : 'consent'}`);
        return now;
      }
      const inDay = (minute: number) => minute % DAY >= 8 * HOUR && minute % DAY < 20 * HOUR;
      const allowed = (minute: number) => inDay(minute) && sent.filter((one) => one > minute - 7 * DAY).length < 2;
      let minute = now;
      while (!allowed(minute)) minute += 1;
      if (!stay(step, minute)) return undefined;
      tell(`${step} sent`);
      sent.push(minute);
      return minute;
    };

    stay('signed', signed);
    const morning = (Math.floor(signed / DAY) + 1) * DAY + 9 * HOUR;
    if (!stay('settle', morning)) continue;
    stay('style', morning);
    const welcomed = mail(dice('style', id) < 0.6 ? 'tour' : 'offer', morning);
    if (welcomed === undefined) continue;
    const tried = welcomed + 3 * DAY;
    if (!stay('try', tried)) continue;
    stay('large', tried);
    if (Number(cell('seats')) >= 40) {
      for (const step of ['call', 'handed', 'done']) stay(step, tried);
      tell('call sent');
      reach('Handed to sales');
      continue;
    }
    const reminded = mail('remind', tried);
    if (reminded !== undefined && stay('week', reminded + 7 * DAY)) stay('end', reminded + 7 * DAY);
  }
  const sorted = (record: Record<string, number>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    welcome: { nodes: Object.fromEntries(nodes), entered, heldOut, goals: sorted(goals), intents: sorted(intents) },
  };
}
