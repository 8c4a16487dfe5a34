import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from './run-command.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'templates/commission-plan');
const expected = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8')) as Record<
  string,
  { readonly rows: readonly Readonly<Record<string, unknown>>[] }
>;
const scratch = mkdtempSync(join(tmpdir(), 'saleswright-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const file = (name: string, text?: string | Uint8Array) => {
  const path = join(scratch, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

function saleswright(...argv: string[]) {
  let out = '';
  let err = '';
  const code = runCommand(argv, { out: (text) => (out += text), err: (text) => (err += text), folder: root });
  return { code, out, err };
}
const commission = ['--design', 'q3-commission', '--as-of', '2026-10-01'];
const payouts = (csv: string): Readonly<Record<string, number>> => {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const at = header.split(',').indexOf('payout');
  return Object.fromEntries(
    lines.map((line): [string, number] => [line.split(',')[0] ?? '', Number(line.split(',')[at])]),
  );
};
const wanted = Object.fromEntries((expected['q3-commission']?.rows ?? []).map((row) => [row['person'], row['payout']]));

describe('run', () => {
  test('writes every payout of the sample to the cent; warnings go to standard error', () => {
    const { code, out, err } = saleswright('run', sample, ...commission);
    expect(code).toBe(0);
    expect(payouts(out)).toEqual(wanted);
    expect(err).toMatch(/^warning kind\.says q3-commission\/attainment: 2 people have credits but no quota: /);
  });

  test('twice gives the same bytes, and so do a file with data beside it and a bundle', () => {
    const [first, second] = [saleswright('run', sample, ...commission), saleswright('run', sample, ...commission)];
    expect(second.out).toBe(first.out);
    const names = [
      'project.json',
      ...['deals', 'people', 'quotas', 'splits', 'hierarchy'].map((key) => `data/${key}.csv`),
    ];
    const bundle = zipSync(
      Object.fromEntries(names.map((name) => [`plan/${name}`, new Uint8Array(readFileSync(join(sample, name)))])),
    );
    expect(saleswright('run', file('plan.zip', bundle), ...commission).out).toBe(first.out);
    expect(saleswright('run', join(sample, 'project.json'), ...commission).out).toBe(first.out);
  });

  test('a parameter and a table given on the command line take effect', () => {
    const { out } = saleswright(
      'run',
      sample,
      ...commission,
      '--param',
      'pay_cap=1000',
      '--param',
      'accelerator_multiple=1',
    );
    expect(Math.max(...Object.values(payouts(out)))).toBe(1000);
    const deals = file('deals.csv', 'deal,owner,stage,closed,amount\nD-1,Mei Lin,Won,2026-07-09,330000\n');
    const one = payouts(
      saleswright(
        'run',
        sample,
        ...commission,
        '--table',
        `deals=${deals}`,
        '--table',
        `splits=${file('none.csv', 'deal,person,share,overlay\n')}`,
      ).out,
    );
    expect(one['Mei Lin']).toBe(13_200);
    expect(Object.values(one).filter((pay) => pay !== 0)).toEqual([13_200]);
  });

  test('the table of any node, as JSON with ISO dates', () => {
    const out = file('won.json');
    expect(saleswright('run', sample, ...commission, '--node', 'won', '--out', out)).toMatchObject({
      code: 0,
      out: '',
    });
    const rows = JSON.parse(readFileSync(out, 'utf8')) as readonly Readonly<Record<string, unknown>>[];
    expect(rows.length).toBeGreaterThan(3000);
    expect(rows.every((row) => row['stage'] === 'Won' && String(row['closed']) >= '2026-07-01')).toBe(true);
  });
});

describe('explain', () => {
  test('says why, in both languages, and where to ask on', () => {
    const { code, out } = saleswright('explain', sample, ...commission, '--row', '0', '--column', 'base');
    expect(code).toBe(0);
    const why = JSON.parse(out) as { sentence: unknown; inputs: readonly { name: string }[] };
    expect(why).toMatchObject({ node: 'base', how: { by: 'bands', mode: 'retroactive', measured: 'ratio' } });
    expect(why.sentence).toMatchObject({
      en: expect.any(String) as string,
      'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]/) as string,
    });
    expect(why.inputs.map((one) => one.name)).toContain('credited');
  });
});

describe('projects', () => {
  test('validate is silent on standard error where all is fine', () => {
    expect(saleswright('validate', sample)).toEqual({ code: 0, out: 'fine\n', err: '' });
  });

  test('edit breaks a formula, validate names the place, diff leads from one to the other', () => {
    const edits = file(
      'edits.json',
      JSON.stringify([
        { op: 'node.prop', design: 'q3-commission', node: 'won', path: ['where'], value: 'stag = "Won"' },
        { op: 'parameter.set', parameter: 'pay_cap', patch: { value: 30_000 } },
      ]),
    );
    const changed = file('changed.saleswright.json');
    expect(saleswright('edit', sample, '--edits', edits, '--out', changed)).toMatchObject({ code: 0, err: '' });
    const broken = saleswright('validate', changed);
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(/^error formula\.unknown-name q3-commission\/won\/where\[0-4\]: .*“stage”/m);
    const difference = JSON.parse(saleswright('diff', sample, changed).out) as {
      edits: unknown[];
      sentences: unknown[];
    };
    expect(difference.sentences).toHaveLength(2);
    const again = file('again.json', JSON.stringify(difference.edits));
    expect(saleswright('edit', sample, '--edits', again).out).toBe(readFileSync(changed, 'utf8'));
  });

  test('edits that cannot be made change nothing and exit with 1', () => {
    const edits = file('bad.json', JSON.stringify([{ op: 'design.remove', design: 'nowhere' }]));
    const { code, out, err } = saleswright('edit', sample, '--edits', edits);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^error edit\.not-found /);
  });

  test('test runs what the designs hold, and fails when a rate changes under them', () => {
    expect(saleswright('test', sample)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n7 passed, 0 failed\n$/) as string,
    });
    const edits = file(
      'rate.json',
      JSON.stringify([
        { op: 'node.prop', design: 'q3-commission', node: 'base', path: ['bands', 0, 'rate'], value: 0.5 },
      ]),
    );
    const changed = file('rate.saleswright.json');
    saleswright('edit', sample, '--edits', edits, '--out', changed);
    const { code, out, err } = saleswright('test', changed);
    expect(code).toBe(1);
    expect(out).toContain('not ok q3-commission: Below 80% the lowest rate pays');
    expect(err).toContain('row 0, base: 1600 expected, 40000 found');
  });

  test('generate gives the committed rows for the committed seed, others for another', () => {
    const committed = readFileSync(join(sample, 'data/deals.csv'), 'utf8');
    expect(saleswright('generate', sample, '--table', 'deals').out).toBe(committed);
    const other = saleswright('generate', sample, '--table', 'deals', '--rows', '3', '--seed', '7').out;
    expect(other.split('\n')).toHaveLength(5);
    expect(committed.startsWith(other)).toBe(false);
  });
});

describe('kinds, schema and eval', () => {
  test('kinds lists every kind with a schema of its props', () => {
    const kinds = JSON.parse(saleswright('kinds', '--json').out) as readonly {
      kind: string;
      props: { type: string };
    }[];
    expect(kinds.map((one) => one.kind)).toContain('bands');
    expect(kinds.every((one) => one.props.type === 'object')).toBe(true);
    expect(JSON.parse(saleswright('schema').out)).toMatchObject({ type: 'object' });
  });

  test('eval answers every formula, problems among values', () => {
    const formulas = file(
      'formulas.json',
      JSON.stringify([{ formula: '=ROUND(a,2)', row: { a: 1.005 } }, { formula: '=1+' }]),
    );
    expect(JSON.parse(saleswright('eval', formulas).out)).toMatchObject([
      1.01,
      { problem: expect.any(String) as string },
    ]);
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'Usage: saleswright'],
    [['dance'], 'there is no verb dance'],
    [['export', 'x'], 'export is not available in this version'],
    [['run', 'nowhere'], 'there is no nowhere'],
    [['run', sample], 'plans here: q3-commission, manager-override'],
    [['run', sample, '--design', 'x'], 'there is no plan x'],
    [['run', sample, ...commission, '--param', 'nope=1'], 'no parameter nope'],
    [['run', sample, ...commission, '--param', 'pay_cap=lots'], 'takes a number'],
    [['run', sample, ...commission, '--node', 'nope'], 'there is no node nope'],
    [['run', sample, '--sing'], 'there is no option --sing'],
    [['explain', sample, ...commission, '--row', '9999', '--column', 'payout'], '--row counts from 0'],
  ] as const)('%j exits with 2', (argv, message) => {
    const { code, out, err } = saleswright(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('a bundle that is none, or holds no project, is said', () => {
    expect(saleswright('validate', file('broken.zip', strToU8('PK nonsense'))).err).toContain('not a readable bundle');
    expect(saleswright('validate', file('empty.zip', zipSync({ 'a.txt': strToU8('x') }))).err).toContain(
      'holds no project.json',
    );
  });
});

test('the command of the package answers on a real process, with its exit code', () => {
  const spawned = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/headless/main.ts', 'run', sample, ...commission],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(spawned.status).toBe(0);
  expect(payouts(spawned.stdout)).toEqual(wanted);
});
