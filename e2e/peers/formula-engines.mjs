// Engines of single formulas: the payout of each row, its factor already looked up. What an engine cannot round or limit is done around it, in its favour.
import { rowObjects } from './workload.mjs';

const edges = [
  [0.4, 0.085],
  [0.3, 0.06],
  [0.2, 0.04],
];
const cents = (pay) => Math.round(pay * 100) / 100;
const least = (pay) => Math.min(pay, 20000);

/** A run over row objects that adds up what `pay` answers for each. */
function overRows(work, pay) {
  const rows = rowObjects(work);
  let total = 0;
  return {
    run() {
      total = 0;
      for (const row of rows) total += pay(row);
    },
    total: () => total,
    close: () => undefined,
  };
}

/** A ladder such as `m >= 0.4 ? 0.085 : …`; the nudge stands for a tolerance that the engine does not have. */
const ladder = (margin, last) =>
  edges.map(([edge, rate]) => `${margin} >= ${edge - 1e-12} ? ${rate} : `).join('') + last;

export async function mathjs(work) {
  const { compile } = await import('mathjs');
  const code = compile(
    `round(min(amount * (${ladder('((amount - cost) / amount)', '0.02')}) * factor + ((is_new and (equalText(product, "Router") or equalText(product, "Gateway"))) ? 150 : 0), 20000), 2)`,
  );
  return overRows(work, (row) => code.evaluate(row));
}

export async function celJs(work) {
  const { parse } = await import('@marcbachmann/cel-js');
  const evaluate = parse(
    `amount * (${ladder('((amount - cost) / amount)', '0.02')}) * factor + (is_new && (product == "Router" || product == "Gateway") ? 150.0 : 0.0)`,
  );
  return overRows(work, (row) => cents(least(evaluate(row))));
}

export async function exprEval(work) {
  const { Parser } = await import('expr-eval-fork');
  const parsed = new Parser().parse(
    `roundTo(min(amount * (${ladder('((amount - cost) / amount)', '0.02')}) * factor + ((is_new and (product == "Router" or product == "Gateway")) ? 150 : 0), 20000), 2)`,
  );
  return overRows(work, (row) => parsed.evaluate(row));
}

export async function jsonLogic(work) {
  const { LogicEngine } = await import('json-logic-engine');
  const name = (key) => ({ var: key });
  const margin = { '/': [{ '-': [name('amount'), name('cost')] }, name('amount')] };
  const rate = { if: [...edges.flatMap(([edge, pays]) => [{ '>=': [margin, edge - 1e-12] }, pays]), 0.02] };
  const isOf = (product) => ({ '===': [name('product'), product] });
  const bonus = { if: [{ and: [name('is_new'), { or: [isOf('Router'), isOf('Gateway')] }] }, 150, 0] };
  const rule = { min: [{ '+': [{ '*': [name('amount'), rate, name('factor')] }, bonus] }, 20000] };
  const evaluate = new LogicEngine().build(rule);
  return overRows(work, (row) => cents(evaluate(row)));
}

export async function hyperFormula(work) {
  const { HyperFormula } = await import('hyperformula');
  const { deals, factor, count } = work;
  const rows = Array.from({ length: count }, (_, row) => {
    const n = row + 1;
    const margin = `(A${n}-B${n})/A${n}`;
    const rate = `IF(${margin}>=0.4,0.085,IF(${margin}>=0.3,0.06,IF(${margin}>=0.2,0.04,0.02)))`;
    const bonus = `IF(AND(C${n},OR(D${n}="Router",D${n}="Gateway")),150,0)`;
    const pay = `=ROUND(MIN(A${n}*${rate}*E${n}+${bonus},20000),2)`;
    return [deals.amount[row], deals.cost[row], deals.is_new[row], deals.product[row], factor[row], pay];
  });
  const options = { licenseKey: 'gpl-v3', maxRows: count + 1 };
  let sheet;
  return {
    run() {
      sheet?.destroy();
      sheet = HyperFormula.buildFromArray(rows, options);
    },
    total() {
      let total = 0;
      for (let row = 0; row < count; row++) total += sheet.getCellValue({ sheet: 0, row, col: 5 });
      return total;
    },
    close: () => sheet?.destroy(),
  };
}
