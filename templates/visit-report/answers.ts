/** Answers that people give: some become the sample's rows, all of them are checked. */
export interface GivenLine {
  readonly product?: string;
  readonly quantity?: number | string;
  readonly price?: number | string;
}
export interface Given {
  readonly name: string;
  readonly customer?: string;
  readonly visited?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly lines?: readonly GivenLine[];
  readonly discount?: number | string;
  readonly next_visit?: string;
}

export const answers: readonly Given[] = [
  {
    name: 'An order of two lines',
    customer: 'Orchid Pharma',
    visited: '2026-09-14',
    outcome: 'order',
    lines: [
      { product: 'analyzer', quantity: 1, price: 12800 },
      { product: 'reagent', quantity: 24, price: 36.45 },
    ],
    discount: 0.075,
    next_visit: '2026-10-12',
  },
  {
    name: 'A small order, without discount',
    customer: 'Jade River Clinic',
    visited: '2026-09-15',
    outcome: 'order',
    lines: [
      { product: 'reagent', price: '1,099.90' },
      { product: 'service', quantity: 3, price: 0.1 },
    ],
  },
  {
    name: 'Interested, with a date',
    customer: 'Northlake Hospital',
    visited: '2026-09-16',
    outcome: 'interested',
    next_visit: '2026-09-30',
  },
  {
    name: 'No order, and why',
    customer: 'Lotus Labs',
    visited: '2026-09-17',
    outcome: 'no_order',
    reason: 'They renewed with another supplier in August.',
  },
  {
    name: 'An order below the discount',
    customer: 'Sunrise Diagnostics',
    visited: '2026-09-18',
    outcome: 'order',
    lines: [{ product: 'reagent', quantity: 20, price: 49.99 }],
    discount: 0.1,
  },
  {
    name: 'A large order is told, and accepted',
    customer: 'Harbour Group',
    visited: '2026-09-21',
    outcome: 'order',
    lines: [{ product: 'analyzer', quantity: 9, price: 12500 }],
    discount: '10%',
  },
  { name: 'Nothing filled in', visited: '' },
  { name: 'Interested without a date, tomorrow', customer: 'A', visited: '2026-10-02', outcome: 'interested' },
  {
    name: 'Too much discount, no product, not a number',
    customer: 'B',
    visited: '2026-09-22',
    outcome: 'order',
    lines: [
      { quantity: 'two', price: 700 },
      { product: 'service', quantity: 2, price: 600 },
    ],
    discount: 0.21,
    next_visit: '2026-09-22',
  },
  { name: 'No order, too short a reason', customer: 'C', visited: '2026-09-22', outcome: 'no_order', reason: 'Price' },
];
