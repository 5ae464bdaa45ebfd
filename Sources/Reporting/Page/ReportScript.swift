/// The page's script: opens the passages behind a number. It sets text only as text.
enum ReportScript {
  static let text = #"""
    (() => {
      'use strict';
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
      const panel = byId('panel');
      const list = byId('panel-list');
      const facts = byId('panel-facts');
      const more = byId('panel-more');
      const batch = 20;
      let language = root.lang;
      let opened = null;
      let opener = null;

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

      const nameButtons = () => {
        for (const button of document.querySelectorAll('button[data-cell]')) {
          const share = button.querySelector(language === 'en' ? '.s.en' : '.s.kr');
          const value = share && share.firstChild ? ' (' + share.firstChild.textContent + ')' : '';
          button.setAttribute('aria-label',
            button.querySelector('.n').textContent + value + ': ' + titleOf(cellOf(button)));
        }
      };

      // Directional marks could make a quotation read as something else: they are shown, not obeyed.
      const marks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
      const appendText = (node, text) => {
        let plain = '';
        for (const character of text) {
          if (!marks.test(character)) { plain += character; continue; }
          if (plain) node.append(plain);
          plain = '';
          const code = 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
          node.append(element('span', 'control', code));
        }
        if (plain) node.append(plain);
      };

      // Spans may overlap: the text is cut at every start and end, and each piece asks which spans hold it.
      const quotation = (passage, own) => {
        const characters = Array.from(passage.text);
        const spans = [];
        for (const code of passage.codes) {
          const isOfCell = own.has(code);
          for (const [start, end] of code.evidence) {
            spans.push({ start: Math.max(0, start), end: Math.min(characters.length, end), isOfCell });
          }
        }
        const cuts = new Set([0, characters.length]);
        for (const span of spans) { cuts.add(span.start); cuts.add(span.end); }
        const places = [...cuts].filter(place => place <= characters.length).sort((a, b) => a - b);
        const block = element('blockquote');
        block.lang = passage.language;
        block.dir = 'auto';
        for (let i = 0; i + 1 < places.length; i++) {
          const text = characters.slice(places[i], places[i + 1]).join('');
          const holding = spans.filter(span => span.start <= places[i] && places[i + 1] <= span.end);
          if (holding.length === 0) { appendText(block, text); continue; }
          const name = holding.some(span => span.isOfCell) ? 'own' : 'other';
          const last = block.lastChild;
          if (last && last.className === name) { appendText(last, text); continue; }
          const mark = element('mark', name);
          appendText(mark, text);
          block.append(mark);
        }
        return block;
      };

      const evidenceList = (passage, own) => {
        const characters = Array.from(passage.text);
        const all = element('dl', 'codes');
        for (const code of passage.codes) {
          const { id, label } = meta.codes[code.code];
          const term = element('dt', own.has(code) ? 'own' : '');
          appendText(term, named(label));
          term.title = id;
          all.append(term);
          const seen = new Set();
          for (const [start, end, entry, rule] of code.evidence) {
            const quote = characters.slice(Math.max(0, start), Math.max(0, end)).join('');
            const key = JSON.stringify([quote, entry, rule]);
            if (seen.has(key)) continue;
            seen.add(key);
            const line = element('dd');
            const quoted = element('q');
            quoted.lang = passage.language;
            appendText(quoted, quote);
            line.append(quoted);
            const isLearned = rule === 'learned';
            const sources = isLearned
              ? [[meta.words.feature, entry]] : [[meta.words.entry, entry], [meta.words.rule, rule]];
            for (const [word, value] of sources) {
              if (!value) continue;
              const part = element('span', 'source');
              appendText(part, named(word).toLocaleLowerCase(language) + ' ');
              const name = element('code');
              appendText(name, value);
              part.append(name);
              line.append(part);
            }
            all.append(line);
          }
        }
        return all;
      };

      const passageCard = (passage, documents, keys) => {
        const source = documents[passage.document];
        const card = element('article');
        const head = element('header');
        const facts = element('p', 'facts');
        const fact = text => {
          if (!text) return;
          const part = element('span');
          appendText(part, text);
          facts.append(part);
        };
        if (source) {
          fact(source.region ? named(source.region) : '');
          if (source.date) {
            const time = element('time', '', source.date);
            time.dateTime = source.date;
            facts.append(time);
          }
        }
        fact(Object.hasOwn(meta.roles, passage.role) ? named(meta.roles[passage.role]) : passage.role);
        fact(passage.speaker);
        head.append(facts);
        const own = ownCodes(passage, keys);
        card.append(head, quotation(passage, own), evidenceList(passage, own));
        const foot = element('p', 'path');
        if (source && source.title) {
          const title = element('cite');
          appendText(title, source.title);
          foot.append(title, element('br'));
        }
        const path = element('bdi');
        appendText(path, (source ? source.path : '') + ' · № ' + passage.n);
        foot.append(path);
        card.append(foot);
        return card;
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

      const showMore = async () => {
        const request = opened;
        const { keys, places, shown } = request;
        const next = places.slice(shown, shown + batch);
        const documents = await data('documents');
        const passages = await Promise.all(next.map(async place =>
          (await data('passages-' + Math.floor(place / meta.passagesPerBlock)))[place % meta.passagesPerBlock]));
        // Meanwhile the panel may have been closed, or another number asked for.
        if (opened !== request || request.shown !== shown) return;
        if (shown === 0) list.replaceChildren();
        for (const passage of passages) {
          if (passage) list.append(passageCard(passage, documents, keys));
        }
        request.shown = shown + next.length;
        more.hidden = request.shown >= places.length;
        const word = meta.words;
        byId('panel-count').textContent = named(word.passages) + ': ' + request.count
          + (request.shown < request.count ? ' (' + named(word.shown) + ' ' + request.shown + ')' : '');
        if (places.length === 0) list.append(element('p', 'empty', named(word.noPassages)));
      };

      // The address names the open cell, so that a number can be cited with its passages.
      const remember = hash => {
        try {
          history.replaceState(null, '', hash || location.pathname + location.search);
        } catch {
          // Some browsers refuse it for files; the panel works all the same.
        }
      };
      const openAddress = () => {
        const button = nodeOf(location.hash.slice(1));
        if (button && !panel.open) open(button);
      };

      // The title of what is opened, the keys whose evidence is marked, how many passages there are, their places in
      // the page, and what else is known.
      const readCell = async node => {
        const cell = cellOf(node);
        const cells = await data('cells-' + cell.t);
        const [count, , details] = cells[cell.r * cell.table.columns.length + cell.c];
        return { title: titleOf(cell), keys: keysOf(cell), count, details, places: placesOf(cells, cell) };
      };
      const readStatement = async node => {
        const [t, r, c, code, places] = (await data('statements'))[node.dataset.statement];
        const table = meta.statements[t];
        const title = named(table.rows[r].label) + ' · ' + named(table.columns[c].label);
        return { title, keys: code ? [code] : [], count: places.length, details: [], places };
      };

      const open = async node => {
        const title = byId('panel-title');
        title.textContent = node.dataset.cell ? titleOf(cellOf(node)) : named(meta.words.passages);
        byId('panel-count').textContent = '';
        facts.replaceChildren();
        list.replaceChildren(element('p', 'empty', named(meta.words.loading)));
        more.hidden = true;
        // A tile of a picture takes no focus: it goes back to the same number in its table.
        opener = node.closest('button') || nodeOf(nameOf(node));
        remember('#' + nameOf(node));
        panel.showModal();
        panel.scrollTop = 0;
        title.focus();
        const request = opened = { shown: 0 };
        try {
          const found = await (node.dataset.cell ? readCell : readStatement)(node);
          if (opened !== request) return;
          Object.assign(request, found);
          title.replaceChildren();
          appendText(title, found.title);
          facts.replaceChildren();
          for (let i = 0; i < found.details.length; i += 2) {
            const value = element('dd');
            appendText(value, named(found.details[i + 1]));
            facts.append(element('dt', '', named(found.details[i])), value);
          }
          await showMore();
        } catch (error) {
          list.replaceChildren(element('p', 'empty', named(meta.words.unreadable)));
          throw error;
        }
      };

      const setLanguage = value => {
        language = value;
        root.lang = value;
        document.title = named(meta.title);
        for (const choice of document.querySelectorAll('select[data-maps]')) {
          const columns = meta.tables[choice.dataset.maps].columns;
          for (const option of choice.options) option.textContent = named(columns[option.value].label);
        }
        nameButtons();
      };

      // One map of a table at a time, the one that is chosen.
      const chooseMap = choice => {
        for (const option of choice.options) {
          byId('map-' + choice.dataset.maps + '-' + option.value).hidden = option.value !== choice.value;
        }
      };

      document.addEventListener('click', event => {
        const node = event.target.closest('[data-cell], [data-statement]');
        if (node) open(node);
        else if (event.target === panel) panel.close();
      });
      // Arrow keys go from number to number, past the empty cells.
      const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
      document.addEventListener('keydown', event => {
        const button = event.target.closest('button[data-cell]');
        const step = Object.hasOwn(steps, event.key) ? steps[event.key] : null;
        const table = button && button.closest('table');
        if (!table || !step || event.altKey || event.ctrlKey || event.metaKey) return;
        const cell = cellOf(button);
        let r = cell.r + step[0];
        let c = cell.c + step[1];
        while (r >= 0 && r <= cell.table.rows.length && c >= 0 && c < cell.table.columns.length) {
          const next = table.querySelector('button[data-cell="' + [cell.t, r, c].join('.') + '"]');
          if (next) { event.preventDefault(); next.focus(); return; }
          r += step[0];
          c += step[1];
        }
      });
      document.addEventListener('change', event => {
        if (event.target.name === 'language') setLanguage(event.target.value);
        else if (event.target.dataset.maps) chooseMap(event.target);
      });
      byId('panel-close').addEventListener('click', () => panel.close());
      more.addEventListener('click', async () => {
        const next = list.children.length;
        await showMore();
        const card = list.children[next];
        if (card) { card.tabIndex = -1; card.focus(); }
      });
      panel.addEventListener('close', () => {
        list.replaceChildren();
        facts.replaceChildren();
        remember('');
        if (opener) opener.focus();
        opened = opener = null;
      });

      const start = async () => {
        meta = await data('meta');
        root.classList.add('js');
        for (const choice of document.querySelectorAll('select[data-maps]')) chooseMap(choice);
        // The address may ask for a language (?lang=kk); a reload may bring back the one that was chosen before.
        const asked = byId('lang-' + new URLSearchParams(location.search).get('lang'));
        if (asked) asked.checked = true;
        const chosen = document.querySelector('input[name=language]:checked');
        setLanguage(chosen ? chosen.value : language);
        openAddress();
        window.addEventListener('hashchange', openAddress);
      };
      start();
    })();
    """#
}
