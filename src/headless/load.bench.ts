/** The first load in kB, of the build in `dist`: `npm run bench -- load`, after `npm run build`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { keepSection } from './bench/report.ts';

const BAR = 300;

/** What `index.html` asks for before anything is clicked: its scripts and what those import at once. */
function firstLoad(): { scripts: number; styles: number } | null {
  const dist = new URL('../../dist/', import.meta.url);
  if (!existsSync(dist)) return null;
  const assets = new URL('assets/', dist);
  const html = readFileSync(new URL('index.html', dist), 'utf8');
  const wanted = new Set([...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map((match) => match[1] ?? ''));
  for (const name of wanted) {
    if (!name.endsWith('.js')) continue;
    const script = readFileSync(new URL(name, assets), 'utf8');
    for (const match of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (match[1]) wanted.add(match[1]);
  }
  const all = readdirSync(assets).filter((name) => wanted.has(name));
  const size = (end: string) =>
    all
      .filter((name) => name.endsWith(end))
      .reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, assets))).length, 0) / 1000;
  return { scripts: size('.js'), styles: size('.css') };
}

const load = firstLoad();
if (load) {
  const told = `first load, gzip: ${load.scripts.toFixed(0)} kB of script (bar ${BAR}), ${load.styles.toFixed(0)} kB of styles`;
  console.log(`${load.scripts <= BAR ? 'within' : 'ABOVE '}  ${told}`);
  keepSection('load', load);
} else console.log('first load: not measured, run `npm run build` first');
