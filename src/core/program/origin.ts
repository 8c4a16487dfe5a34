/** Where a program node came from: for traces, problems and views only, never for meaning. */
export interface Origin {
  readonly design: string;
  readonly node: string;
  readonly kind: string;
  readonly label: string;
}
