/**
 * Brings documents of earlier versions forward, one version at a time, on raw data. A migration may meet anything a file can hold: what it does not
 * understand it passes on, and the schema reports it afterwards.
 */

type Raw = Readonly<Record<string, unknown>>;
export type Migration = (document: Raw) => Raw;

/** From version n (the key) to n + 1. */
export const migrations: Readonly<Record<number, Migration>> = { 1: fromFirst };

/** Version 1: nodes had `type`, edges were texts `"a.out->b.in"`, parameters had `default`; layouts and tests were optional. */
function fromFirst(document: Raw): Raw {
  return {
    ...document,
    calendars: document['calendars'] ?? [],
    parameters: each(document['parameters'] ?? [], (parameter) => renamed(parameter, 'default', 'value')),
    designs: each(document['designs'] ?? [], (design) =>
      design['kind'] === 'plan'
        ? {
            ...design,
            nodes: eachOf(design['nodes'], (node) => renamed(node, 'type', 'kind')),
            edges: Array.isArray(design['edges']) ? design['edges'].map(edgeFromText) : (design['edges'] ?? []),
            layout: design['layout'] ?? {},
            tests: design['tests'] ?? [],
          }
        : design,
    ),
  };
}

function edgeFromText(edge: unknown): unknown {
  const parts = typeof edge === 'string' ? /^([^.]+)\.([^.]+)->([^.]+)\.([^.]+)$/.exec(edge.replace(/\s+/g, '')) : null;
  if (!parts) return edge;
  const [, from, out, to, into] = parts;
  return { from: { node: from, port: out }, to: { node: to, port: into } };
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function each(list: unknown, change: (one: Raw) => unknown): unknown {
  return Array.isArray(list) ? list.map((one: unknown) => (isRaw(one) ? change(one) : one)) : list;
}
function eachOf(record: unknown, change: (one: Raw) => unknown): unknown {
  if (!isRaw(record)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, isRaw(one) ? change(one) : one]));
}
/** The same object with one key under another name, in its place. */
function renamed(object: Raw, from: string, to: string): Raw {
  if (!(from in object) || to in object) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}
