/** Reads what follows a verb on the command line. */

/** Wrong usage: told on standard error, exit code 2. Thrown inside `headless/` only and caught by `runCommand`. */
export class UsageError extends Error {}

export interface Arguments {
  readonly words: readonly string[];
  /** The last value given; absent where the option was not. */
  option(name: string): string | undefined;
  required(name: string): string;
  /** Every `KEY=VALUE` given for an option, in order. */
  pairs(name: string): readonly (readonly [key: string, value: string])[];
  flag(name: string): boolean;
}

/** `options` take a value (`--out FILE`, `--out=FILE`), `flags` do not; the number of other words is fixed. */
export function readArguments(
  argv: readonly string[],
  allowed: { readonly words: number; readonly options?: readonly string[]; readonly flags?: readonly string[] },
): Arguments {
  const words: string[] = [];
  const given: (readonly [name: string, value: string])[] = [];
  const flags = new Set<string>();
  const { options = [], flags: known = [] } = allowed;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (known.includes(name) && equals < 0) flags.add(name);
    else if (options.includes(name)) {
      const value = equals < 0 ? argv[++at] : word.slice(equals + 1);
      if (value === undefined) throw new UsageError(`--${name} needs a value`);
      given.push([name, value]);
    } else throw new UsageError(`there is no option --${name} here`);
  }
  if (words.length !== allowed.words)
    throw new UsageError(`expected ${allowed.words} ${allowed.words === 1 ? 'file' : 'files'}, got ${words.length}`);
  const option = (name: string) => given.findLast(([one]) => one === name)?.[1];
  return {
    words,
    option,
    required(name) {
      const value = option(name);
      if (value === undefined) throw new UsageError(`--${name} is needed`);
      return value;
    },
    pairs: (name) =>
      given.flatMap(([one, text]) => {
        if (one !== name) return [];
        const equals = text.indexOf('=');
        if (equals < 1) throw new UsageError(`--${name} takes KEY=VALUE, not “${text}”`);
        return [[text.slice(0, equals), text.slice(equals + 1)] as const];
      }),
    flag: (name) => flags.has(name),
  };
}

/** A whole number of an option. */
export function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value)) throw new UsageError(`--${name} takes a whole number`);
  return value;
}
