/** Addresses of the screens, in the part after `#`: `/` is the library, `/p/<project>/<tab>` a project with one of its tabs in front. */

export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'project'; readonly project: string; readonly tab: string | undefined };

export function parseRoute(path: string): Route {
  const [first, project, tab] = path.split('/').filter(Boolean);
  if (first !== 'p' || project === undefined) return { screen: 'library' };
  return { screen: 'project', project: decoded(project), tab: tab === undefined ? undefined : decoded(tab) };
}

export function routePath(route: Route): string {
  if (route.screen === 'library') return '/';
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
