// Runs the rules of layers.cjs over a tree: once with type imports, once without them for cycles and for what a file reaches.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type IForbiddenRuleType, type ICruiseResult } from 'dependency-cruiser';

const require = createRequire(import.meta.url);
const { forbidden } = require('./layers.cjs') as { forbidden: IForbiddenRuleType[] };

export interface LayerReport {
  readonly modules: number;
  /** One line per breach: `rule: from → to`. */
  readonly breaches: readonly string[];
}

/** Cycles and reach are judged on what runs: an `import type` is gone by then. */
const isOfRunning = (rule: IForbiddenRuleType) => 'to' in rule && ('reachable' in rule.to || 'circular' in rule.to);

async function cruiseOnce(baseDir: string, rules: IForbiddenRuleType[], withTypes: boolean): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir,
      ruleSet: { forbidden: rules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: 'host\\.d\\.ts$' },
      tsPreCompilationDeps: withTypes,
      moduleSystems: ['es6', 'cjs'],
      outputType: 'json',
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      conditionNames: ['import', 'browser', 'types', 'default'],
      exportsFields: ['exports'],
    },
  );
  return (typeof output === 'string' ? JSON.parse(output) : output) as ICruiseResult;
}

/** Checks the `src` folder below `baseDir`. Zero modules would mean that nothing was read: that throws. */
export async function checkLayers(baseDir: string): Promise<LayerReport> {
  const typed = await cruiseOnce(
    baseDir,
    forbidden.filter((rule) => !isOfRunning(rule)),
    true,
  );
  const running = await cruiseOnce(baseDir, forbidden.filter(isOfRunning), false);
  const sources = typed.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source));
  if (sources.length === 0) throw new Error(`No modules were read below ${baseDir}/src`);
  const breaches = [...typed.summary.violations, ...running.summary.violations].map(
    (found) =>
      `${found.rule.name}: ${[found.from, ...(found.cycle ?? found.via ?? [{ name: found.to }]).map((at) => at.name)].join(' → ')}`,
  );
  return { modules: sources.length, breaches: [...new Set(breaches)] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = resolve(import.meta.dirname, '..');
  if (!existsSync(resolve(root, 'src/layers.cjs'))) throw new Error('Run this inside the project');
  const { modules, breaches } = await checkLayers(root);
  for (const line of breaches) console.error(line);
  console.log(`${modules} modules, ${breaches.length} breaches of the layers`);
  if (breaches.length > 0) process.exitCode = 1;
}
