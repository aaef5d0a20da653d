import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
}

/**
 * A table whose rows become cards on small screens, each figure with its heading. The roles are given because the
 * other way of laying it out takes them from the elements. A page that uses it takes `tables` into its styles.
 */
export const Table = <Row,>({ caption, columns, rows, rowKey }: Props<Row>) => (
  <table class="fd-table" role="table">
    <caption class="nhsuk-u-visually-hidden">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ heading, numeric }) => (
          <th key={heading} role="columnheader" scope="col" class={numeric ? 'fd-table__numeric' : undefined}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={rowKey(row)} role="row">
          {columns.map(({ heading, cell, numeric }) => (
            <td key={heading} role="cell" class={numeric ? 'fd-table__numeric' : undefined}>
              <span class="fd-table__heading" aria-hidden="true">
                {heading}
              </span>
              <span class="fd-table__value">{cell(row)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
