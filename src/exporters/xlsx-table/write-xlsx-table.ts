/** A table or a result as an Excel workbook: typed cells, a bold header that stays in sight, number formats. The same rows give the same bytes. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { escapeXml } from './escape-xml.ts';
import { sharedTexts, sheetXml } from './sheet-xml.ts';
import { stylesOf } from './styles-xml.ts';

/** Rows a sheet of Excel has besides the header; more go on on further sheets. */
const sheetRows = 1_048_575;
/** Entries of the zip carry no clock. */
const written = new Date(1980, 0, 1);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Yields how many rows are written, some thousand at a time; gives the file. */
export function* xlsxTable(
  name: string,
  frame: Frame,
  columns: readonly ColumnInfo[],
): Generator<number, Uint8Array<ArrayBuffer>, void> {
  const shown = columns.filter((column) => frame.columns.has(column.key));
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const texts = sharedTexts();
  const styles = stylesOf(shown);
  const sheets = Math.max(1, Math.ceil(frame.rowCount / sheetRows));
  for (let sheet = 0; sheet < sheets; sheet++) {
    const from = sheet * sheetRows;
    const to = Math.min(frame.rowCount, from + sheetRows);
    const entry = opened(zip, `xl/worksheets/sheet${sheet + 1}.xml`);
    let rows = from;
    for (const xml of sheetXml(frame, shown, from, to, texts, styles)) {
      entry.push(strToU8(xml));
      yield rows;
      rows = Math.min(to, rows + 4096);
    }
    entry.push(new Uint8Array(), true);
  }
  const put = (path: string, xml: string) => opened(zip, path).push(strToU8(xml), true);
  const list = texts.list.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  put('xl/sharedStrings.xml', `${head}<sst xmlns="${main}" uniqueCount="${list.length}">${list.join('')}</sst>`);
  put('xl/styles.xml', styles.xml);
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  put('xl/workbook.xml', workbookXml(sheetName(name), numbers));
  put(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers
      .map((at) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
      .join(
        '',
      )}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rIdTexts" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  put(
    '_rels/.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  put(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${numbers
      .map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${types}.worksheet+xml"/>`)
      .join(
        '',
      )}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
  );
  zip.end();
  return joined(parts);
}

function opened(zip: Zip, path: string): ZipDeflate {
  const entry = new ZipDeflate(path, { level: 3 });
  entry.mtime = written;
  zip.add(entry);
  return entry;
}

function workbookXml(name: string, numbers: readonly number[]): string {
  const sheets = numbers.map((at) => {
    const own = at === 1 ? name : `${name.slice(0, 27)} ${at}`;
    return `<sheet name="${escapeXml(own)}" sheetId="${at}" r:id="rId${at}"/>`;
  });
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** What Excel takes for a sheet: up to 31 signs, none of `[]:*?/\`, no apostrophe at either end. */
function sheetName(name: string): string {
  const plain = name.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/^[' ]+|[' ]+$/g, '');
  return plain.slice(0, 31).replace(/[' ]+$/, '') || 'Table';
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The whole file at once: for Node and tests. */
export function writeXlsxTable(name: string, frame: Frame, columns: readonly ColumnInfo[]): Uint8Array<ArrayBuffer> {
  const work = xlsxTable(name, frame, columns);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
