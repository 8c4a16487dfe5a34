import { readArguments } from '../arguments.ts';
import { readJson } from '../host.ts';
import type { Verb } from '../verb.ts';
import { evalCases } from './eval.ts';

/** Formulas of a JSON file, their values as a JSON array in the same order. */
export const evalFile: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1 });
  streams.out(`${JSON.stringify(evalCases(readJson(args.words[0] ?? '', streams)))}\n`);
  return 0;
};
