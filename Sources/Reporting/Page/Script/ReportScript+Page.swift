extension ReportScript {
  /// The page itself: its language, its maps, and what clicks and keys do.
  static let page = #"""
    const nameButtons = () => {
      for (const button of document.querySelectorAll('button[data-cell]')) {
        const share = button.querySelector(language === 'en' ? '.s.en' : '.s.kr');
        const value = share && share.firstChild ? ' (' + share.firstChild.textContent + ')' : '';
        button.setAttribute('aria-label',
          button.querySelector('.n').textContent + value + ': ' + titleOf(cellOf(button)));
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
    """#
}
