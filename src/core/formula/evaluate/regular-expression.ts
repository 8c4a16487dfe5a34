/**
 * Regular expressions for look-ups (match mode 3), run as an automaton: all ways through the pattern are walked side by side, so the work is at
 * most the text's length times the pattern's and no pattern can hang. What needs going back (back references, look-around) is no pattern here.
 */
type Test = (sign: string) => boolean;

type Step =
  | { readonly step: 'sign'; readonly test: Test }
  | { readonly step: 'start' | 'end' | 'edge' | 'inside' }
  /** Both ways are open; `jump` is a fork with one way. */
  | { readonly step: 'fork'; readonly to: readonly number[] };

export interface Expression {
  readonly steps: readonly Step[];
}

/** Repetition counts are written out: a pattern may not grow beyond this. */
const MOST_STEPS = 2000;

class Unreadable extends Error {}

type Node =
  | { readonly node: 'sign'; readonly test: Test }
  | { readonly node: 'start' | 'end' | 'edge' | 'inside' }
  | { readonly node: 'all' | 'any'; readonly parts: readonly Node[] }
  | { readonly node: 'times'; readonly part: Node; readonly least: number; readonly most: number };

const isDigit: Test = (sign) => /^\d$/.test(sign);
const isWord: Test = (sign) => /^[\p{L}\p{N}_]$/u.test(sign);
const isSpace: Test = (sign) => /^\s$/.test(sign);
const not =
  (test: Test): Test =>
  (sign) =>
    !test(sign);
const kinds: Readonly<Record<string, Test>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' };

function reader(pattern: string) {
  let signs = Array.from(pattern);
  let at = 0;
  let folds = false;
  if (pattern.startsWith('(?i)')) [signs, folds] = [signs.slice(4), true];

  const peek = () => signs[at];
  const next = () => {
    const sign = signs[at++];
    if (sign === undefined) throw new Unreadable();
    return sign;
  };
  const same = (a: string): Test => (folds ? (sign) => sign.toLowerCase() === a.toLowerCase() : (sign) => sign === a);

  /** The sign or kind after a backslash. */
  function escaped(): Test | string {
    const sign = next();
    if (kinds[sign]) return kinds[sign];
    if (controls[sign]) return controls[sign];
    if (/^[\p{L}\p{N}]$/u.test(sign)) throw new Unreadable();
    return sign;
  }

  function between(low: string, high: string): Test {
    const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
    if (from > to) throw new Unreadable();
    const holds: Test = (sign) => (sign.codePointAt(0) ?? 0) >= from && (sign.codePointAt(0) ?? 0) <= to;
    return folds ? (sign) => holds(sign.toLowerCase()) || holds(sign.toUpperCase()) : holds;
  }

  /** After `[`. */
  function set(): Node {
    const negative = peek() === '^';
    if (negative) at++;
    const tests: Test[] = [];
    for (let first = true; first || peek() !== ']'; first = false) {
      const sign = next();
      const low = sign === '\\' ? escaped() : sign;
      if (typeof low !== 'string') tests.push(low);
      else if (peek() === '-' && signs[at + 1] !== ']' && signs[at + 1] !== undefined) {
        at++;
        const end = next();
        const high = end === '\\' ? escaped() : end;
        if (typeof high !== 'string') throw new Unreadable();
        tests.push(between(low, high));
      } else tests.push(same(low));
    }
    at++;
    const holds: Test = (sign) => tests.some((test) => test(sign));
    return { node: 'sign', test: negative ? not(holds) : holds };
  }

  /** After `(`. */
  function group(depth: number): Node {
    if (peek() === '?') {
      at++;
      if (next() !== ':') throw new Unreadable();
    }
    const inner = choice(depth + 1);
    if (next() !== ')') throw new Unreadable();
    return inner;
  }

  function atom(depth: number): Node {
    const sign = next();
    if (sign === '(') return group(depth);
    if (sign === '[') return set();
    if (sign === '.') return { node: 'sign', test: (one) => one !== '\n' };
    if (sign === '^') return { node: 'start' };
    if (sign === '$') return { node: 'end' };
    if ('*+?{'.includes(sign)) throw new Unreadable();
    if (sign !== '\\') return { node: 'sign', test: same(sign) };
    if (peek() === 'b' || peek() === 'B') return { node: next() === 'b' ? 'edge' : 'inside' };
    const meant = escaped();
    return { node: 'sign', test: typeof meant === 'string' ? same(meant) : meant };
  }

  function count(): { least: number; most: number } | undefined {
    const sign = peek();
    const counts = sign === '{' ? /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(signs.slice(at, at + 12).join('')) : null;
    if (sign === '{' && !counts) throw new Unreadable();
    if (!counts && sign !== '*' && sign !== '+' && sign !== '?') return undefined;
    at += counts ? counts[0].length : 1;
    if (peek() === '?') at++; // Fewest first finds the same texts.
    if (!counts) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    const least = Number(counts[1]);
    const most = counts[3] ? Number(counts[3]) : counts[2] ? Infinity : least;
    if (most < least) throw new Unreadable();
    return { least, most };
  }

  function sequence(depth: number): Node {
    const parts: Node[] = [];
    for (let sign = peek(); sign !== undefined && sign !== '|' && sign !== ')'; sign = peek()) {
      const part = atom(depth);
      const times = count();
      parts.push(times ? { node: 'times', part, ...times } : part);
    }
    return { node: 'all', parts };
  }

  function choice(depth: number): Node {
    if (depth > 100) throw new Unreadable();
    const parts = [sequence(depth)];
    while (peek() === '|') {
      at++;
      parts.push(sequence(depth));
    }
    return parts.length === 1 ? (parts[0] as Node) : { node: 'any', parts };
  }

  const root = choice(0);
  if (at < signs.length) throw new Unreadable();
  return root;
}

function write(root: Node): Step[] {
  const steps: Step[] = [];
  const add = (step: Step) => {
    if (steps.length >= MOST_STEPS) throw new Unreadable();
    return steps.push(step) - 1;
  };
  /** A fork whose ways are known only later. */
  const fork = () => {
    const to: number[] = [];
    add({ step: 'fork', to });
    return to;
  };

  function lay(node: Node): void {
    if (node.node === 'sign') add({ step: 'sign', test: node.test });
    else if (node.node === 'all') node.parts.forEach(lay);
    else if (node.node === 'any') {
      const ways = fork();
      const ends = node.parts.map((part) => {
        ways.push(steps.length);
        lay(part);
        return fork();
      });
      for (const end of ends) end.push(steps.length);
    } else if (node.node === 'times') {
      for (let i = 0; i < node.least; i++) lay(node.part);
      if (node.most === Infinity) {
        const start = steps.length;
        const ways = fork();
        ways.push(steps.length);
        lay(node.part);
        add({ step: 'fork', to: [start] });
        ways.push(steps.length);
      } else {
        const ways = Array.from({ length: node.most - node.least }, () => {
          const way = fork();
          way.push(steps.length);
          lay(node.part);
          return way;
        });
        for (const way of ways) way.push(steps.length);
      }
    } else add({ step: node.node });
  }

  lay(root);
  return steps;
}

/** Undefined for what is no pattern, or one that this automaton cannot run. `(?i)` in front: without case. */
export function readExpression(pattern: string): Expression | undefined {
  try {
    return { steps: write(reader(pattern)) };
  } catch (fault) {
    if (fault instanceof Unreadable) return undefined;
    throw fault;
  }
}

/** Whether the pattern stands anywhere in the text. */
export function findsIn({ steps }: Expression, text: string): boolean {
  const signs = Array.from(text);
  const seen = new Int32Array(steps.length).fill(-1);

  const stands = (step: Exclude<Step['step'], 'sign' | 'fork'>, at: number) => {
    if (step === 'start') return at === 0;
    if (step === 'end') return at === signs.length;
    const edge = isWord(signs[at - 1] ?? '') !== isWord(signs[at] ?? '');
    return edge === (step === 'edge');
  };

  /** Follows what takes no sign, from `from` on; true where the pattern is over. */
  function follow(from: number, at: number, waiting: number[]): boolean {
    const open = [from];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const step = steps[place];
      if (!step) return true;
      if (seen[place] === at) continue;
      seen[place] = at;
      if (step.step === 'sign') waiting.push(place);
      else if (step.step === 'fork') open.push(...step.to);
      else if (stands(step.step, at)) open.push(place + 1);
    }
    return false;
  }

  let waiting: number[] = [];
  for (let at = 0; at <= signs.length; at++) {
    const before = waiting;
    waiting = [];
    for (const place of before) {
      const step = steps[place];
      if (step?.step === 'sign' && step.test(signs[at - 1] ?? '') && follow(place + 1, at, waiting)) return true;
    }
    if (follow(0, at, waiting)) return true;
  }
  return false;
}
