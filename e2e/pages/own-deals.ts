/** Deals made here, so that what they pay can be computed here: 120 deals of six people, amounts in cents. */
export const people = ['Ann Lee', 'Bo Chen', 'Cy Dahl', '林梅', 'Eva Ruiz', 'Finn Moe'] as const;

const deals = Array.from({ length: 120 }, (_, i) => ({
  id: `D-${1000 + i}`,
  owner: people[(i * 7) % 6] ?? '',
  cents: 150_000 + ((i * 7919) % 400_000) * 7,
}));
const quotas = people.map((person, i) => ({ person, quota: 200_000 + i * 45_000 }));

export const dealsCsv = `Deal,Owner,Amount\n${deals.map((one) => `${one.id},${one.owner},${(one.cents / 100).toFixed(2)}`).join('\n')}\n`;
export const quotasCsv = `Person,Quota\n${quotas.map((one) => `${one.person},${one.quota}`).join('\n')}\n`;

/** One rate up to the quota and another above it (whole per cent), rounded to the cent half up; whole numbers only. */
export function payInCents(person: string, rates: { readonly below: number; readonly above: number }): number {
  const credited = deals.filter((one) => one.owner === person).reduce((sum, one) => sum + one.cents, 0);
  const quota = (quotas.find((one) => one.person === person)?.quota ?? 0) * 100;
  const below = Math.min(credited, quota);
  return Math.floor((below * rates.below + (credited - below) * rates.above + 50) / 100);
}

/** `1,234.50` */
export const amountText = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
