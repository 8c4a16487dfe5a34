/**
 * Addresses of the screens, in the part after `#`: `/` is the library, `/p/<project>/<tab>` a project with one of its tabs in front,
 * `/help/<entry>` the help on formulas. */

export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'help'; readonly entry: string | undefined }
  | { readonly screen: 'project'; readonly project: string; readonly tab: string | undefined };

export function parseRoute(path: string): Route {
  const [first, project, tab] = path.split('/').filter(Boolean);
  if (first === 'help') {
    const entry = path.split('/').filter(Boolean).slice(1).map(decoded).join('/');
    return { screen: 'help', entry: entry === '' ? undefined : entry };
  }
  if (first !== 'p' || project === undefined) return { screen: 'library' };
  return { screen: 'project', project: decoded(project), tab: tab === undefined ? undefined : decoded(tab) };
}

export function routePath(route: Route): string {
  if (route.screen === 'library') return '/';
  if (route.screen === 'help')
    return route.entry === undefined ? '/help' : `/help/${route.entry.split('/').map(encodeURIComponent).join('/')}`;
  const tab = route.tab === undefined ? '' : `/${encodeURIComponent(route.tab)}`;
  return `/p/${encodeURIComponent(route.project)}${tab}`;
}

/** Addresses are typed by people too: what does not decode stands as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
