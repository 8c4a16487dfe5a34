import { z } from 'zod';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../verb.ts';

/** Every kind with its props' JSON Schema, ports and words. */
export const kinds: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 0, flags: ['json'] });
  const all = [...catalog.nodes.values()];
  const fields = [...catalog.fields.values()];
  if (!args.flag('json')) {
    for (const { kind, family, words } of all)
      streams.out(`${kind.padEnd(14)} ${family.padEnd(9)} ${words.en.label}: ${words.en.summary}\n`);
    for (const { kind, group, words } of fields)
      streams.out(`${kind.padEnd(14)} ${`field:${group}`.padEnd(9)} ${words.en.label}: ${words.en.summary}\n`);
    return 0;
  }
  const plan = all.map(({ kind, version, family, icon, words, props, defaults, inputs, outputs, inspector }) => ({
    kind,
    version,
    family,
    icon,
    words,
    props: z.toJSONSchema(props as z.ZodType, { io: 'input' }),
    defaults,
    inputs,
    outputs,
    inspector,
  }));
  const form = fields.map(({ kind, version, group, icon, words, holds, props, defaults, inspector }) => ({
    kind,
    version,
    group,
    icon,
    words,
    holds,
    props: z.toJSONSchema(props as z.ZodType, { io: 'input' }),
    defaults,
    inspector,
  }));
  streams.out(`${JSON.stringify([...plan, ...form], null, 2)}\n`);
  return 0;
};
