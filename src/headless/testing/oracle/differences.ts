/** Where our value is not LibreOffice's, why, and what LibreOffice answers: what Excel documents wins. */
import type { CaseValue } from '#core/formula/testing/cases.ts';

export interface Difference {
  readonly reason: string;
  /** By the case's key: LibreOffice's value. */
  readonly cases: Readonly<Record<string, CaseValue>>;
}

export const differences: Readonly<Record<string, Difference>> = {
  wrongArgument: {
    reason:
      'For a wrong argument LibreOffice has one error (Err:502), which a workbook keeps as #VALUE!; Excel’s documentation names the one that we answer',
    cases: {
      'SQRT(a) with {"a":-4}': '#VALUE!',
      'FLOOR(2.5,-2)': '#VALUE!',
      'DATEDIF(a,b,"d") with {"a":45400,"b":45300}': '#VALUE!',
      'INDEX(tiers[],9,1)': '#VALUE!',
      'VLOOKUP(a,tiers[],5,TRUE) with {"a":7500}': '#VALUE!',
      'PERCENTILE.EXC({1,2,3},0.1)': '#VALUE!',
      'LARGE(deals[amount],9)': '#VALUE!',
      'QUOTIENT(1, 0)': '#VALUE!',
      'SQRT(-16)': '#VALUE!',
      'LN(0)': '#VALUE!',
      'LN(-1)': '#VALUE!',
      'LOG10(0)': '#VALUE!',
      'LOG(5, 1)': '#VALUE!',
      'LOG(-5)': '#VALUE!',
      'LOG(5, 0)': '#VALUE!',
      'GCD(-1, 5)': '#VALUE!',
      'GCD(-0.5, 4)': '#VALUE!',
      'LCM(-1, 5)': '#VALUE!',
      'CEILING(2.5, -1)': '#VALUE!',
      'FLOOR(2.5, -2)': '#VALUE!',
      'FLOOR(2.5, 0)': '#VALUE!',
      'MEDIAN({"a"})': '#VALUE!',
      'MODE.SNGL({1, 2, 3})': '#VALUE!',
      'PERCENTILE.INC({15, 20, 35, 40, 50}, 1.01)': '#VALUE!',
      'PERCENTILE.INC({"a"}, 0.5)': '#VALUE!',
      'PERCENTILE.EXC({1, 2, 3, 6, 6, 6, 7, 8, 9}, 0)': '#VALUE!',
      'PERCENTILE.EXC({1, 2, 3, 6, 6, 6, 7, 8, 9}, 0.01)': '#VALUE!',
      'PERCENTILE.EXC({1, 2, 3, 6, 6, 6, 7, 8, 9}, 2)': '#VALUE!',
      'PERCENTILE.EXC({1, 2, 3, 6, 6, 6, 7, 8, 9}, 1)': '#VALUE!',
      'QUARTILE.INC({1, 2, 4, 7, 8, 9, 10, 12}, 5)': '#VALUE!',
      'LARGE({3, 5, 1}, 4)': '#VALUE!',
      'LARGE({3, 5, 1}, 0)': '#VALUE!',
      'SMALL({3, 5, 1}, 4)': '#VALUE!',
      'SMALL({"a"}, 1)': '#VALUE!',
      'RANK.EQ(8, {7, 3.5, 3.5, 1, 2})': '#VALUE!',
      'RANK.AVG(8, {7, 3.5})': '#VALUE!',
      'PERCENTRANK.INC({1, 2, 3}, 0.9)': '#VALUE!',
      'PERCENTRANK.INC({1, 2, 3}, 2, 0)': '#VALUE!',
      'CORREL({1, 2}, {1, 2, 3})': '#VALUE!',
      'VLOOKUP(1, {1, 2}, 3)': '#VALUE!',
      'HLOOKUP("a", {"a"; 1}, 3, FALSE)': '#VALUE!',
      'LOOKUP(2, {1, 2}, {10, 20; 30, 40})': '#VALUE!',
      'INDEX({10, 20; 30, 40}, 3, 1)': '#VALUE!',
      'DATE(-1, 1, 1)': '#VALUE!',
      'TIME(-1, 0, 0)': '#VALUE!',
      'WEEKDAY(45351, 4)': '#VALUE!',
      'WEEKNUM(45351, 3)': '#VALUE!',
      'DATEDIF(DATE(2024, 1, 2), DATE(2024, 1, 1), "D")': '#VALUE!',
      'DATEDIF(1, 2, "W")': '#VALUE!',
      'YEARFRAC(1, 2, 5)': '#VALUE!',
      'YEARFRAC(1, 2, -1)': '#VALUE!',
      'NETWORKDAYS.INTL(DATE(2026, 1, 1), DATE(2026, 1, 31), 8)': '#VALUE!',
      'WORKDAY.INTL(DATE(2012, 1, 1), 30, 0)': '#VALUE!',
      'RATE(0, -1, 1)': '#VALUE!',
      'XNPV(0.1, {-100, 110}, {44927})': '#VALUE!',
      'XIRR({100, 110}, {44927, 45292})': '#VALUE!',
    },
  },
  otherError: {
    reason: 'LibreOffice answers a value here, or another error; Excel documents ours',
    cases: {
      'MROUND(5,-2)': 6,
      'IRR(gains[v])': '#N/A',
      '0 ^ 0': 1,
      '0 ^ -1': '#NUM!',
      'POWER(0, 0)': 1,
      'POWER(0, -1)': '#NUM!',
      'GCD(9007199254740992, 2)': 2,
      'LCM(9007199254740991, 2)': 18014398509482000,
      'ATAN2(0, 0)': 0,
      'MROUND(5, -2)': 6,
      'RATE(12, 100, 1000)': '#N/A',
      'NPV(-1, 1)': '#NUM!',
      'IRR({100, 110})': '#N/A',
    },
  },
  truths: {
    reason:
      'LibreOffice has no truths apart from numbers: as text they are 1 and 0, in an order they stand among numbers',
    cases: {
      '3>2>1': 0,
      'a&b with {"a":1.5,"b":true}': '1.51',
      'a<b with {"a":"zzz","b":false}': 0,
      '1.5 & TRUE': '1.51',
      '"zzz" < FALSE': false,
      'TRUE <= 1': true,
      'FALSE >= "zzz"': false,
      'TRUE() & ""': '1',
      'FALSE() = 0': true,
      'SUM(mixed[v])': 13.5,
      'AVERAGE(mixed[v])': 4.5,
      'COUNT(mixed[v])': 3,
      'CONCAT(a, 1.5, TRUE) with {"a":null}': '1.51',
      'VALUE(TRUE)': 1,
    },
  },
  emptyText: {
    reason: 'An empty text laid out in a cell comes back from the workbook as an empty cell',
    cases: {
      'IFERROR(a, 5) with {"a":""}': 0,
      'COUNTA(mixed[v])': 5,
      'COUNTIF(deals[product], "*")': 5,
      'COUNTIF(mixed[v], "=")': 2,
    },
  },
  givenText: {
    reason: 'Excel documents that numbers and truths typed into the arguments count, as text too',
    cases: {
      'SUM(1,TRUE,"3")': '#VALUE!',
      'AND("TRUE", 1)': '#VALUE!',
      'SUM("5", TRUE, 2)': '#VALUE!',
      'MIN(-1, "-5")': '#VALUE!',
    },
  },
  dateBounds: {
    reason: 'LibreOffice has dates before serial 0 and after the year 9999; Excel answers #NUM!',
    cases: {
      'DATE(10000, 1, 1)': 2958466,
      'YEAR(-1)': 1899,
      'MONTH(-1)': 12,
      'DAY(2958466)': 1,
      'HOUR(-0.5)': 12,
      'SECOND(-1)': 0,
      'ISOWEEKNUM(-1)': 52,
      'EDATE(15, -1)': -16,
      'EOMONTH(DATE(9999, 12, 1), 1)': 2958496,
      'DAYS360(-1, 5)': 5,
      'WORKDAY(1, -5)': -5,
    },
  },
  dates: {
    reason:
      'Excel documents these: years below 1900 are counted from 1900, the last days of a year are not week 1, the parts of a time are at most 32767',
    cases: {
      'WEEKNUM(a) with {"a":45657}': 1,
      'DATE(108, 1, 2)': '#VALUE!',
      'TIME(32768, 0, 0)': 0.333333333333333,
      'WEEKNUM(DATE(2024, 12, 31), 1)': 1,
    },
  },
  nearestSecond: {
    reason: 'The hour is that of the nearest second, as TEXT writes it; LibreOffice cuts here and rounds in SECOND',
    cases: {
      'HOUR(0.99999999)': 23,
    },
  },
  noNull: {
    reason: 'LibreOffice does not know #NULL!',
    cases: {
      'ERROR.TYPE(#NULL!)': '#N/A',
    },
  },
  dateText: {
    reason:
      'Texts that are dates are read as Excel reads them in US English; text in a list of holidays counts as in Excel’s examples',
    cases: {
      'DATEVALUE("2011/02/23")': '#VALUE!',
      'TIMEVALUE("22-Aug-2011 6:35 AM")': 0.274305555554747,
      'NETWORKDAYS.INTL(DATE(2006, 1, 1), DATE(2006, 2, 1), 7, {"2006/1/2", "2006/1/16"})': 24,
      'NETWORKDAYS.INTL(DATE(2006, 1, 1), DATE(2006, 2, 1), "0010001", {"2006/1/2", "2006/1/16"})': 22,
    },
  },
  precision: {
    reason: 'LibreOffice stops its search for a rate early; a computation with 40 digits agrees with ours',
    cases: {
      'RATE(48,-200,8000)': 0.00770147248823279,
      'RATE(4 * 12, -200, 8000)': 0.00770147248823279,
      'RATE(4 * 12, -200, 8000) * 12': 0.0924176698587934,
      'RATE(10, -100, 1000)': 6.1185791462466e-11,
      'IRR({-100, 100})': -1.73461443702846e-16,
    },
  },
  decimals: {
    reason: 'Fifteen decimal digits decide here, and sums lose nothing',
    cases: {
      'ROUND(0.285*100,0)': 28,
      'SUM(1e16, 1, -1e16)': 0,
    },
  },
  textLimits: {
    reason: 'A cell holds at most 32767 signs in Excel',
    cases: {
      'CONCAT(REPT("x", 32767), "y")': '32768 signs',
      'REPT("ab", 20000)': '40000 signs',
    },
  },
  codePage: {
    reason: 'LibreOffice takes its machine’s code page and lets code 0 through; Excel documents ours',
    cases: {
      'CHAR(128)': '�',
      'CHAR(255)': '�',
      'CHAR(0)': '\u0000',
      'CODE("€")': 226,
      'CODE("")': 0,
      'UNICHAR(0)': '\u0000',
      'UNICHAR(55296)': '',
    },
  },
  numberValue: {
    reason: 'LibreOffice needs both separators here; Excel documents their defaults, and that nothing is 0',
    cases: {
      'NUMBERVALUE("3.5%")': '#VALUE!',
      'NUMBERVALUE("")': '#VALUE!',
      'NUMBERVALUE("1,234.5")': '#VALUE!',
    },
  },
  chinese: {
    reason: 'LibreOffice writes Chinese numerals only with a Chinese locale in the format code; with one it agrees',
    cases: {
      'TEXT(1234, "[DBNum1]")': '',
      'TEXT(1234, "[DBNum2]")': '',
      'TEXT(1234, "[DBNum3]")': '',
      'TEXT(1020, "[DBNum1]0")': '1020',
      'TEXT(100010001, "[DBNum2]")': '',
      'TEXT(-10.5, "[DBNum1]")': '',
      'TEXT(DATE(2026, 11, 20), "[DBNum1]yyyy年m月d日")': '2026年11月20日',
      'TEXT(0, "[DBNum2]")': '',
    },
  },
  numberText: {
    reason:
      'General is written as Excel writes it: scientific from 1E+15 on, a point of the format code stays; there is no text of a date before the first',
    cases: {
      '1e15 & ""': '1000000000000000',
      'TEXT(-1, "yyyy-mm-dd")': '1899-12-29',
      'TEXT(1234, "0.###")': '1234',
    },
  },
  percent: {
    reason: 'LibreOffice reads no percent after an exponent; Excel does',
    cases: {
      'VALUE("1.2e-3%") = 1.2e-5': '#VALUE!',
    },
  },
  rank: {
    reason: 'Excel cuts a percent rank to its digits; LibreOffice rounds it',
    cases: {
      'PERCENTRANK.INC({13, 12, 11, 8, 4, 3, 2, 1, 1, 1}, 4)': 0.556,
      'PERCENTRANK.INC({13, 12, 11, 8, 4, 3, 2, 1, 1, 1}, 8)': 0.667,
    },
  },
  criteria: {
    reason: 'Excel’s criteria find numbers in text too',
    cases: {
      'COUNTIF(mixed[v], 5)': 1,
    },
  },
  firstError: {
    reason: 'The first error in argument order wins here',
    cases: {
      '#N/A+a/b with {"a":1,"b":0}': '#DIV/0!',
    },
  },
  switch: {
    reason: 'Text is no number in a comparison',
    cases: {
      'SWITCH("5", 5, "number", "text")': 'number',
    },
  },
  find: {
    reason: 'Excel documents that empty text is found at the start',
    cases: {
      'FIND("", "abc", 2)': '#VALUE!',
    },
  },
  array: {
    reason: 'Many values where one is needed are an error here; LibreOffice takes the first',
    cases: {
      'INDEX({1, 2; 3, 4}, 0, 2)': 2,
    },
  },
  money: {
    reason: 'Excel documents an error for dates before the first one',
    cases: {
      'XNPV(0.1, {-100, 110}, {45292, 44927})': 21,
      'XIRR({-100, 110}, {45292, 44927})': -0.0909090909090908,
    },
  },
};
