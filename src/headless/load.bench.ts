/** The first load in kB, of the build in `dist`: `npm run bench -- load`, after `npm run build`. */
import { existsSync } from 'node:fs';
import { firstLoad, firstLoadBar } from './bench/first-load.ts';
import { keepSection } from './bench/report.ts';

const dist = new URL('../../dist/', import.meta.url);
if (existsSync(dist)) {
  const load = firstLoad(dist);
  const { scripts, styles, after } = load;
  const told = `first load, gzip: ${scripts.toFixed(0)} kB of script (bar ${firstLoadBar}), ${styles.toFixed(0)} kB of styles`;
  console.log(`${scripts <= firstLoadBar ? 'within' : 'ABOVE '}  ${told}`);
  console.log(
    `        right after the first paint, for the library's projects and its sample: ${after.toFixed(0)} kB more`,
  );
  keepSection('load', load);
} else console.log('first load: not measured, run `npm run build` first');
