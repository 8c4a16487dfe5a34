/** Workbooks of the Office Open XML kind, as small as a spreadsheet program will read, and the values of one that it has saved. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { errorTexts } from '#core/data/value.ts';
import type { CaseValue } from '#core/formula/testing/cases.ts';
import { DATA, type Sheet } from './cell-formula.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function unescaped(text: string): string {
  return text
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name] ?? all;
      return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '', 16));
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function cell(value: CaseValue | undefined): string {
  if (value === undefined || value === null) return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`;
  if (errorTexts.some((error) => error === value)) return `<c t="e"><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const sheetXml = (rows: string) => `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

/** Formulas as array formulas, one in each row of the first sheet; the data on the second. */
export function writeWorkbook(formulas: readonly string[], data: Sheet): Uint8Array {
  const first = formulas.map((formula, i) => {
    const at = `A${i + 1}`;
    return `<row r="${i + 1}"><c r="${at}"><f t="array" ref="${at}">${escaped(formula)}</f></c></row>`;
  });
  const second = data.map((row, i) => `<row r="${i + 1}">${row.map(cell).join('')}</row>`);
  const kind = `${OFFICE}/`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const relation = (id: number, what: string, target: string) =>
    `<Relationship Id="r${id}" Type="${kind}${what}" Target="${target}"/>`;
  const relations = (inner: string) =>
    strToU8(`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${type}sheet.main+xml"/>` +
        [1, 2]
          .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}worksheet+xml"/>`)
          .join('') +
        '</Types>',
    ),
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        `<sheet name="formulas" sheetId="1" r:id="r1"/><sheet name="${DATA}" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'worksheet', 'worksheets/sheet2.xml'),
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml(first.join(''))),
    'xl/worksheets/sheet2.xml': strToU8(sheetXml(second.join(''))),
  });
}

/** The values of column A of the first sheet, by row; a row without a value is blank. */
export function readAnswers(workbook: Uint8Array, count: number): CaseValue[] {
  const files = unzipSync(workbook);
  const sheet = files['xl/worksheets/sheet1.xml'];
  if (!sheet) throw new Error('no first sheet came back');
  const shared = files['xl/sharedStrings.xml'];
  const strings = shared
    ? Array.from(strFromU8(shared).matchAll(/<si>(.*?)<\/si>/gs), ([, inner = '']) =>
        Array.from(inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs), ([, text = '']) => unescaped(text)).join(''),
      )
    : [];
  const answers = new Array<CaseValue>(count).fill(null);
  for (const [, row = '', attributes = '', inner = ''] of strFromU8(sheet).matchAll(
    /<c r="A(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const value = /<v[^>]*>(.*?)<\/v>/s.exec(inner)?.[1];
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    if (value === undefined) answers[Number(row) - 1] = type === 'str' ? '' : null;
    else if (type === 'n') answers[Number(row) - 1] = Number(value);
    else if (type === 'b') answers[Number(row) - 1] = value === '1';
    else if (type === 's') answers[Number(row) - 1] = strings[Number(value)] ?? '';
    else answers[Number(row) - 1] = unescaped(value);
  }
  return answers;
}
