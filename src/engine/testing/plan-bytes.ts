/** The measured plan asked of an engine, whole and with holes, and everything it answers as one hash: the same on every host. */
import { isNumeric } from '#core/data/column.ts';
import { withHoles } from '#core/execute/reference/plan-holes.ts';
import { planDeals, planFrames } from '#core/execute/reference/plan-workload.ts';
import { sha256, sha256OfText } from '#core/project/sha-256.ts';
import { planCanvas, stepOfNode, wantedOfPlan } from '#kinds/testing/plan-workload-project.ts';
import type { RequestName, Requests } from '../protocol.ts';

const ROWS = 20_000;

/** What every host answers. A change of the plan, of its deals or of what is computed changes it; a change of speed does not. */
export const planHash = '64b6122cafbcb8aa10cb3ebfd25d7073806eba674f13c04921db325899ac21f5';

export type Ask = <N extends RequestName>(name: N, ask: Requests[N]['ask']) => Promise<Requests[N]['answer']>;

export async function hashOfPlan(ask: Ask): Promise<string> {
  const { program, parameters } = planCanvas();
  const run = { program, parameters, asOf: 46_204 };
  const deals = planDeals(ROWS);
  const hashes: string[] = [];
  for (const frames of [planFrames(deals), withHoles(deals, 0.02).frames]) {
    for (const [table, frame] of Object.entries(frames)) await ask('table.put', { table, frame });
    const { answers } = await ask('run', run);
    const headlines = Object.keys(program.answers).map((node) => [node, answers[node]?.rows, answers[node]?.value]);
    hashes.push(sha256OfText(JSON.stringify(headlines)));
    for (const [node, key] of wantedOfPlan) {
      const of = { run, step: stepOfNode(program, node) };
      const { frame } = await ask('window', { of, from: 0, to: ROWS, columns: [key] });
      const column = frame.columns.get(key);
      if (!column || !isNumeric(column)) throw new Error(`${node} has no numbers ${key}`);
      const { buffer, byteOffset, byteLength } = column.values;
      hashes.push(sha256(new Uint8Array(buffer, byteOffset, byteLength)), sha256(column.state ?? new Uint8Array(0)));
    }
  }
  return sha256OfText(hashes.join(' '));
}
