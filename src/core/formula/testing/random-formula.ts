/** Random formula texts for property tests: from the grammar, and broken by mutation. Seeded by fast-check. */
import fc from 'fast-check';
import { functions } from '../functions/registry.ts';
import { arityOf, parameterAt } from '../functions/arity.ts';
import type { Scope } from '../scope.ts';
import { writeName, writeTableColumn } from '../tokens.ts';

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
  '😀',
  'LET(',
  'prior[',
);

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
