/** Random formula texts for property tests: from the grammar, and broken by mutation. Seeded by fast-check. */
import fc from 'fast-check';
import { functions } from '../functions/registry.ts';
import { arityOf, parameterAt } from '../functions/arity.ts';
import type { Scope } from '../scope.ts';
import { tokenize, writeName, writeTableColumn } from '../tokens.ts';

const literal = fc.oneof(
  fc.integer({ min: -5, max: 50_000 }).map(String),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
  fc.constantFrom(
    'TRUE',
    'false',
    '""',
    '"abc"',
    '"12"',
    '">=10"',
    '"A*?~*"',
    '"2024-01-31"',
    '#N/A',
    '#DIV/0!',
    '12%',
    '1e3',
    '1e308',
    '5e-324',
    '-0',
    '2.5',
    '45000',
    '"e\u0301"',
    '"É"',
    '"张伟"',
    '"TRUE"',
  ),
);

function namesOf(scope: Scope): fc.Arbitrary<string> {
  const names = [...scope.columns, ...scope.parameters].map((info) => writeName(info.key));
  const states = (scope.prior ?? []).map((info) => writeTableColumn('prior', info.key));
  return fc.constantFrom(...names, ...states, 'QTY');
}

function columnsOf(scope: Scope): fc.Arbitrary<string> {
  const columns = [...scope.tables].flatMap(([table, infos]) => infos.map((info) => writeTableColumn(table, info.key)));
  return fc.constantFrom(
    ...columns,
    ...[...scope.tables.keys()].map((table) => `${table}[]`),
    '{1,2;3,4}',
    '{"a","b"}',
    '{1}',
  );
}

const operator = fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>=');
const space = fc.constantFrom('', '', '', ' ', '\n', ' /* note */ ', '　');

/** A call with as many arguments as the function takes, ranges where it wants columns. */
function callOf(scope: Scope, inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.constantFrom(...functions).chain((spec) => {
    const { least, most, group, fixed } = arityOf(spec);
    const top = Math.min(most, least + 3);
    return fc.integer({ min: least, max: top }).chain((wanted) => {
      const count = group > 1 ? fixed + Math.max(0, Math.floor((wanted - fixed) / group)) * group : wanted;
      const args = Array.from({ length: count }, (_, i) => {
        const kind = parameterAt(spec, i)?.kind;
        if (kind === 'binding') return fc.constant('it');
        return kind === 'range' ? fc.oneof(columnsOf(scope), inner) : inner;
      });
      return fc.tuple(fc.tuple(...args), fc.boolean(), space).map(([texts, small, gap]) => {
        const name = small ? spec.name.toLowerCase() : spec.name;
        return `${name}(${texts.join(`,${gap}`)})`;
      });
    });
  });
}

/** Names that LET binds: a column's and a parameter's among them, which it hides. */
const local = fc.constantFrom('it', 'it', 'IT', 'amount', 'rate', 'x');

function letOf([a, b, first, second, body]: readonly [string, string, string, string, string]): string {
  return `LET(${a},${first},${b},IFERROR(${a}+1,${second}),IF(${a}=${b},${body},${b}))`;
}

/** Formulas that mostly check in the scope. */
export function formulaOf(scope: Scope): fc.Arbitrary<string> {
  return fc.letrec<{ formula: string }>((tie) => {
    const inner = tie('formula');
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        { weight: 2, arbitrary: fc.oneof(literal, namesOf(scope)) },
        { weight: 3, arbitrary: fc.tuple(inner, space, operator, space, inner).map((parts) => parts.join('')) },
        { weight: 1, arbitrary: inner.map((text) => `(${text})`) },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom('-', '+', '--'), inner).map(([sign, text]) => `${sign}${text}`),
        },
        { weight: 1, arbitrary: inner.map((text) => `(${text})%`) },
        { weight: 3, arbitrary: callOf(scope, inner) },
        { weight: 1, arbitrary: fc.tuple(inner, inner).map(([value, rest]) => `LET(it,${value},${rest}&it)`) },
        { weight: 1, arbitrary: fc.tuple(local, local, inner, inner, inner).map(letOf) },
        { weight: 1, arbitrary: inner.map((text) => `MAXIMIZE(it,-1,3,it*(2-it)+N(${text}))`) },
      ),
    };
  }).formula;
}

const debris = fc.constantFrom(
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  ',',
  ';',
  '/*',
  '*/',
  '#',
  '$',
  '“',
  '）',
  '，',
  '[[',
  ']]',
  '%',
  '..',
  '1e',
  '\u0000',
  '\u0007',
  '\u200d',
  '\u0301',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '😀',
  '&&',
  '||',
  '==',
  '!',
  '!=',
  "'",
  '‘',
  '、',
  '；',
  '≥',
  '÷',
  '［',
  '】',
  '\r\n',
  '\u2028',
  'IF(',
  '{1',
  '-',
  '=',
  'LET(',
  'prior[',
);

/** The same, with whole tokens left out, doubled, swapped or put in. */
export function shuffledFormulaOf(scope: Scope): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('drop', 'double', 'swap', 'put'),
    put: debris,
    gap: fc.constantFrom('', ' ', '\n'),
  });
  return fc.tuple(formulaOf(scope), fc.array(change, { minLength: 1, maxLength: 4 })).map(([text, changes]) => {
    const tokens = tokenize(text).tokens.map(({ span }) => text.slice(span.start, span.end));
    let glue = '';
    for (const { at, how, put, gap } of changes) {
      if (tokens.length === 0) break;
      const i = at % tokens.length;
      const token = tokens[i] ?? '';
      if (how === 'drop') tokens.splice(i, 1);
      else if (how === 'double') tokens.splice(i, 0, token);
      else if (how === 'put') tokens.splice(i, 0, put);
      else tokens.splice(i, 2, tokens[i + 1] ?? '', token);
      glue = gap;
    }
    return tokens.join(glue);
  });
}

/** The same, with pieces cut out, doubled or put in. */
export function brokenFormulaOf(scope: Scope): fc.Arbitrary<string> {
  const cut = fc.record({ at: fc.nat(), length: fc.nat({ max: 6 }), put: fc.oneof(debris, fc.constant('')) });
  return fc.tuple(formulaOf(scope), fc.array(cut, { minLength: 1, maxLength: 5 })).map(([text, cuts]) =>
    cuts.reduce((broken, { at, length, put }) => {
      const place = broken.length === 0 ? 0 : at % broken.length;
      return broken.slice(0, place) + put + broken.slice(place + length);
    }, text),
  );
}
