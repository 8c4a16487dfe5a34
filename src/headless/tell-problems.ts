/** Problems as lines: `severity code at: message`. */
import { sayProblem } from '#core/problem/codes.ts';
import { hasErrors, type Place, type Problem } from '#core/problem/problem.ts';
import type { Streams } from './host.ts';

/** Writes each once. True where one of them is an error. */
export function tellProblems(problems: readonly Problem[], streams: Streams): boolean {
  const lines = new Set(
    problems.map((one) => `${one.severity} ${one.code} ${placeText(one.at)}: ${sayProblem(one, 'en')}\n`),
  );
  for (const line of lines) streams.err(line);
  return hasErrors(problems);
}

/** `q3-commission/base/bands.2.rate[0-7]`; `-` where nothing is known. */
export function placeText({ table, design, node, path, span, row }: Place): string {
  const parts = [table, design, node, path].filter((part) => part !== undefined && part !== '');
  const text = parts.length > 0 ? parts.join('/') : '-';
  return `${text}${row === undefined ? '' : `#${row}`}${span ? `[${span.start}-${span.end}]` : ''}`;
}
