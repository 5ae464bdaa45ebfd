/// The page's script: opens the passages behind a number. It sets text only as text.
enum ReportScript {
  static let text = """
    (() => {
    'use strict';
    \(data)
    \(passages)
    \(panel)
    \(page)
    })();
    """

  /// What the page's numbers stand for: its data, unpacked when it is asked for, and the names and places of cells.
  static let data = #"""
    const root = document.documentElement;
    const byId = id => document.getElementById(id);
    const parsed = new Map();
    // Long blocks are compressed; they are unpacked when they are asked for.
    const unpack = async text => {
      const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
      return new Response(stream).text();
    };
    const read = async node =>
      JSON.parse(node.dataset.encoding ? await unpack(node.textContent) : node.textContent);
    const data = id => {
      if (!parsed.has(id)) parsed.set(id, read(byId(id)));
      return parsed.get(id);
    };
    let meta = null;
    let language = root.lang;

    const element = (name, className, text) => {
      const node = document.createElement(name);
      if (className) node.className = className;
      if (text !== undefined) node.textContent = text;
      return node;
    };
    const named = label => label[language];
    const rowLabel = (table, row) =>
      named(row < table.rows.length ? table.rows[row].label : meta.words.total);

    const cellOf = button => {
      const [t, r, c] = button.dataset.cell.split('.').map(Number);
      const table = meta.tables[t];
      return { t, r, c, table, column: table.columns[c] };
    };
    // The keys that the cell stands under. Where they name no code of a passage (regions by years), each of its
    // codes is the cell's.
    const keysOf = cell =>
      [cell.column.key].concat(cell.r < cell.table.rows.length ? [cell.table.rows[cell.r].key] : []);
    const ownCodes = (passage, keys) => {
      const own = passage.codes.filter(({ code }) =>
        keys.some(key => meta.codes[code].id === key || meta.codes[code].id.startsWith(key + '.')));
      return new Set(own.length > 0 ? own : passage.codes);
    };
    const titleOf = cell => rowLabel(cell.table, cell.r) + ' · ' + named(cell.column.label);
    // What is opened: a number of a table, or a statement of a table in words. Its name stands in the address.
    const nameOf = node => node.dataset.cell ? 'cell-' + node.dataset.cell : 'statement-' + node.dataset.statement;
    const nodeOf = name => {
      const place = /^(cell|statement)-(\d+(?:\.\d+\.\d+)?)$/.exec(name);
      return place && document.querySelector('button[data-' + place[1] + '="' + place[2] + '"]');
    };

    // The places of a cell's passages. They are stored as steps from one to the next; a total has those of its column.
    const placesOf = (cells, cell) => {
      const width = cell.table.columns.length;
      const expand = steps => {
        let place = 0;
        return steps.map(step => place += step);
      };
      if (cell.r < cell.table.rows.length) return expand(cells[cell.r * width + cell.c][1]);
      const all = new Set(cell.table.rows.flatMap((_, r) => expand(cells[r * width + cell.c][1])));
      return [...all].sort((a, b) => a - b);
    };
    """#
}
