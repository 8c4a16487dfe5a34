/**
 * Lays a formula out anew from its tokens: spacing, the case of function names, and lines. What fits into a line stands on one; what does not, or was
 * broken by its author, has an argument per line, pairs that belong together on one, and a ladder of IFs as a ladder. Comments and names stay. It works
 * on half-typed text too, and formatting twice changes nothing.
 */
import { MAX_DEPTH, MAX_LENGTH } from '../limits.ts';
import { isBinaryOperator, LET, precedence } from '../syntax.ts';
import { tokenize } from '../tokens.ts';
import { closes, opens, piecesOf, type Piece } from './token-spacing.ts';

/** Longest line that is not broken, brackets that close after it aside. */
const WIDTH = 80;

/** Brackets with what stands in them, cut at the separators; each item but the last ends with its separator. */
interface Group {
  readonly open: Piece;
  readonly close: Piece | undefined;
  readonly items: readonly (readonly Part[])[];
  /** Name of the function whose brackets they are, upper case. */
  readonly call: string;
  /** Some token right inside begins a new line in the source. */
  readonly broken: boolean;
}
type Part = Piece | Group;

const isGroup = (part: Part): part is Group => 'items' in part;
const separates = ({ token }: Piece) => token.kind === 'mark' && (token.value === ',' || token.value === ';');
/** A row of constants stays together: only `;` cuts inside braces. */
const cuts = (piece: Piece, open: Piece) => separates(piece) && (open.token.value === '(' || piece.token.value === ';');

/** The pieces as a tree of brackets, which must not nest deeper than formulas may; a bracket that closes nothing is a part like any other. */
function treeOf(pieces: readonly Piece[]): readonly Part[] | undefined {
  interface Open {
    readonly open: Piece;
    readonly call: string;
    readonly items: Part[][];
    broken: boolean;
  }
  const top: Part[] = [];
  const stack: Open[] = [];
  let deepest = 0;
  const here = () => stack.at(-1)?.items.at(-1) ?? top;
  const close = (piece: Piece | undefined) => {
    const { open, call, items, broken } = stack.pop() as Open;
    const full = items.filter((item) => item.length > 0);
    const split = full.length > 0 && (broken || piece?.newLine === true);
    here().push({ open, close: piece, items: full, call, broken: split });
  };
  pieces.forEach((piece, i) => {
    const inner = stack.at(-1);
    if (opens(piece.token)) {
      deepest = Math.max(deepest, stack.length);
      if (inner && piece.newLine) inner.broken = true;
      const before = pieces[i - 1]?.token;
      const call = before?.kind === 'name' && piece.token.value === '(' ? before.value.toUpperCase() : '';
      stack.push({ open: piece, call, items: [[]], broken: false });
    } else if (inner && closes(piece.token)) close(piece);
    else {
      if (inner && piece.newLine) inner.broken = true;
      here().push(piece);
      if (inner && cuts(piece, inner.open)) inner.items.push([]);
    }
  });
  if (deepest > MAX_DEPTH) return undefined;
  while (stack.length > 0) close(undefined);
  return top;
}

function firstOf(part: Part): Piece {
  return isGroup(part) ? part.open : part;
}

/** Everything on one line; undefined where something in it is broken. */
function flat(parts: readonly Part[]): string | undefined {
  let out = '';
  for (const [i, part] of parts.entries()) {
    const first = firstOf(part);
    if (i > 0 && first.spaced) out += ' ';
    if (!isGroup(part)) out += part.text;
    else {
      if (part.broken) return undefined;
      const inside = flat(part.items.flat());
      if (inside === undefined) return undefined;
      const gap = part.items.length > 0 && part.close?.spaced ? ' ' : '';
      out += part.open.text + inside + gap + (part.close?.text ?? '');
    }
  }
  return out;
}

/** How many arguments of a call stand on a line of their own before pairs begin; undefined: none are pairs. */
const pairsAfter: Readonly<Record<string, number>> = {
  [LET]: 0,
  IFS: 0,
  COUNTIFS: 0,
  SWITCH: 1,
  SUMIFS: 1,
  AVERAGEIFS: 1,
  MINIFS: 1,
  MAXIFS: 1,
};

const margin = (depth: number) => '  '.repeat(depth);
const lastLine = (text: string) => text.slice(text.lastIndexOf('\n') + 1);

/** The call that an item consists of, its comma aside. */
function callOf(item: readonly Part[] | undefined, name: string): Group | undefined {
  const [named, group] = item ?? [];
  return item?.length === 2 && named && !isGroup(named) && group && isGroup(group) && group.call === name
    ? group
    : undefined;
}

/** Operators at which a run of parts may be broken: the loosest ones. */
function looseOperators(parts: readonly Part[]): ReadonlySet<Part> {
  const found = parts.filter((part, i) => {
    const binary =
      !isGroup(part) && part.token.kind === 'operator' && !part.prefix && isBinaryOperator(part.token.value);
    return binary && i > 0;
  });
  const level = (part: Part) => {
    const value = firstOf(part).token.value;
    return isBinaryOperator(value) ? precedence[value] : 9;
  };
  const least = Math.min(...found.map(level));
  return new Set(found.filter((part) => level(part) === least));
}

/** Parts one after another from a column on; groups that do not fit are broken. */
function run(parts: readonly Part[], depth: number, column: number): string {
  let out = '';
  parts.forEach((part, i) => {
    if (i > 0 && firstOf(part).spaced) out += ' ';
    const at = out.includes('\n') ? lastLine(out).length : column + out.length;
    out += isGroup(part) ? group(part, depth, at) : part.text;
  });
  return out;
}

/** Whether a run that ends in a call may keep its line up to the call's bracket, as in `amount * LET(`. */
function endsInCall(parts: readonly Part[], column: number): boolean {
  const at = parts.findLastIndex(isGroup);
  if (parts.slice(at + 1).some((part) => !separates(part as Piece))) return false;
  const before = flat(parts.slice(0, at));
  return before !== undefined && column + before.length <= WIDTH / 2;
}

/** An argument, or the whole formula: on one line if it fits, else broken before its loosest operators. */
function item(parts: readonly Part[], depth: number, column: number, mustBreak: boolean): string {
  const line = mustBreak ? undefined : flat(parts);
  if (line !== undefined && column + line.length <= WIDTH) return line;
  const breaks = looseOperators(parts);
  if (breaks.size === 0 || (breaks.size === 1 && !mustBreak && endsInCall(parts, column))) {
    return run(parts, depth, column);
  }
  const inner = margin(depth + 1);
  const lines: Part[][] = [[]];
  for (const part of parts) {
    if (breaks.has(part)) lines.push([]);
    lines.at(-1)?.push(part);
  }
  return lines
    .map((one, i) => (i === 0 ? run(one, depth, column) : inner + run(one, depth + 1, inner.length)))
    .join('\n');
}

/** `IF(a, 1,` on each line, and what is left at last. */
function ladder(steps: Group, depth: number, column: number): string | undefined {
  if (steps.items.length !== 3 || !steps.close) return undefined;
  const [condition = [], then = [], otherwise = []] = steps.items;
  const inner = margin(depth + 1);
  const step = flat([...condition, ...then]);
  const first =
    step !== undefined && column + step.length < WIDTH
      ? step
      : `${item(condition, depth + 1, column + 1, false)}\n${inner}${item(then, depth + 1, inner.length, false)}`;
  const next = callOf(otherwise, 'IF');
  const name = next && !isGroup(otherwise[0] as Part) ? (otherwise[0] as Piece).text : '';
  const below = next && ladder(next, depth, margin(depth).length + name.length);
  const rest = below === undefined ? item(otherwise, depth, margin(depth).length, false) : name + below;
  return `${steps.open.text}${first}\n${margin(depth)}${rest}${steps.close.text}`;
}

function group(part: Group, depth: number, column: number): string {
  const line = flat([part]);
  if (line !== undefined && column + line.length <= WIDTH) return line;
  if (part.items.length === 0) return part.open.text + (part.close?.text ?? '');
  if (part.call === 'IF' && callOf(part.items[2], 'IF')) {
    const steps = ladder(part, depth, column);
    if (steps !== undefined) return steps;
  }
  const inner = margin(depth + 1);
  const alone = pairsAfter[part.call];
  let out = part.open.text;
  part.items.forEach((one, i) => {
    if (alone !== undefined && i > alone && (i - alone) % 2 === 1) {
      out += ' ';
      out += item(one, depth + 1, lastLine(out).length, false);
    } else out += `\n${inner}${item(one, depth + 1, inner.length, false)}`;
  });
  return part.close ? `${out}\n${margin(depth)}${part.close.text}` : out;
}

/** The text as it is where brackets nest too deep, or where one of a name is missing: where that name ends depends on the lines. */
export function formatFormula(text: string): string {
  if (text.length > MAX_LENGTH) return text;
  const { tokens, problems } = tokenize(text);
  if (problems.some(({ code }) => code === 'formula.unclosed-bracket')) return text;
  const open = problems.find(({ code }) => code === 'formula.unclosed-text')?.at.span?.start;
  const parts = treeOf(piecesOf(tokens, text, open));
  if (!parts) return text;
  const broken = parts.some((part) => firstOf(part).newLine);
  return item(parts, 0, 0, broken);
}
