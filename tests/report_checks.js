/* Checks of a report page, run in the browser by test_report_browser.py; each gives a list of faults. */
({
  // Contrast of every text on its ground, WCAG 2.1 AA: 4.5, or 3 for large text.
  contrast: () => {
  const parse = c => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const lum = ([r, g, b]) => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }; return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > .99) return c; } return [255, 255, 255, 1]; };
  const poor = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.getClientRects().length || e.closest('svg,script,style,.lewati')) continue;
    const s = getComputedStyle(e), a = lum(parse(s.color)), b = lum(ground(e)), big = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.6 && s.fontWeight >= 700);
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < (big ? 3 : 4.5)) poor.add(ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ' ' + walk.currentNode.data.trim().slice(0, 30));
  }
  return [...poor];
},

  // The rules of axe that apply to such pages: names, headings, tables, ids, labels, focusable scroll areas.
  structure: () => {
  const bad = [], all = s => [...document.querySelectorAll(s)], shown = e => e.getClientRects().length > 0;
  const name = e => (e.getAttribute('aria-label') || (e.getAttribute('aria-labelledby') || '').split(' ').map(i => i && document.getElementById(i) ? document.getElementById(i).textContent : '').join(' ') || e.textContent || '').trim();
  if (document.documentElement.lang !== 'id') bad.push('lang');
  if (!document.title.trim()) bad.push('title');
  if (all('main').length !== 1 || all('h1').length !== 1) bad.push('main/h1');
  let last = 0; all('h1,h2,h3,h4').filter(shown).forEach(h => { const n = +h.tagName[1]; if (n > last + 1) bad.push('heading jump: ' + h.textContent); last = n; });
  const ids = all('[id]').map(e => e.id); ids.filter((v, i) => ids.indexOf(v) !== i).forEach(v => bad.push('duplicate id ' + v));
  all('a[href],button').filter(shown).forEach(e => { if (!name(e)) bad.push('nameless ' + e.outerHTML.slice(0, 60)); });
  all('a[href^="#"]').forEach(e => { if (!document.getElementById(decodeURIComponent(e.getAttribute('href').slice(1)))) bad.push('dead anchor ' + e.getAttribute('href')); });
  all('input,select').forEach(e => { if (!e.labels.length) bad.push('label ' + e.id); });
  all('section,[role=region],nav').forEach(e => { if (!e.hasAttribute('aria-label') && !e.hasAttribute('aria-labelledby')) bad.push('region ' + e.className); });
  all('[aria-labelledby]').forEach(e => e.getAttribute('aria-labelledby').split(' ').forEach(i => { if (!document.getElementById(i)) bad.push('labelledby ' + i); }));
  all('table').forEach(t => { if (!t.querySelector('th[scope]')) bad.push('table without th'); });
  all('th').forEach(e => { if (!e.getAttribute('scope')) bad.push('th scope'); if (!e.textContent.trim()) bad.push('empty th'); });
  all('svg').forEach(e => { if (e.getAttribute('aria-hidden') !== 'true' && !e.getAttribute('aria-label')) bad.push('svg ' + e.getAttribute('class')); });
  all('dl').forEach(e => [...e.children].forEach(c => { if (!['DT', 'DD', 'DIV'].includes(c.tagName)) bad.push('dl child'); }));
  all('ul,ol').forEach(e => [...e.children].forEach(c => { if (c.tagName !== 'LI') bad.push('list child'); }));
  all('*').filter(e => shown(e) && e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX)).forEach(e => { if (e.tabIndex < 0 && !e.querySelector('a,button')) bad.push('scroll area without focus'); });
  all('[aria-hidden=true]').forEach(e => { if (e.querySelector('a,button,input')) bad.push('hidden focusable'); });
  return bad;
},
});
