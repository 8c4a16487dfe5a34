import { openRun, type PlanDecision, type Run } from '#core/execute/execution.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { drain, runProgram } from '#core/execute/run.ts';
import { sayPlan } from '#core/execute/say-plan.ts';
import type { StepId } from '#core/program/table-program.ts';
import { readArguments } from '../arguments.ts';
import { writeResult } from '../host.ts';
import { compileDesign, parametersOf, runOptions } from '../open-design.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** How a design is computed and why; with `--then KEY=VALUE`, also what is made again when that parameter moves. */
export const plan: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: [...runOptions, 'then', 'out'] });
  const { ready, problems } = compileDesign(args, streams);
  const failed = tellProblems(problems, streams);
  if (!ready) return 1;
  const memory = createEngineMemory();
  const { program } = ready.compiled;
  const go = (parameters: typeof ready.parameters) => {
    const heard: Heard = { decisions: [], made: [], rows: new Map() };
    const run = openRun(memory, { program, parameters, asOf: ready.asOf }, ready.tables, {
      onCompute: (step, key) => heard.made.push({ step, key }),
      onPlan: (decision) => heard.decisions.push(decision),
    });
    drain(runProgram(run));
    if (program.output !== null) readOutput(run, ready.compiled.program.answers[program.output]?.ports);
    for (const { step, key } of heard.made) if (key === null) heard.rows.set(step, drain(run.rows(step)).count);
    return heard;
  };
  const first = go(ready.parameters);
  const lines = [...sayPlan(program, first)];
  const moved = args.pairs('then');
  if (moved.length > 0) {
    const again = go({ ...ready.parameters, ...parametersOf(ready.project, moved) });
    const names = moved.map(([key, value]) => `${key} = ${value}`).join(', ');
    lines.push('', `With ${names}: ${again.made.length} results made again, ${first.made.length} the first time.`);
    lines.push(...sayPlan(program, again).map((line) => `  ${line}`));
  }
  writeResult(`${lines.join('\n')}\n`, args.option('out'), streams);
  return failed ? 1 : 0;
};

interface Heard {
  readonly decisions: PlanDecision[];
  readonly made: { readonly step: StepId; readonly key: string | null }[];
  readonly rows: Map<StepId, number>;
}

/** The answer's table is what a person looks at: its columns are asked for like a screen does. */
function readOutput(run: Run, ports: Readonly<Record<string, StepId>> | undefined): void {
  const step = Object.values(ports ?? {})[0];
  if (step === undefined) return;
  for (const column of run.step(step).columns) drain(run.column(step, column.key));
}
