/**
 * What the sample must pay, worked out a second time: plain loops over the CSV text in whole cents (BigInt), nothing of the product's engine. Each rule
 * stands here as a person would state it.
 */

export interface ExpectedPay {
  readonly person: string;
  readonly region: string;
  readonly credited: number;
  readonly quota: number;
  readonly base: number;
  readonly accelerator: number;
  readonly cap: number;
  readonly payout: number;
}
export interface ExpectedOverride {
  readonly person: string;
  readonly team_credit: number;
  readonly payout: number;
}
export interface Expected {
  readonly 'q3-commission': { readonly rows: readonly ExpectedPay[]; readonly total: number; readonly credits: number };
  readonly 'manager-override': { readonly rows: readonly ExpectedOverride[]; readonly total: number };
}

type Line = Readonly<Record<string, string>>;
interface Credit {
  readonly person: string;
  readonly closed: string;
  readonly cents: bigint;
}

const QUARTER = { from: '2026-07-01', to: '2026-10-01' };

/** `csv`: the text of each table. */
export function computeExpected(csv: ReadonlyMap<string, string>): Expected {
  const table = (key: string) => linesOf(csv.get(key) ?? '');
  const credits = creditsOf(table('deals'), table('splits'));
  return {
    'q3-commission': commission(credits, table('quotas')),
    'manager-override': overrides(credits, table('hierarchy')),
  };
}

/** The sample's files have no quotes and no line breaks inside cells. */
function linesOf(text: string): Line[] {
  const [header = '', ...rest] = text.trimEnd().split('\n');
  const keys = header.split(',');
  return rest.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])));
}

function creditsOf(deals: readonly Line[], splits: readonly Line[]): Credit[] {
  const byDeal = byDealOf(splits);
  const credits: Credit[] = [];
  for (const deal of deals) {
    const closed = deal['closed'] ?? '';
    if (deal['stage'] !== 'Won' || closed < QUARTER.from || closed >= QUARTER.to) continue;
    const shares = (byDeal.get(deal['deal'] ?? '') ?? []).map((row) => ({
      person: row['person'] ?? '',
      percent: hundredths(row['share'] ?? '0'),
      overlay: row['overlay'] === 'TRUE',
    }));
    const given = shares.reduce((sum, one) => sum + (one.overlay ? 0n : one.percent), 0n);
    if (given < 100n) shares.push({ person: deal['owner'] ?? '', percent: 100n - given, overlay: false });
    credits.push(...shareOut(hundredths(deal['amount'] ?? '0'), shares, closed));
  }
  return credits;
}

function byDealOf(splits: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const row of splits) found.set(row['deal'] ?? '', [...(found.get(row['deal'] ?? '') ?? []), row]);
  return found;
}

/** Whole cents to each; the cents left over go to the largest remainders, equal ones by name. */
function shareOut(
  cents: bigint,
  shares: readonly { readonly person: string; readonly percent: bigint }[],
  closed: string,
): Credit[] {
  const exact = shares.map((one) => ({ ...one, hundredths: cents * one.percent }));
  const whole = roundHalfUp(
    exact.reduce((sum, one) => sum + one.hundredths, 0n),
    100n,
  );
  let left = whole - exact.reduce((sum, one) => sum + one.hundredths / 100n, 0n);
  const turn = [...exact].sort((a, b) => {
    const rest = Number((b.hundredths % 100n) - (a.hundredths % 100n));
    if (rest !== 0) return rest;
    return a.person.toLowerCase() < b.person.toLowerCase() ? -1 : 1;
  });
  const extra = new Set<string>();
  for (const one of turn) if (left-- > 0n) extra.add(one.person);
  return exact.map(({ person, hundredths: part }) => ({
    person,
    closed,
    cents: part / 100n + (extra.has(person) ? 1n : 0n),
  }));
}

/** Rates in basis points: 2 % below 80 % of quota, 3 % to 100 %, 4 % from 100 % on everything below 120 %, 5 % above. */
function commission(credits: readonly Credit[], quotas: readonly Line[]): Expected['q3-commission'] {
  const credited = new Map<string, bigint>();
  for (const one of credits) credited.set(one.person, (credited.get(one.person) ?? 0n) + one.cents);
  const rows = quotas
    .filter((row) => row['starts'] === QUARTER.from)
    .map((row): ExpectedPay => {
      const quota = hundredths(row['quota'] ?? '0');
      const reached = credited.get(row['person'] ?? '') ?? 0n;
      const at = (percent: bigint) => (quota * percent) / 100n;
      const part = (from: bigint, to: bigint) => (reached <= from ? 0n : (reached < to ? reached : to) - from);
      const past = reached >= quota;
      const [low, middle] = past ? [400n, 400n] : [200n, 300n];
      const tenThousandths =
        part(0n, at(80n)) * low +
        part(at(80n), at(100n)) * middle +
        part(at(100n), at(120n)) * 400n +
        (reached > at(120n) ? (reached - at(120n)) * 500n : 0n);
      const base = roundHalfUp(tenThousandths, 10_000n);
      const topRate = reached >= at(120n) ? 500n : past ? 400n : reached >= at(80n) ? 300n : 200n;
      // A multiple of 1.5 adds half of the rate on what lies above quota.
      const above = past ? reached - quota : 0n;
      const accelerator = roundHalfUp(above * topRate * 50n, 1_000_000n);
      const pay = base + accelerator;
      const cap = pay > 2_000_000n ? 2_000_000n - pay : 0n;
      return {
        person: row['person'] ?? '',
        region: row['region'] ?? '',
        credited: units(reached),
        quota: units(quota),
        base: units(base),
        accelerator: units(accelerator),
        cap: units(cap),
        payout: units(pay + cap),
      };
    })
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  const total = rows.reduce((sum, row) => sum + cents(row.payout), 0n);
  return { rows, total: units(total), credits: credits.length };
}

/** The manager of the deal's day is credited in full, the one above with half of each credit; 0.2 % of it is paid. */
function overrides(credits: readonly Credit[], hierarchy: readonly Line[]): Expected['manager-override'] {
  const above = (person: string, day: string) =>
    hierarchy.find(
      (line) =>
        line['person'] === person &&
        (line['since'] ?? '') <= day &&
        (line['until'] === '' || day < (line['until'] ?? '')),
    )?.['manager'];
  const team = new Map<string, bigint>();
  const add = (person: string | undefined, amount: bigint) => {
    if (person !== undefined) team.set(person, (team.get(person) ?? 0n) + amount);
  };
  for (const one of credits) {
    const manager = above(one.person, one.closed);
    add(manager, one.cents);
    if (manager !== undefined) add(above(manager, one.closed), roundHalfUp(one.cents * 5n, 10n));
  }
  const rows = [...team]
    .map(([person, amount]) => ({
      person,
      team_credit: units(amount),
      payout: units(roundHalfUp(amount * 20n, 10_000n)),
    }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  return { rows, total: units(rows.reduce((sum, row) => sum + cents(row.payout), 0n)) };
}

/** `12.5` is 1250. */
function hundredths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2));
}
function roundHalfUp(value: bigint, by: bigint): bigint {
  return (2n * value + by) / (2n * by);
}
function units(amount: bigint): number {
  return Number(amount) / 100;
}
function cents(amount: number): bigint {
  return BigInt(Math.round(amount * 100));
}
