/** What the limits say of each request, worked out a second time: whole percents and whole money, nothing of the product's engine. */

export function computeExpected(csv: string) {
  const [header = '', ...rest] = csv.trimEnd().split('\r\n');
  const keys = header.split(',');
  const rows = rest.map((line) => {
    const cells = line.split(',');
    const cell = (key: string) => cells[keys.indexOf(key)] ?? '';
    const percent = Math.round(Number(cell('discount')) * 100);
    const amount = Number(cell('amount'));
    const [approver, days] = limitFor(percent, cell('tier'), amount);
    return { request: cell('request'), approver, days, given: percent * amount };
  });
  const approvers = [...new Set(rows.map((one) => one.approver))];
  return {
    'discount-limits': { rows: rows.map(({ request, approver, days }) => ({ request, approver, days })) },
    'discount-check': {
      rows: approvers.map((approver) => {
        const own = rows.filter((one) => one.approver === approver);
        return { approver, requests: own.length, given: own.reduce((sum, one) => sum + one.given, 0) / 100 };
      }),
    },
  };
}

/** The first that fits, as a person would read the table. */
function limitFor(percent: number, tier: string, amount: number): [approver: string, days: number] {
  if (percent <= 5) return ['Rep', 0];
  if (percent <= 12 && tier === 'Gold') return ['Rep', 0];
  if (percent > 20) return ['Board', 5];
  return amount < 50_000 ? ['Manager', 1] : ['Sales director', 2];
}
