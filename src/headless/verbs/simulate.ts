import { parseIsoDate, printIsoDatetime } from '#core/calendar/iso-text.ts';
import { compileJourney } from '#core/compile/compile-journey.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { simulationSpan } from '#core/compile/simulation-span.ts';
import { isJourney, type JourneyDesign, type Project } from '#core/project/project.ts';
import { traceCustomer } from '#core/simulate/customer-trace.ts';
import { simulateAll } from '#core/simulate/simulate.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments, UsageError, wholeNumber } from '../arguments.ts';
import { writeResult } from '../host.ts';
import { jsonValue } from '../json-value.ts';
import { asOfDate } from '../open-design.ts';
import { openProjectFile, tablesOfRun } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

const options = ['design', 'table', 'seed', 'from', 'until', 'as-of', 'customer', 'out'];

/** Sends a table of customers through a journey on a virtual clock: who is where, what would be sent, and a digest of it all. */
export const simulate: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options, flags: ['trace'] });
  const file = openProjectFile(args.words[0] ?? '', streams);
  const { project } = file;
  if (!project) return tellProblems(file.problems, streams) ? 1 : 0;
  const design = journeyOf(project, args.option('design'));
  const { program, problems: found } = compileJourney(project, catalog, design.id);
  const { tables, problems: read } = tablesOfRun(project, file, args.pairs('table'), streams);
  const problems = [...file.problems, ...found, ...read];
  if (!program) {
    tellProblems(problems, streams);
    streams.err('There is nothing to simulate: nobody could come in.\n');
    return 1;
  }
  const span = simulationSpan(design, asOfDate(args));
  const seed = args.option('seed');
  const [from, until] = [dateOption('from', args.option('from')), dateOption('until', args.option('until'))];
  const input = {
    program,
    tables: new Map([...tables].map(([key, table]) => [key, table.frame])),
    parameters: parameterValues(project),
    seed: seed === undefined ? span.seed : wholeNumber('seed', seed),
    from: from ?? span.from,
    until: until === undefined ? span.until : until + 1,
  };
  const customer = args.option('customer');
  if (args.flag('trace') && customer === undefined) throw new UsageError('--trace needs --customer ID');
  if (customer !== undefined) {
    const trace = traceCustomer(input, customer);
    if (!trace.found) throw new UsageError(`there is no customer ${customer}`);
    const entries = trace.entries.map((entry) => ({ ...entry, at: printIsoDatetime(entry.at) }));
    writeResult(`${JSON.stringify({ ...trace, entries }, null, 1)}\n`, args.option('out'), streams);
    return tellProblems(problems, streams) ? 1 : 0;
  }
  const { problems: met, intents, digest, ...result } = simulateAll(input);
  const rows = intents.map(({ at, fields, ...intent }) => ({
    at: printIsoDatetime(at),
    ...intent,
    fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, jsonValue(value, 'mixed')])),
  }));
  writeResult(`${JSON.stringify({ ...result, intents: rows, digest }, null, 1)}\n`, args.option('out'), streams);
  return tellProblems([...problems, ...met], streams) ? 1 : 0;
};

/** By id or by name; the only journey where none is named. */
function journeyOf(project: Project, named: string | undefined): JourneyDesign {
  const journeys = project.designs.filter(isJourney);
  const found =
    named === undefined
      ? journeys.length === 1
        ? journeys[0]
        : undefined
      : (journeys.find((one) => one.id === named) ?? journeys.find((one) => one.name === named));
  if (found) return found;
  const known = journeys.map((one) => one.id).join(', ') || 'none';
  throw new UsageError(
    named === undefined
      ? `--design is needed; journeys here: ${known}`
      : `there is no journey ${named}; journeys here: ${known}`,
  );
}

function dateOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const serial = parseIsoDate(text);
  if (serial === undefined) throw new UsageError(`--${name} takes a date such as 2026-07-01, not “${text}”`);
  return serial;
}
