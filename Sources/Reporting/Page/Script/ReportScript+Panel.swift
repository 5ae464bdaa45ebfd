extension ReportScript {
  /// The panel beside the page: what stands behind a number, some passages at a time.
  static let panel = #"""
    const panel = byId('panel');
    const list = byId('panel-list');
    const facts = byId('panel-facts');
    const more = byId('panel-more');
    const batch = 20;
    let opened = null;
    let opener = null;

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
    """#
}
