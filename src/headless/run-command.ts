/** The command line as a function: tests call it, `main.ts` lends it the process. */
import { UsageError } from './arguments.ts';
import type { Streams } from './host.ts';
import type { ExitCode, Verb } from './verb.ts';
import { diff } from './verbs/diff.ts';
import { edit } from './verbs/edit.ts';
import { evalFile } from './verbs/eval-file.ts';
import { explain } from './verbs/explain.ts';
import { generate } from './verbs/generate.ts';
import { kinds } from './verbs/kinds.ts';
import { plan } from './verbs/plan.ts';
import { run } from './verbs/run.ts';
import { schema } from './verbs/schema.ts';
import { simulate } from './verbs/simulate.ts';
import { submit } from './verbs/submit.ts';
import { test } from './verbs/test.ts';
import { validate } from './verbs/validate.ts';

const verbs: Readonly<Record<string, Verb>> = {
  kinds,
  schema,
  validate,
  test,
  edit,
  diff,
  generate,
  run,
  explain,
  simulate,
  submit,
  plan,
  eval: evalFile,
};

/** Verbs of the contract that this version does not have. */
const later = ['export', 'import'];

export const usage = `Usage: saleswright <verb> …
  kinds [--json]
  schema
  validate <project>
  test <project> [--as-of DATE]
  edit <project> --edits FILE [--out FILE]
  diff <project> <project>
  generate <project> --table KEY [--rows N] [--seed S] [--out FILE.csv]
  run <project> --design ID [--table KEY=FILE.csv]… [--param KEY=VALUE]… [--as-of DATE] [--node KEY] [--out FILE.csv|.json]
  explain <project> --design ID --row N --column KEY [--node KEY] [--table …] [--param …] [--as-of DATE] [--out FILE]
  submit <project> --design ID --input FILE.json [--table …] [--as-of DATE] [--out FILE.json]
  plan <project> --design ID [--table …] [--param …] [--then KEY=VALUE]… [--as-of DATE] [--out FILE]
  simulate <project> --design ID [--table …] [--seed N] [--from DATE] [--until DATE] [--customer ID --trace] [--out FILE]
  eval FILE.json
<project>: a folder with project.json and data/, a .saleswright.json file, or a .zip bundle.
`;

export function runCommand(argv: readonly string[], streams: Streams): ExitCode {
  const [name = '', ...rest] = argv;
  if (name === '' || name === 'help' || name === '--help') {
    (name === '' ? streams.err : streams.out)(usage);
    return name === '' ? 2 : 0;
  }
  try {
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (verb) return verb(rest, streams);
    throw new UsageError(
      later.includes(name) ? `${name} is not available in this version` : `there is no verb ${name}\n${usage}`,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(`usage: ${error.message}\n`);
    return 2;
  }
}
