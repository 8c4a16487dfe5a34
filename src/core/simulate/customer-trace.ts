/** One customer's story: the same simulation with this customer alone, told step by step with times and reasons. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../formula/expression.ts';
import { valueOf as plainValue } from '../formula/evaluate/matrix.ts';
import type { Bilingual, Language } from '../problem/problem.ts';
import type { NodeKey } from '../program/flow-program.ts';
import { namesAndValues, type Said } from '../execute/say-formula.ts';
import { sayValue } from '../execute/say-value.ts';
import type { Happening } from './happening.ts';
import { readyFlow, type ReadyFlow, type Subject } from './ready-flow.ts';
import { sayInstant, sayStretch } from './say-instant.ts';
import { simulateAll, type SimulationInput } from './simulate.ts';
import type { Refusal } from './simulation-result.ts';
import type { Visit, Waiting } from './step.ts';
import { serialOfInstant } from './virtual-clock.ts';

export interface TraceEntry {
  /** Serial days. */
  readonly at: number;
  readonly node: NodeKey;
  readonly label: string;
  readonly what:
    'away' | 'held-out' | 'entered' | 'moved' | 'waits' | 'acted' | 'refused' | 'goal' | 'ended' | 'failed';
  /** The port by which the node was left, where it was. */
  readonly port?: string;
  readonly sentence: Bilingual;
}

export interface CustomerTrace {
  readonly customer: string;
  readonly found: boolean;
  readonly entries: readonly TraceEntry[];
  /** Where the last visit stands at the end; absent where it is over. */
  readonly waitsAt?: NodeKey;
}

const both = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

export function traceCustomer(input: SimulationInput, customer: string): CustomerTrace {
  const flow = readyFlow(input.program, input);
  const entries: TraceEntry[] = [];
  const result = simulateAll(input, {
    customer,
    observe: (happening) => entries.push(...entriesOf(flow, happening)),
  });
  const waitsAt = Object.entries(result.nodes).find(([, counts]) => counts.waiting > 0)?.[0];
  return {
    customer,
    found: result.customers > 0,
    entries,
    ...(waitsAt === undefined ? {} : { waitsAt }),
  };
}

function entriesOf(flow: ReadyFlow, happening: Happening): TraceEntry[] {
  const { node, now } = happening;
  const entry = (what: TraceEntry['what'], sentence: Bilingual, port?: string): TraceEntry => ({
    at: serialOfInstant(now),
    node: node.key,
    label: node.node.origin.label,
    what,
    sentence,
    ...(port === undefined ? {} : { port }),
  });
  switch (happening.what) {
    case 'not-entered': {
      const subject: Subject = { row: happening.row, variables: {}, now };
      return [entry('away', sayAway(flow, happening, subject))];
    }
    case 'held-out':
    case 'kept-in': {
      const { percent = 0 } = flow.program.header.holdout ?? {};
      const dice = (happening.dice * 100).toFixed(1);
      return happening.what === 'held-out'
        ? [
            entry(
              'held-out',
              both(`Held out: the dice show ${dice}, below ${percent}.`, `留作对照：骰子为 ${dice}，小于 ${percent}。`),
            ),
          ]
        : [
            entry(
              'moved',
              both(
                `Not held out: the dice show ${dice}, ${percent} or more.`,
                `未留作对照：骰子为 ${dice}，不小于 ${percent}。`,
              ),
            ),
          ];
    }
    case 'criterion': {
      const { criterion } = happening;
      const name = criterion.key;
      if (!criterion.isGoal) return [entry('ended', both(`Leaves: “${name}” holds.`, `离开：“${name}”成立。`))];
      return [
        criterion.exits
          ? entry('goal', both(`Reached “${name}” and leaves.`, `达成“${name}”并离开。`))
          : entry('goal', both(`Reached “${name}”.`, `达成“${name}”。`)),
      ];
    }
    case 'looped':
      return [entry('failed', both('Stopped: it went round without a wait.', '已停止：循环中没有等待。'))];
    case 'dead-end':
      return [entry('ended', both('Nothing is connected here: the way ends.', '此处没有下一步，旅程到此为止。'))];
    case 'stepped':
      return stepped(flow, happening, entry);
  }
}

type Stepped = Extract<Happening, { readonly what: 'stepped' }>;
type MakeEntry = (what: TraceEntry['what'], sentence: Bilingual, port?: string) => TraceEntry;

function stepped(flow: ReadyFlow, { node: ready, visit, outcome, now }: Stepped, entry: MakeEntry): TraceEntry[] {
  const { node } = ready;
  const port = outcome.then === 'go' ? ready.ports[outcome.port] : undefined;
  if (outcome.then === 'fail') {
    const { error } = outcome;
    const values = ready.expressions[outcome.place];
    const told = values ? explained(flow, values.expression, visit) : both('', '');
    return [
      entry(
        'failed',
        both(`Failed: ${told.en || 'a formula'} gives ${error}.`, `失败：${told['zh-CN'] || '公式'}得到 ${error}。`),
      ),
    ];
  }
  if (outcome.then === 'wait') {
    const due = (language: Language) => sayInstant(outcome.due, language);
    const left = (language: Language) => sayStretch(outcome.due - now, language);
    const why = waitWords[outcome.why];
    return [entry('waits', both(why.en(due('en'), left('en')), why['zh-CN'](due('zh-CN'), left('zh-CN'))))];
  }
  if (outcome.intent) {
    const { refused, fields } = outcome.intent;
    if (refused !== undefined) return [entry('refused', refusedWords[refused], port)];
    const list = (language: Language) =>
      Object.entries(fields).map(([key, value]) => `${key} ${sayValue(value, { type: 'text' }, language)}`);
    const done =
      actWords[outcome.intent.effect] ?? both(`Done: ${outcome.intent.effect}`, `已执行：${outcome.intent.effect}`);
    const tell = (language: Language, stop: string) => {
      const told = list(language);
      const colon = language === 'en' ? ': ' : '：';
      return `${done[language]}${told.length > 0 ? colon : ''}${told.join(language === 'en' ? ', ' : '，')}${stop}`;
    };
    return [entry('acted', both(tell('en', '.'), tell('zh-CN', '。')), port)];
  }
  switch (node.node) {
    case 'entry':
      return [entry('entered', sayEntered(flow, ready.expressions['where']?.expression, visit), port)];
    case 'branch':
      return [entry('moved', sayBranch(flow, node.cases, port, visit), port)];
    case 'split': {
      const dice = ((outcome.dice ?? 0) * 100).toFixed(1);
      const name = (port ?? '').toUpperCase();
      return [entry('moved', both(`The dice show ${dice}: way ${name}.`, `骰子为 ${dice}：走 ${name} 路。`), port)];
    }
    case 'set': {
      const told = (language: Language) =>
        (outcome.set ?? [])
          .map(({ key, value }) => `${key} = ${sayValue(value, { type: 'mixed' }, language)}`)
          .join(', ');
      return [entry('moved', both(`Set ${told('en')}.`, `设置 ${told('zh-CN')}。`), port)];
    }
    case 'mark':
      return [entry('goal', both(`Reached “${node.goal}”.`, `达成“${node.goal}”。`), port)];
    case 'exit':
      return [entry('ended', both('The journey ends here.', '旅程在此结束。'))];
    case 'wait':
      return [entry('moved', both('Nothing to wait for.', '无需等待。'), port)];
    default:
      return [entry('moved', both('Went on.', '继续。'), port)];
  }
}

const waitWords: { readonly [W in Waiting]: Record<Language, (due: string, left: string) => string> } = {
  duration: {
    en: (due, left) => `Waits ${left}, until ${due}.`,
    'zh-CN': (due, left) => `等待 ${left}，直到 ${due}。`,
  },
  until: { en: (due) => `Waits until ${due}.`, 'zh-CN': (due) => `等到 ${due}。` },
  window: { en: (due) => `Waits for the time window, ${due}.`, 'zh-CN': (due) => `等待时间窗口：${due}。` },
  'quiet-hours': { en: (due) => `Quiet hours: waits until ${due}.`, 'zh-CN': (due) => `免打扰时段：等到 ${due}。` },
  cap: {
    en: (due) => `Was sent enough lately: waits until ${due}.`,
    'zh-CN': (due) => `近期发送已达上限：等到 ${due}。`,
  },
};

const refusedWords: { readonly [R in Refusal]: Bilingual } = {
  consent: both('Not sent: there is no consent.', '未发送：客户未同意。'),
  address: both('Not sent: there is no address.', '未发送：没有地址。'),
  'quiet-hours': both('Not sent: quiet hours.', '未发送：处于免打扰时段。'),
  cap: both('Not sent: was sent enough lately.', '未发送：近期发送已达上限。'),
};

const actWords: Readonly<Record<string, Bilingual>> = {
  email: both('E-mail sent', '已发送邮件'),
  call: both('Call task made', '已创建电话任务'),
};

function sayEntered(flow: ReadyFlow, where: Expression | undefined, visit: Visit): Bilingual {
  const again = visit.entry > 1;
  const start = again ? both(`Came in, time ${visit.entry}`, `第 ${visit.entry} 次进入`) : both('Came in', '进入');
  if (!where) return both(`${start.en}.`, `${start['zh-CN']}。`);
  const told = explained(flow, where, visit);
  return both(`${start.en}: ${told.en} holds.`, `${start['zh-CN']}：${told['zh-CN']} 成立。`);
}

function sayAway(flow: ReadyFlow, happening: Extract<Happening, { what: 'not-entered' }>, subject: Subject): Bilingual {
  const where = happening.node.expressions['where']?.expression;
  switch (happening.why) {
    case 'condition': {
      const told = where ? explained(flow, where, subject) : both('', '');
      return both(`Did not come in: ${told.en} does not hold.`, `未进入：${told['zh-CN']} 不成立。`);
    }
    case 'error':
      return both('Did not come in: its formula gives an error.', '未进入：公式得到错误。');
    case 'no-instant':
      return both('Did not come in: there is no date to come in at.', '未进入：没有进入日期。');
    case 'too-early':
      return both('Did not come in: the date lies before the simulation.', '未进入：日期早于模拟开始。');
    case 're-entry':
      return both('Did not come in again: the re-entry rule does not allow it.', '未再次进入：重入规则不允许。');
  }
}

function sayBranch(
  flow: ReadyFlow,
  cases: readonly { readonly port: string; readonly when: Expression }[],
  port: string | undefined,
  visit: Visit,
): Bilingual {
  const taken = cases.find((one) => one.port === port);
  const asked = taken ?? cases.at(-1);
  const told = asked ? explained(flow, asked.when, visit) : both('', '');
  return taken
    ? both(`Yes: ${told.en} holds.`, `是：${told['zh-CN']} 成立。`)
    : both(`No: ${told.en} does not hold.`, `否：${told['zh-CN']} 不成立。`);
}

/** `seats >= 50 (62 >= 50)`. */
function explained(flow: ReadyFlow, expression: Expression, subject: Subject): Bilingual {
  const values = new Map<Expression, Value>();
  const run = compileScalar(expression, (part, value) => values.set(part, plainValue(value)));
  const environment = flow.environment(subject);
  run(environment);
  const columns = new Map<string, ColumnInfo>((flow.program.customers.columns ?? []).map((one) => [one.key, one]));
  const said: Said = {
    valueOf: (part) => values.get(part) ?? null,
    leafOf(part) {
      const today = part.node === 'call' && part.args.length === 0;
      if (part.node !== 'column' && part.node !== 'parameter' && !today) return undefined;
      const key = part.node === 'call' ? `${part.name}()` : part.key;
      const info = part.node === 'column' ? columns.get(key) : undefined;
      const type =
        info?.type ?? (part.type === 'any' || part.type === 'blank' || part.type === 'array' ? 'mixed' : part.type);
      const format = info?.format;
      const value = part.node === 'column' ? environment.column(part.key) : (values.get(part) ?? null);
      return { label: both(key, key), value, shown: { type, ...(format ? { format } : {}) } };
    },
  };
  return both(namesAndValues(expression, said, 'en'), namesAndValues(expression, said, 'zh-CN'));
}
