/** What the scorecard must say, worked out a second time: plain loops over the CSV text, nothing of the product's engine. */

export interface ExpectedScore {
  readonly rank: number;
  readonly person: string;
  readonly region: string;
  readonly revenue: number;
  readonly renewal: number;
  readonly customer: number | null;
  readonly total: number;
}

type Line = Readonly<Record<string, string>>;

/** `csv`: the text of each table. */
export function computeExpected(csv: ReadonlyMap<string, string>) {
  const table = (key: string): Line[] => linesOf(csv.get(key) ?? '');
  const deals = table('deals');
  const renewals = table('renewals');
  const surveys = table('surveys');
  const scored = table('people').map((one) => {
    const name = one['person'] ?? '';
    const won = cents(
      deals.filter((deal) => deal['owner'] === name && deal['stage'] === 'Won'),
      'amount',
    );
    const own = renewals.filter((contract) => contract['owner'] === name);
    const answers = surveys.filter((answer) => answer['person'] === name).map((answer) => Number(answer['score']));
    const revenue = attainmentScore(won / 100 / Number(one['target']));
    const renewal = renewalScore(cents(own, 'renewed'), cents(own, 'due'));
    const customer = answers.length === 0 ? null : voiceScore(answers.reduce((a, b) => a + b, 0) / answers.length);
    // Nobody asked yet: the two other weights share the fifth out.
    const total =
      customer === null ? (revenue * 50 + renewal * 30) / 80 : (revenue * 50 + renewal * 30 + customer * 20) / 100;
    return { person: name, region: one['region'] ?? '', revenue, renewal, customer, total: tenths(total) };
  });
  const rows = scored
    .map((one): ExpectedScore => ({ rank: 1 + scored.filter((other) => other.total > one.total).length, ...one }))
    .sort((a, b) => a.rank - b.rank);
  return { 'rep-scorecard': { rows } };
}

function cents(lines: readonly Line[], key: string): number {
  return lines.reduce((sum, line) => sum + Math.round(Number(line[key]) * 100), 0);
}

/** 40 at half the target, 70 at 80 %, 100 at the target, 120 at 120 %; straight lines between, level outside. */
function attainmentScore(attained: number): number {
  if (attained <= 0.5) return 40;
  if (attained <= 0.8) return 40 + (attained - 0.5) * 100;
  if (attained <= 1) return 70 + (attained - 0.8) * 150;
  return Math.min(120, 100 + (attained - 1) * 100);
}

/** 40 from 60 % of the money due, 60 from 70 %, 80 from 80 %, 100 from 90 %; nothing below. */
function renewalScore(renewed: number, due: number): number {
  const tenth = Math.floor((renewed * 10) / due);
  return tenth >= 9 ? 100 : tenth === 8 ? 80 : tenth === 7 ? 60 : tenth === 6 ? 40 : 0;
}

/** A third of 100 at 6.5, two thirds at 8.5, straight through both, between 0 and 100. */
function voiceScore(mean: number): number {
  return Math.min(100, Math.max(0, 100 / 3 + ((mean - 6.5) / 2) * (100 / 3)));
}

/** Half away from zero; what binary noise left below a half is a half. */
function tenths(score: number): number {
  return Math.round(Number((score * 10).toPrecision(14))) / 10;
}

function linesOf(text: string): Line[] {
  const [header = '', ...rest] = text.trimEnd().split('\r\n');
  const keys = header.split(',');
  return rest.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])));
}
