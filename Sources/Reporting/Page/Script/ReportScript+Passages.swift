extension ReportScript {
  /// A passage as its reader sees it: the text with its evidence marked, and where it comes from.
  static let passages = #"""
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
          if (start === null) continue;
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

    // A title that is evidence has no place in the text: it stands over it, marked as the words are.
    const titleLines = (passage, own) => (passage.titles || []).map(([kind, text], number) => {
      const line = element('p', 'title');
      line.append(element('span', 'kind', named(meta.titleKinds[kind])));
      const isOwn = [...own].some(code =>
        code.evidence.some(([start, title]) => start === null && title === number));
      const mark = element('mark', isOwn ? 'own' : 'other');
      mark.lang = passage.language;
      mark.dir = 'auto';
      appendText(mark, text);
      line.append(mark);
      return line;
    });

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
          if (start === null) {
            const [kind] = passage.titles[end];
            all.append(element('dd', '', named(meta.titleKinds[kind]) + ' · ' + named(meta.words.titles)));
            continue;
          }
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
      card.append(head, ...titleLines(passage, own), quotation(passage, own), evidenceList(passage, own));
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
    """#
}
