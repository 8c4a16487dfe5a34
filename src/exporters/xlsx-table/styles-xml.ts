/** The number formats of exported cells, one style for each that the columns ask for. */
import type { Format } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { escapeXml } from './escape-xml.ts';

const signs: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  CNY: '¥',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
};
/** Style 0 is plain, style 1 the bold header; those of columns follow. */
const firstStyle = 2;
/** Excel keeps the numbers below for itself. */
const firstFormat = 164;

export interface Styles {
  /** The number of the style of a column's cells. */
  readonly of: (column: ColumnInfo) => number;
  readonly xml: string;
}

export function stylesOf(columns: readonly ColumnInfo[]): Styles {
  const codes = [...new Set(columns.map(codeOfColumn))].filter((code) => code !== 'General');
  const formats = codes.map((code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${escapeXml(code)}"/>`);
  const cells = codes.map(
    (_, at) => `<xf numFmtId="${firstFormat + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const bold = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
    formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''
  }<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length + firstStyle}">${plain}${bold}${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  return {
    of(column) {
      const at = codes.indexOf(codeOfColumn(column));
      return at < 0 ? 0 : at + firstStyle;
    },
    xml,
  };
}

function codeOfColumn({ type, format }: ColumnInfo): string {
  if (type === 'date') return 'yyyy-mm-dd';
  if (type === 'datetime') return 'yyyy-mm-dd hh:mm:ss';
  if (type === 'time') return 'hh:mm:ss';
  return type === 'number' && format ? codeOf(format) : 'General';
}

function codeOf(format: Format): string {
  const digits = (decimals: number) => (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`);
  switch (format.kind) {
    case 'number':
      return format.decimals === undefined ? 'General' : `#,##0${digits(format.decimals)}`;
    case 'percent':
      return `0${digits(format.decimals ?? 1)}%`;
    case 'currency':
      return `"${signs[format.currency] ?? `${format.currency} `}"#,##0${digits(format.decimals ?? 2)}`;
    case 'unit':
      return `#,##0${digits(format.decimals ?? 0)}" ${format.unit.replaceAll('"', '')}"`;
  }
}
