/** What a built app makes a browser load before anything is clicked, in kB of gzip. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The most that may be asked for before the first paint. */
export const firstLoadBar = 300;

export interface FirstLoad {
  /** Scripts of the first paint: what `index.html` asks for and what that imports at once. */
  readonly scripts: number;
  readonly styles: number;
  /** Scripts that the library asks for right after it: the store, the kinds, the compiler for the sample. */
  readonly after: number;
}

/** `dist` ends with a slash. */
export function firstLoad(dist: URL): FirstLoad {
  const assets = new URL('assets/', dist);
  const all = readdirSync(assets);
  const html = readFileSync(new URL('index.html', dist), 'utf8');
  const wanted = new Set([...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map((match) => match[1] ?? ''));
  if (![...wanted].some((name) => name.endsWith('.js'))) throw new Error('index.html asks for no script');
  withImports(wanted, assets);
  const feed = all.filter((name) => /^library-feed-.*\.js$/.test(name));
  if (feed.length !== 1) throw new Error(`one script feeds the library, not ${feed.length}`);
  const later = new Set([...wanted, ...feed]);
  withImports(later, assets);
  const size = (names: Iterable<string>, end: string) =>
    [...names]
      .filter((name) => name.endsWith(end) && all.includes(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, assets))).length, 0) / 1000;
  const scripts = size(wanted, '.js');
  return { scripts, styles: size(wanted, '.css'), after: size(later, '.js') - scripts };
}

/** Adds what the scripts import at once, and what that imports. */
function withImports(names: Set<string>, assets: URL): void {
  for (const name of names) {
    if (!name.endsWith('.js')) continue;
    const script = readFileSync(new URL(name, assets), 'utf8');
    for (const match of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (match[1]) names.add(match[1]);
  }
}
