/** The table of words for a map from problem code to params: a missing word in either language does not compile. */
export interface WordsOf<P> {
  readonly en: { readonly [C in keyof P]: (params: P[C]) => string };
  readonly 'zh-CN': { readonly [C in keyof P]: (params: P[C]) => string };
}
