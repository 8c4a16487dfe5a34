/** What other programs, and older versions of Excel, call our functions: for the nearest name of an unknown one. */
import { foldText } from '../fold-text.ts';

const names: Readonly<Record<string, string>> = {
  avg: 'AVERAGE',
  mean: 'AVERAGE',
  total: 'SUM',
  iif: 'IF',
  case: 'SWITCH',
  isnull: 'ISBLANK',
  length: 'LEN',
  substr: 'MID',
  substring: 'MID',
  ucase: 'UPPER',
  lcase: 'LOWER',
  concat_ws: 'TEXTJOIN',
  countdistinct: 'COUNTUNIQUE',
  distinctcount: 'COUNTUNIQUE',
  ceil: 'CEILING',
  pow: 'POWER',
  sqr: 'SQRT',
  stdev: 'STDEV.S',
  stdevp: 'STDEV.P',
  var: 'VAR.S',
  varp: 'VAR.P',
  mode: 'MODE.SNGL',
  percentile: 'PERCENTILE.INC',
  quartile: 'QUARTILE.INC',
  percentrank: 'PERCENTRANK.INC',
  rank: 'RANK.EQ',
  forecast: 'FORECAST.LINEAR',
  lookupvalue: 'XLOOKUP',
  求和: 'SUM',
  平均: 'AVERAGE',
  平均值: 'AVERAGE',
  计数: 'COUNT',
  最大: 'MAX',
  最大值: 'MAX',
  最小: 'MIN',
  最小值: 'MIN',
  如果: 'IF',
  四舍五入: 'ROUND',
};

const known = new Map(Object.entries(names));

export function otherNameOf(name: string): string | undefined {
  return known.get(foldText(name));
}
