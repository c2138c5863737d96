// Runs in every frame of a page before the page's own scripts. Notes what listens, finds what answers to a visitor, acts
// on it, and tells what came to light. All state that must outlive a reload is kept by the caller (auditor/crawl/opening.py).
(() => {
  if (window.__sight) return;
  const CLICKS = new Set(['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart']);
  const HOVERS = new Set(['mouseenter', 'mouseover', 'pointerenter', 'pointerover', 'mousemove', 'pointermove']);
  const PROPERTIES = { click: ['onClick', 'onMouseDown', 'onPointerDown'], hover: ['onMouseEnter', 'onMouseOver', 'onPointerEnter', 'onPointerMove'] };
  const ATTRIBUTES = /^(?:onclick|onmousedown|(?:@|v-on:|x-on:|on:|\()(?:click|mousedown|pointerdown)|wire:click|ng-click|hx-get|data-action|jsaction)/;
  const HOVER_ATTRIBUTES = /^(?:onmouse(?:enter|over)|(?:@|v-on:|x-on:|on:|\()(?:mouse|pointer)(?:enter|over))/;
  const EXPLICIT = 'button,summary,[role=button],[role=tab],[role=menuitem],[role=link],[onclick],[aria-expanded="false"],' +
    '[aria-haspopup],[aria-controls],[data-bs-toggle],[data-toggle],.accordion-button,.accordion-header,.nav-tabs a,' +
    'a:not([href]),a[href="#"],a[href=""],a[href^="javascript:"]';
  const TEMPLATE = 'nav,header,footer,[role=navigation],[role=banner],[role=contentinfo]';
  const NEVER = 'input,select,option,textarea,label,form,iframe,video,audio,script,style,html,body';
  const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
  const MARK = 'data-sight';
  const MOST_NODES = 6000, MOST_HTML = 200000, DELEGATES = 12, LONGEST = 120, NEAR = 6, MOST_TEXT = 400;

  // -- what listens: noted as it is registered, for the page cannot be asked afterwards
  const listened = new WeakMap();
  const register = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, handler, options) {
    if (handler && this instanceof Element) {
      if (!listened.has(this)) listened.set(this, new Set());
      listened.get(this).add(String(type));
    }
    return register.call(this, type, handler, options);
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
  const opened = [];
  window.open = (url) => { if (url) opened.push(new URL(url, document.baseURI).href); return null; };
  window.print = () => {};
  for (const name of ['back', 'forward', 'go']) History.prototype[name] = () => {};  // behind the page lies nothing of the site
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'SharedWorker']) {
    try { Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false }); } catch { /* absent */ }
  }

  const squeeze = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const size = () => (document.body ? document.body.innerText.length + document.body.getElementsByTagName('*').length : 0);
  const elements = () => (document.body ? [...document.body.getElementsByTagName('*')].slice(0, MOST_NODES) : []);
  const listens = (node, types) => {
    const own = listened.get(node);
    return Boolean(own) && own.size < DELEGATES && [...own].some((type) => types.has(type));
  };
  const props = (node, names) => {
    for (const key of Object.keys(node)) {
      if (key.startsWith('__reactProps$') || key.startsWith('__reactEventHandlers$')) {
        if (node[key] && names.some((name) => typeof node[key][name] === 'function')) return true;
      }
    }
    return false;
  };
  const delegated = () => {  // handlers that jQuery keeps at the document for elements below it
    const found = { click: new Set(), hover: new Set() };
    try {
      for (const root of [document, document.body]) {
        const events = window.jQuery && window.jQuery._data && window.jQuery._data(root, 'events') || {};
        for (const [type, list] of Object.entries(events)) {
          const set = CLICKS.has(type) ? found.click : HOVERS.has(type) ? found.hover : null;
          if (set) list.filter((one) => one.selector).forEach((one) => document.querySelectorAll(one.selector).forEach((node) => set.add(node)));
        }
      }
    } catch { /* another jQuery, or a selector of its own kind */ }
    return found;
  };
  const attribute = (node, pattern) => [...node.attributes].some((one) => pattern.test(one.name));
  const leads = (node) => {  // a real link: it is followed by its address and needs no click
    const href = node.tagName === 'A' ? node.getAttribute('href') : null;
    return Boolean(href) && !/^(?:#(?![/!]).*|javascript:.*)?$/i.test(href.trim());
  };
  const answersClick = (node, jquery) => typeof node.onclick === 'function' || typeof node.__click === 'function' ||
    typeof node.$$click === 'function' || listens(node, CLICKS) || jquery.click.has(node) ||
    attribute(node, ATTRIBUTES) || props(node, PROPERTIES.click);
  const answersHover = (node, jquery) => typeof node.onmouseenter === 'function' || typeof node.onmouseover === 'function' ||
    listens(node, HOVERS) || jquery.hover.has(node) || attribute(node, HOVER_ATTRIBUTES) || props(node, PROPERTIES.hover);
  const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== 'hidden';
  const words = (node) => squeeze(node.innerText || node.textContent) || squeeze(node.getAttribute('aria-label') ||
    node.getAttribute('title') || (node.querySelector('img[alt]') || { alt: '' }).alt);

  const name = (node, generic) => {  // what a visitor would call it: a card by its heading, "Unduh" by its row or card
    let label = words(node);
    if (!label) return '';
    const own = node.querySelector(HEADING);
    if (label.length > LONGEST / 2 && own && squeeze(own.textContent)) label = squeeze(own.textContent);
    if (label && !generic.has(label.toLowerCase())) return label.slice(0, LONGEST);
    for (let box = node.parentElement, step = 0; box && box !== document.body && step < NEAR; box = box.parentElement, step += 1) {
      const heading = box.querySelector(HEADING);
      if (heading && squeeze(heading.textContent)) return squeeze(heading.textContent).slice(0, LONGEST);
      if (/^(?:TR|LI|ARTICLE)$/.test(box.tagName)) return (words(box).replace(label, '').trim() || label).slice(0, LONGEST);
    }
    return label.slice(0, LONGEST);
  };

  let nodes = new Map();
  const triggers = (generic) => {
    const jquery = delegated();
    const all = elements();
    const explicit = new Set(document.querySelectorAll(EXPLICIT));
    const found = new Map();
    for (const node of all) {
      if (node.matches(NEVER) || node.disabled || node.closest('svg') || node.getAttribute('aria-expanded') === 'true') continue;
      if (node.type === 'submit' && node.closest('form') && node.getAttribute('type') !== 'button') continue;
      const real = leads(node);
      const style = getComputedStyle(node);
      const pointer = style.cursor === 'pointer' && (!node.parentElement || getComputedStyle(node.parentElement).cursor !== 'pointer');
      const click = !real && !node.closest('a[href]:not([href^="#"]):not([href=""]):not([href^="javascript:"])') &&
        (explicit.has(node) || pointer || answersClick(node, jquery));
      const opens = node.hasAttribute('aria-haspopup') || node.hasAttribute('aria-expanded');
      const top = Boolean(node.closest(TEMPLATE)) && !node.closest('footer,[role=contentinfo]');
      const hover = opens || (answersHover(node, jquery) && (!real || top));
      if (!click && !hover) continue;
      let under = hover;  // the mouse over it is over what stands around it, too
      for (let up = node.parentElement, step = 0; !under && !real && up && up !== document.body && step < NEAR; up = up.parentElement, step += 1) {
        under = found.has(up) && found.get(up).hover;
      }
      found.set(node, { click, hover: hover || under, own: opens || (hover && !click && !real), sure: explicit.has(node) || typeof node.onclick === 'function' });
    }
    for (const [node, how] of found) {  // what holds other triggers only passes their events on; a backdrop shuts what is open
      if (how.sure) continue;
      const box = node.getBoundingClientRect();
      const covers = box.width > innerWidth * 0.8 && box.height > innerHeight * 0.6;
      const links = [...node.querySelectorAll('a[href]')].filter(leads).length;
      if (covers || links > 1 || (node.textContent || '').length > MOST_TEXT) { found.delete(node); continue; }
      for (const other of found.keys()) {
        if (other !== node && found.get(other).click && node.contains(other)) { found.delete(node); break; }
      }
    }
    const counts = new Map();
    nodes = new Map();
    const out = [];
    for (const [node, how] of found) {
      const label = name(node, generic);
      const template = Boolean(node.closest(TEMPLATE));
      if (!label) continue;
      const base = `${node.tagName}|${label}`;
      const number = counts.get(base) || 0;
      counts.set(base, number + 1);
      const key = `${base}|${number}`;
      nodes.set(key, node);
      node.setAttribute(MARK, key);
      out.push({ key, label, template, click: how.click, hover: how.hover, own: how.own, hidden: !shown(node) });
    }
    return out;
  };

  // -- acting: a mouse that moves from place to place, as real ones do
  let mouse = null;
  const fire = (node, kind, type, bubbles, related) => node.dispatchEvent(new kind(type, {
    bubbles, cancelable: true, composed: true, view: window, relatedTarget: related, button: 0, pointerType: 'mouse', pointerId: 1, isPrimary: true,
    buttons: /down$/.test(type) ? 1 : 0,
  }));
  const chain = (node) => { const all = []; for (let one = node; one && one !== document; one = one.parentNode) all.push(one); return all; };
  const move = (node) => {
    const before = mouse && mouse.isConnected ? mouse : null;
    if (before === node) return;
    if (before) {
      fire(before, PointerEvent, 'pointerout', true, node); fire(before, MouseEvent, 'mouseout', true, node);
      chain(before).filter((one) => !one.contains(node)).forEach((one) => {
        fire(one, PointerEvent, 'pointerleave', false, node); fire(one, MouseEvent, 'mouseleave', false, node);
      });
    }
    mouse = node;
    fire(node, PointerEvent, 'pointerover', true, before); fire(node, MouseEvent, 'mouseover', true, before);
    chain(node).reverse().filter((one) => !before || !one.contains(before)).forEach((one) => {
      fire(one, PointerEvent, 'pointerenter', false, before); fire(one, MouseEvent, 'mouseenter', false, before);
    });
    fire(node, PointerEvent, 'pointermove', true, null); fire(node, MouseEvent, 'mousemove', true, null);
  };
  const find = (key) => (nodes.get(key) && nodes.get(key).isConnected ? nodes.get(key) : null);

  // -- what came to light
  const seen = new Set();
  const met = new WeakSet();
  const restless = new WeakSet();
  const everShown = new WeakSet();
  const sign = (node) => {
    let own = '';
    for (const part of node.childNodes) if (part.nodeType === 3) own += part.data;
    own = squeeze(own).replace(/\d{1,2}[:.]\d{2}(?:[:.]\d{2})?/g, '0:00');  // a clock says nothing new
    const href = node.getAttribute('href');
    const source = /^(?:IMG|IFRAME|EMBED|OBJECT)$/.test(node.tagName) ? node.getAttribute('src') || node.getAttribute('data') : '';
    return own || href || source ? `${own}|${href || ''}|${source || ''}` : '';
  };
  const skipped = (node) => /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|LINK|META)$/.test(node.tagName);
  const signed = () => elements().filter((node) => !skipped(node)).map((node) => [node, sign(node)]).filter(([, one]) => one);
  const remember = () => {
    for (const [node, one] of signed()) { seen.add(one); met.add(node); }
    for (const node of elements()) if (!everShown.has(node) && shown(node)) everShown.add(node);
  };
  const path = (node) => {
    const steps = [];
    for (let one = node; one && one !== document.body; one = one.parentElement) {
      steps.unshift(`${[...one.parentElement.children].indexOf(one)}${one.tagName}`);
    }
    return steps.join('/');
  };
  const follow = (steps) => {
    let node = document.body;
    for (const step of steps ? steps.split('/') : []) {
      node = node && node.children[parseInt(step, 10)];
      if (!node || !step.endsWith(node.tagName)) return null;
    }
    return node;
  };
  const pieces = () => {
    const fresh = new Map();
    const stale = new Set();  // what stood there before, and all around it
    const new_ = new Map(), again = new Map();  // below each node: what was never said, and what was said elsewhere
    const count = (map, node) => chain(node).forEach((up) => map.set(up, (map.get(up) || 0) + 1));
    for (const [node, one] of signed()) {
      const moves = restless.has(node) || (node.parentElement && restless.has(node.parentElement));
      if (moves || (met.has(node) && seen.has(one))) chain(node).forEach((up) => stale.add(up));
      else if (seen.has(one)) count(again, node);
      else { fresh.set(node, one); count(new_, node); }
    }
    const tops = new Map();
    const whole = (node) => node && node !== document.body && !stale.has(node) && new_.get(node) >= (again.get(node) || 0);
    for (const [node, one] of fresh) {
      if (stale.has(node)) continue;
      let top = node;
      while (whole(top.parentElement)) top = top.parentElement;
      if (!tops.has(top)) tops.set(top, []);
      tops.get(top).push(one);
    }
    const out = [];
    for (const [top, signs] of tops) {
      const text = squeeze(top.textContent);
      if (!/\p{L}{3}/u.test(text) && !top.querySelector('a[href],img') && !top.matches('a[href],img')) continue;
      const html = top.outerHTML;
      if (html.length > MOST_HTML) continue;
      out.push({ html, signs, words: text ? text.split(' ').length : 0, where: path(top.parentElement), template: Boolean(top.closest(TEMPLATE)),
        links: [...new Set([...(top.matches('a[href]') ? [top] : []), ...top.querySelectorAll('a[href]')].map((one) => one.href))].slice(0, 200) });
    }
    return out;
  };

  const pseudo = /:(?:hover|focus-within|focus-visible|focus|target|checked|active)/;
  const showers = () => {  // selectors of elements that a style sheet shows under the mouse; null where a sheet cannot be read
    const found = [];
    const walk = (rules) => {
      for (const rule of rules) {
        if (rule.cssRules && rule.cssRules.length && !rule.selectorText) walk(rule.cssRules);
        else if (rule.selectorText && pseudo.test(rule.selectorText)) {
          rule.selectorText.split(',').forEach((one) => { if (pseudo.test(one)) found.push(one.replace(new RegExp(pseudo.source, 'g'), '').trim()); });
        }
      }
    };
    for (const sheet of document.styleSheets) { try { walk(sheet.cssRules); } catch { return null; } }
    return found;
  };
  const conceal = () => {  // what a style sheet hides for good is told to the reader, who reads no style sheets
    const rules = showers();
    if (rules === null) return;
    const named = new Set();
    for (const node of document.querySelectorAll('[aria-controls],[data-target],[data-bs-target],[for],a[href^="#"]')) {
      for (const key of ['aria-controls', 'data-target', 'data-bs-target', 'for', 'href']) {
        const value = (node.getAttribute(key) || '').replace(/^#/, '');
        if (value) named.add(value);
      }
    }
    for (const node of elements()) {
      if (skipped(node) || everShown.has(node) || node.hasAttribute('hidden') || node.style.display === 'none') continue;
      const style = getComputedStyle(node);
      if (style.display !== 'none' || (node.parentElement && getComputedStyle(node.parentElement).display === 'none')) continue;
      const before = node.previousElementSibling;
      if ((node.id && named.has(node.id)) || node.closest(TEMPLATE) || node.querySelector(`[${MARK}]`)) continue;
      if (before && before.matches('input,label,button,summary')) continue;
      if (rules.some((rule) => { try { return rule && node.matches(rule); } catch { return true; } })) continue;
      node.setAttribute('hidden', '');
    }
  };

  const lead = (node, address) => {  // what a click leads to becomes the link that it is to a visitor
    if (node.tagName === 'A') node.setAttribute('href', address);
    else if (node.tagName === 'BUTTON' || node.querySelector('a[href],button')) node.setAttribute('data-href', address);
    else {
      const link = Object.assign(document.createElement('a'), { href: address });
      link.append(...node.childNodes);
      node.append(link);
    }
  };

  window.__sight = {
    text: () => (document.body ? document.body.innerText.slice(0, 200000) : ''),
    quiet: (rest, most) => new Promise((done) => {  // [whether all is still, size]; what only changes its words is still
      const before = size();
      let timer = 0;
      const end = (still) => { observer.disconnect(); clearTimeout(timer); clearTimeout(last); done([still, size()]); };
      const again = () => { clearTimeout(timer); timer = setTimeout(() => end(true), rest); };
      const observer = new MutationObserver(again);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      const last = setTimeout(() => end(Math.abs(size() - before) < 8), most);
      again();
    }),
    triggers: (generic) => triggers(new Set(generic)),
    remember,
    know: (signs) => { remember(); signs.forEach((one) => seen.add(one)); },
    restless: () => {  // what moves by itself (clocks, tickers, typing) was not brought by a click
      for (const [node, one] of signed()) if (!seen.has(one)) { restless.add(node); if (node.parentElement && node.parentElement !== document.body) restless.add(node.parentElement); }
      remember();
    },
    act: (key, how) => {
      const node = find(key);
      if (!node) return false;
      move(node);
      if (how === 'click') {
        fire(node, PointerEvent, 'pointerdown', true, null); fire(node, MouseEvent, 'mousedown', true, null);
        fire(node, PointerEvent, 'pointerup', true, null); fire(node, MouseEvent, 'mouseup', true, null);
        node.click ? node.click() : fire(node, MouseEvent, 'click', true, null);
      }
      return true;
    },
    outcome: (generic) => {
      const found = triggers(new Set(generic));  // marks them, before what came to light is copied
      const brought = pieces();
      remember();
      return { triggers: found, pieces: brought };
    },
    leave: () => { if (document.body) move(document.body); },
    opened: () => opened.splice(0),
    unite: (parts, routes, answers) => {
      const now = new Set(signed().map(([, one]) => one));
      for (const { html, signs, where, template, label, key } of parts) {
        if (signs.filter((one) => now.has(one)).length * 2 > signs.length) continue;
        const holder = document.createElement('div');
        holder.innerHTML = html;
        holder.querySelectorAll('[style]').forEach((one) => { one.style.opacity = ''; one.style.visibility = ''; });
        const part = document.createElement(template ? 'div' : 'section');
        const place = follow(where);
        const trigger = document.querySelector(`[${MARK}="${CSS.escape(key)}"]`);
        const beside = Boolean(place && trigger && place !== document.body && place.parentElement && place.parentElement.contains(trigger));
        if (!template && label && !beside && ![...holder.querySelectorAll(HEADING)].some((one) => squeeze(one.textContent) === label)) {
          const title = document.createElement('h3');
          title.textContent = label;
          part.append(title);
        }
        part.append(...holder.childNodes);
        (place && place !== document.body ? place : document.querySelector('main') || document.body).append(part);
        signs.forEach((one) => now.add(one));
      }
      for (const node of document.querySelectorAll(`[${MARK}]`)) {
        const address = routes[node.getAttribute(MARK)];
        const how = answers[node.getAttribute(MARK)];
        if (address) lead(node, address);
        else if (how === 'opened') node.setAttribute('aria-expanded', 'true');
        else if (how === 'nothing' && node.matches('button,[role=button],a:not([href])') && !node.closest(TEMPLATE)) node.setAttribute('data-href', '#');
      }
      conceal();
      document.querySelectorAll(`[${MARK}]`).forEach((node) => node.removeAttribute(MARK));
      for (const node of elements()) {
        if (!node.shadowRoot) continue;
        const inside = document.createElement('div');
        inside.innerHTML = node.shadowRoot.innerHTML;
        node.append(inside);
      }
    },
  };
})();
