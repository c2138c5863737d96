// Runs inside a rendered page. Finds what opens by a click, and keeps what a click brought to light.
(() => {
  const CANDIDATES = '[role=tab],[data-bs-toggle],[data-toggle],.accordion-button,.accordion-header,.nav-tabs a,' +
    'summary,[aria-expanded="false"],[aria-controls],nav li > a:not([href]),button,[role=button],[onclick],' +
    'a:not([href]),a[href="#"],a[href=""],a[href^="javascript:"]';
  const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,tr,a[href],dt,dd,figure,img[src]';
  const text = (node) => (node.innerText || node.textContent || '').replace(/\s+/g, ' ').trim();
  const handled = (node) => Object.keys(node).some(
    (key) => key.startsWith('__reactProps$') && node[key] && typeof node[key].onClick === 'function');
  const seen = new Set();
  const found = [];
  const blocks = () => [...document.body.querySelectorAll(BLOCKS)].slice(0, 5000);
  const remember = () => blocks().forEach((node) => seen.add(node.outerHTML));

  window.__toggles = {
    list() {
      const nodes = new Set(document.querySelectorAll(CANDIDATES));
      [...document.body.querySelectorAll('div,span,li,p')].slice(0, 3000).forEach((node) => {
        if (handled(node)) nodes.add(node);
      });
      const out = [];
      const labels = new Set();
      for (const node of [...document.body.querySelectorAll('*')].filter((one) => nodes.has(one))) {
        const label = text(node).slice(0, 120);
        const href = node.getAttribute('href');
        const real = node.tagName === 'A' && href && href !== '#' && !href.startsWith('javascript:') && !href.startsWith('#');
        const form = node.closest('form') && (node.type === 'submit' || node.tagName === 'BUTTON' && !node.type);
        if (!label || label.length > 90 || real || form || node.disabled || labels.has(label)) continue;
        labels.add(label);
        node.setAttribute('data-toggle-number', String(out.length));
        out.push([label, Boolean(node.closest('nav,header,footer,[role=navigation]'))]);
        if (out.length >= 80) break;
      }
      remember();
      return out;
    },
    click(label) {
      const node = [...document.querySelectorAll('[data-toggle-number]')].find((one) => text(one).slice(0, 120) === label)
        || [...document.querySelectorAll(CANDIDATES)].find((one) => text(one).slice(0, 120) === label);
      if (!node) return false;
      node.click();
      return true;
    },
    collect(label) {
      const fresh = blocks().filter((node) => !seen.has(node.outerHTML));
      if (!fresh.length) return 0;
      let common = fresh[0].parentElement;
      while (common && !fresh.every((node) => common.contains(node))) common = common.parentElement;
      const wide = !common || common === document.body || common === document.documentElement;
      const html = wide ? fresh.map((node) => node.outerHTML).join('') : common.innerHTML;
      if (found.length < 40 && html.length < 400000) {
        found.push({ label, html, common: wide ? null : common, sample: fresh[0].outerHTML });
      }
      remember();
      return fresh.length;
    },
    unite() {
      for (const { label, html, common, sample } of found) {
        if (document.body.innerHTML.includes(sample)) continue;
        const part = document.createElement('section');
        const title = document.createElement('h3');
        title.textContent = label;
        part.innerHTML = html;
        part.prepend(title);
        const place = common && common.isConnected ? common : document.querySelector('main') || document.body;
        place.append(part);
      }
    },
  };
})();
