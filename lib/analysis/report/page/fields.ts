import type { FieldRow, SchemaField, SchemaFields } from '../../catalogue';
import { type Html, html } from './html';
import { nothing } from './parts';

/** The fields of an event's data as a table. */
export function fieldsTable({ rows, cut }: SchemaFields, isDescribed: boolean): Html {
  if (!isDescribed) return nothing('The contract has no schema: its data is not described.');
  if (rows.length === 0) return nothing('The schema names no field.');
  const rest =
    cut && nothing('There is more, deeper or longer than is shown here: see the schema.');
  return html`<table><thead><tr><th scope="col">Field</th><th scope="col">What it is</th></tr></thead><tbody>
${rows.map(rowOf)}</tbody></table>${rest}`;
}

/** Deeper than this a row is indented no further: small screens have no room. */
const deepestIndent = 8;

const indent = (depth: number): string => `d${Math.min(depth, deepestIndent)}`;

function rowOf(row: FieldRow): Html {
  if (row.kind === 'field') return fieldRow(row);
  const text = row.description && html` <span class="description">${row.description}</span>`;
  return html`<tr class="shape"><th scope="rowgroup" colspan="2" class="${indent(row.depth)}">${row.path && html`<code>${row.path}</code> `}<em>${row.label}</em>${text}</th></tr>
`;
}

function fieldRow(field: SchemaField): Html {
  const { depth, path, name, type, required, description, constraints, deprecated } = field;
  const marks = [
    required && html`<span class="mark required">required</span>`,
    deprecated && html`<span class="mark">deprecated</span>`,
  ];
  const narrowed =
    constraints.length > 0 &&
    html`<ul class="constraints">${constraints.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<tr><th scope="row" class="${indent(depth)}"><code title="${path}">${name || 'data'}</code> ${marks}</th><td><span class="type">${type}</span>${description && html`<p>${description}</p>`}${narrowed}</td></tr>
`;
}
