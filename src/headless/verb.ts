import type { Streams } from './host.ts';

/** 0 fine, 1 problems, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What follows the verb's name; results go to standard output or `--out`, problems to standard error. */
export type Verb = (argv: readonly string[], streams: Streams) => ExitCode;
