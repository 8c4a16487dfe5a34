// Runs before the first paint, from a file of its own because the page's policy allows no inline script: without it a dark page
// would flash white. The keys and attributes are those of src/ui/theme-mode.ts and src/ui/language.tsx.
{
  const { document, localStorage, matchMedia } = globalThis;
  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const mode = recall('saleswright.theme');
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.mantineColorScheme = theme;
  document.documentElement.style.backgroundColor = dark ? '#14161a' : '#f5f6f8';
  const language = recall('saleswright.language');
  if (language === 'en' || language === 'zh-CN') document.documentElement.lang = language;
}
