/**
 * Chinese numerals, for `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁 and `[DBNum3]` １２３ of format codes: read as a number (一百二十三) or sign by sign (一二三).
 */
export type Numerals = 1 | 2 | 3;

interface Signs {
  readonly digits: string;
  /** After a digit's second, third and fourth place from the right. */
  readonly places: readonly string[];
}

const signsOf: Readonly<Record<Numerals, Signs>> = {
  1: { digits: '〇一二三四五六七八九', places: ['', '十', '百', '千'] },
  2: { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] },
  3: { digits: '０１２３４５６７８９', places: ['', '十', '百', '千'] },
};

const sign = (digit: string, { digits }: Signs) => digits[Number(digit)] ?? digit;

/** Every digit of a text by itself; all other signs stay. */
export function spellDigits(text: string, numerals: Numerals): string {
  return text.replace(/\d/g, (digit) => sign(digit, signsOf[numerals]));
}

/** At most four digits, without zeros in front. */
function readPlaces(digits: string, signs: Signs): string {
  let read = '';
  let skipped = false;
  Array.from(digits).forEach((digit, at) => {
    if (digit === '0') skipped = true;
    else {
      read += (skipped ? sign('0', signs) : '') + sign(digit, signs) + (signs.places[digits.length - 1 - at] ?? '');
      skipped = false;
    }
  });
  return read;
}

/** Digits without zeros in front, by groups of ten thousand; "" for none. */
function readWhole(digits: string, signs: Signs): string {
  const [size, unit] = digits.length > 8 ? [8, '亿'] : [4, '万'];
  if (digits.length <= 4) return readPlaces(digits, signs);
  const low = digits.slice(-size);
  const rest = readWhole(low.replace(/^0+/, ''), signs);
  const gap = rest !== '' && low.startsWith('0') ? sign('0', signs) : '';
  return readWhole(digits.slice(0, -size), signs) + unit + gap + rest;
}

/** A number as it is printed (`-10.5`), its whole part read as a number, decimals sign by sign. */
export function readNumber(printed: string, numerals: Numerals): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(printed);
  if (!match) return spellDigits(printed, numerals);
  const [, minus = '', whole = '', decimals = ''] = match;
  const signs = signsOf[numerals];
  const read = readWhole(whole.replace(/^0+/, ''), signs) || sign('0', signs);
  return minus + read + spellDigits(decimals, numerals);
}

/** A part of a date: years and what is padded sign by sign, others read; 一十 is short for 十 in everyday numerals. */
export function readDatePart(printed: string, letter: string, numerals: Numerals): string {
  if (letter === 'y' || printed.startsWith('0') || numerals === 3 || !/^\d+$/.test(printed)) {
    return spellDigits(printed, numerals);
  }
  return readNumber(printed, numerals).replace(/^一十/, '十');
}
