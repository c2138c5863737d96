"""Small single-page applications, as offices have them: an empty shell, a script, data from an API, routes, tabs."""

from __future__ import annotations

import json

from tests.faults.server import Exchange, Handler, reply

SHELL = (
    "<!doctype html><html lang=id><head><title>Kemenag</title><link rel=stylesheet href='/gaya.css'></head><body>"
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>"
    "<script src='/app.js'></script></body></html>"
)

_COMMON = """
const isi = (kata) => Array(60).fill(kata).join(' ');
const pages = {
  '/': () => `<h1>Beranda</h1><p>${isi('selamat datang di kantor kami')}</p>`,
  '/ppid': () => `<h1>PPID</h1><p>${isi('pejabat pengelola informasi')}</p><div role="tablist">
    <button role="tab" id="t1">Informasi Berkala</button><button role="tab" id="t2">Setiap Saat</button></div>
    <div id="panel"><p>Pilih salah satu.</p></div><button id="maklumat">Maklumat Pelayanan</button>`,
  '/ppid/dip': () => `<h1>Daftar Informasi Publik</h1><p>${isi('daftar')}</p>
    <a href="/berkas/dip.pdf">Unduh DIP 2026</a>`,
  '/maklumat': () => `<h1>Maklumat Pelayanan</h1><p>${isi('kami berjanji melayani')}</p>`,
};
const entries = [['/', 'Beranda'], ['/ppid', 'PPID'], ['/ppid/dip', 'Daftar Informasi Publik']];
const menu = (link) => `<nav>${entries.map(([path, label]) => link(path, label)).join('')}</nav>`;
async function show(path, link, go) {
  const page = pages[path];
  document.getElementById('root').innerHTML = menu(link) + '<main>' +
    (page ? page() : '<h1>404</h1><p>Halaman tidak ditemukan</p>') + '<div id="kabar"></div></main>';
  const on = (id, act) => { document.getElementById(id).onclick = act; };
  const fill = (html) => () => { document.getElementById('panel').innerHTML = html; };
  if (path === '/ppid') {
    on('t1', fill('<h2>Berkala</h2><ul><li><a href="/berkas/lkjip.pdf">LKjIP 2025</a></li></ul>'));
    on('t2', fill('<h2>Setiap saat</h2><p>Daftar perjanjian dengan pihak ketiga tahun ini.</p>'));
    on('maklumat', () => go('/maklumat'));
  }
  const data = await (await fetch('/api/berita')).json();
  document.getElementById('kabar').innerHTML = data.map((one) => `<p>${one.judul}</p>`).join('');
}
"""
HISTORY = (
    _COMMON
    + """
const link = (path, label) => `<a href="${path}">${label}</a>`;
const render = () => show(location.pathname, link, (path) => { history.pushState({}, '', path); render(); });
window.onpopstate = render;
setTimeout(render, 150);
"""
)
HASH = (
    _COMMON
    + """
const link = (path, label) => `<a href="#${path}">${label}</a>`;
const render = () => show(location.hash.slice(1) || '/', link, (path) => { location.hash = path; });
window.onhashchange = render;
setTimeout(render, 150);
"""
)
HOSTILE = (
    HISTORY
    + """
fetch('/kirim', { method: 'POST', body: 'x' }).catch(() => {});
fetch('http://169.254.169.254/latest').catch(() => {});
navigator.sendBeacon && navigator.sendBeacon('/suar', 'x');
try { new WebSocket(`ws://${location.host}/soket`); } catch (error) { /* refused */ }
new Image().src = '/gambar.png';
navigator.serviceWorker && navigator.serviceWorker.register('/pekerja.js').catch(() => {});
alert('halo'); window.open('/jendela');
"""
)
STUCK = "while (true) {}"


def routes(script: str, shell_status: int = 200) -> tuple[dict[str, Handler], Handler]:
    """(routes, what unknown addresses get) of an application."""

    async def shell(exchange: Exchange) -> None:
        await reply(SHELL, 200 if exchange.request.path == "/" else shell_status)(exchange)

    pdf = reply(b"%PDF-1.4\n" + b"isi " * 100, type="application/pdf")
    found: dict[str, Handler] = {
        "/app.js": reply(script, type="application/javascript"),
        "/api/berita": reply(json.dumps([{"judul": "Berita satu"}]), type="application/json"),
        "/berkas/dip.pdf": pdf,
        "/berkas/lkjip.pdf": pdf,
        "/robots.txt": reply("", 404),
        "/feed/": reply("", 404),
        "/sitemap.xml": reply("", 404),
    }
    return found, shell
