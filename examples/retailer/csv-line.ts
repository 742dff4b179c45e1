import { COLUMNS } from './invoice-row';

/** The cells of a row of the file, before they are written as CSV. */
export type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Writes a row as a line of the file, without a line break. */
export function csvLine(cells: Cells): string {
  return COLUMNS.map((column) => csvField(cells[column])).join(',');
}

function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
