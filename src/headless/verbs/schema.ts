import { projectJsonSchema } from '#core/project/json-schema.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../verb.ts';

/** The document's JSON Schema. */
export const schema: Verb = (argv, streams) => {
  readArguments(argv, { words: 0 });
  streams.out(`${JSON.stringify(projectJsonSchema(), null, 2)}\n`);
  return 0;
};
