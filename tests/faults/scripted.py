"""Sites on which scripts do what they do on office sites: menus, cards, modals, lists that come later."""

from __future__ import annotations

import json

from tests.faults.server import Handler, reply

MENU = "".join(
    f'<li><a href="{path}">{label}</a></li>'
    for path, label in (("/", "Beranda"), ("/kontak", "Kontak"), ("/dip", "Daftar Informasi Publik"))
)
OFFICE = "Kantor Kementerian Agama Kabupaten Purbalingga"


def page(main: str, script: str = "", head: str = "", nav: str = "") -> str:
    """An office's page with a full head and foot."""
    foot = (
        f"{OFFICE}, Jalan Jenderal Sudirman Nomor 12 Purbalingga 53311, telepon (0281) 891234, surel "
        "humas@purbalingga.example.go.id, jam layanan Senin sampai Jumat pukul 08.00 sampai 16.00"
    )
    return (
        f"<!doctype html><html lang=id><head><title>{OFFICE}</title>{head}</head><body><header><nav><ul>{MENU}</ul>"
        f"{nav}</nav></header><main>{main}</main><footer>{foot}</footer>"
        f"{f'<script>{script}</script>' if script else ''}</body></html>"
    )


WORDS = "Kantor ini melayani masyarakat di bidang agama dan pendidikan keagamaan dengan sepenuh hati. " * 3

# Everything on this home page answers to the mouse alone; nothing of it stands in the page as it is sent.
_ACTING = """
const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more || {});
const profil = document.getElementById('profil');
let shown = null;
profil.addEventListener('mouseenter', () => {
  if (shown) return;
  shown = make('div', '');
  const visi = make('div', 'Visi dan Misi');
  visi.addEventListener('click', () => {
    const modal = make('div', '');
    modal.append(make('h2', 'Visi dan Misi'), make('p', 'Terwujudnya masyarakat yang taat beragama dan rukun'));
    modal.style.opacity = '0'; modal.style.transform = 'translateY(8px)';
    document.body.append(modal);
  });
  const wakil = make('div', 'Tugas dan Fungsi');
  wakil.addEventListener('mouseenter', () => {
    if (!wakil.querySelector('a')) wakil.append(make('a', 'Tugas dan fungsi kantor', { href: '/tugas' }));
  });
  shown.append(visi, wakil);
  profil.append(shown);
});
profil.addEventListener('mouseleave', () => { if (shown) { shown.remove(); shown = null; } });
document.getElementById('ppid').addEventListener('click', (event) => {
  const list = event.currentTarget.nextElementSibling;
  if (list) { list.remove(); return; }
  event.currentTarget.insertAdjacentHTML('afterend', '<div><a href="/berkala">Informasi Berkala</a></div>');
});
for (const card of document.querySelectorAll('.kartu')) {
  card.style.cursor = 'pointer';
  card.addEventListener('click', () => { location.href = card.dataset.ke; });
}
document.getElementById('dalam').addEventListener('click', () => {
  history.pushState({}, '', '/sejarah');
  document.querySelector('main').innerHTML = '<h1>Sejarah</h1>';
});
document.getElementById('unduh').onclick = () => window.open('/berkas/dip.pdf');
document.getElementById('mundur').onclick = () => history.back();
document.getElementById('luar').onclick = () => { location.href = 'http://tidak.ada.invalid/'; };
setInterval(() => { document.getElementById('jam').textContent = 'Pukul ' + performance.now() + ' sekarang'; }, 60);
"""
HOME = page(
    f"<h1>Selamat datang</h1><p>{WORDS}</p><p id=jam>Pukul berapa sekarang</p>"
    + "".join(f'<div class="kartu" data-ke="/layanan/{n}"><h3>Layanan {n}</h3><p>Uraian</p></div>' for n in range(1, 5))
    + '<div class="kartu" data-ke="/maklumat"><h3>Maklumat Pelayanan</h3></div>'
    "<button id=dalam>Sejarah</button><button id=unduh>Unduh daftar</button><button id=mundur>Mundur</button>"
    "<span id=luar role=button>Portal lain</span>",
    _ACTING,
    nav="<div id=profil>Profil</div><button id=ppid aria-expanded=false>PPID</button>",
)
ROWS = [[str(n), f"Informasi publik nomor {n}", "Subbagian Tata Usaha"] for n in range(1, 13)]
_FILLS = """
fetch('/api/daftar').then((answer) => answer.json()).then((rows) => {
  document.querySelector('tbody').innerHTML =
    rows.map((row) => '<tr>' + row.map((cell) => `<td>${cell}</td>`).join('') + '</tr>').join('');
});
"""
TABLE = (
    f"<h1>Daftar Informasi Publik</h1><p>{WORDS}</p><table id=dip><thead><tr><th>No</th><th>Ringkasan</th>"
    "<th>Pejabat</th></tr></thead><tbody></tbody></table>"
)
LATER = page(TABLE, _FILLS)
WAITING = page(
    f"<h1>Daftar Informasi Publik</h1><p>{WORDS}</p><div id=isi><p>Memuat data ...</p></div>",
    "const isi = document.getElementById('isi');"
    "setTimeout(() => { isi.innerHTML = '<p>Informasi publik nomor 1 tahun 2026</p>'; }, 900);",
)
HOLLOW = page(
    "<div id=isi></div>",
    "document.getElementById('isi').innerHTML = '<h1>Daftar Informasi Publik</h1><p>Informasi publik nomor 1</p>';",
)
DECORATED = page(f"<h1>Selamat datang</h1><p>{WORDS}</p>", "document.title = document.title + '!';")


def office(home: str, **more: str) -> dict[str, Handler]:
    """The routes of an office whose pages are given by path."""
    pdf = reply(b"%PDF-1.4\n" + b"isi " * 100, type="application/pdf")
    found: dict[str, Handler] = {
        "/": reply(home),
        "/kontak": reply(page(f"<h1>Kontak</h1><p>{WORDS}</p>", "console.log('halo');")),
        "/dip": reply(page(f"<h1>Daftar Informasi Publik</h1><p>{WORDS}</p>", "console.log('halo');")),
        "/api/daftar": reply(json.dumps(ROWS), type="application/json"),
        "/berkas/dip.pdf": pdf,
        **{path: reply("", 404) for path in ("/robots.txt", "/feed/", "/sitemap.xml")},
    }
    for name in ("visi", "tugas", "berkala", "maklumat", "sejarah", *(f"layanan/{n}" for n in range(1, 5))):
        found[f"/{name}"] = reply(page(f"<h1>Halaman {name}</h1><p>{WORDS}</p>"))
    return found | {path: reply(html) for path, html in more.items()}


# What tries to reach the network past the interception; PORT is where somebody listens.
ESCAPING = """
try {
  const line = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:PORT' }] });
  line.createDataChannel('x');
  line.createOffer().then((offer) => line.setLocalDescription(offer));
} catch (error) { /* there is none */ }
const code = URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:PORT/pekerja', { mode: 'no-cors' })"]));
try { new SharedWorker(code); } catch (error) { /* there is none */ }
try { new Worker(code); } catch (error) { /* refused */ }
const frame = document.createElement('iframe');
frame.srcdoc = "<script>fetch('http://127.0.0.1:PORT/bingkai', { mode: 'no-cors' })</" + "script>";
document.body.append(frame);
const link = Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'http://127.0.0.1:PORT/dahulu' });
document.head.append(link);
window.open('http://127.0.0.1:PORT/jendela');
const anchor = Object.assign(document.createElement('a'), { href: 'http://127.0.0.1:PORT/tautan', target: '_blank' });
anchor.ping = 'http://127.0.0.1:PORT/ping';
document.body.append(anchor); anchor.click();
document.body.insertAdjacentHTML('beforeend', '<p>Selesai mencoba keluar</p>');
"""
HUNGRY = """
const kept = [];
document.body.insertAdjacentHTML("beforeend", "<p>Memuat</p>");
const eat = () => { for (let n = 0; n < 8; n += 1) kept.push(new Uint8Array(16e6).fill(7)); setTimeout(eat, 30); };
eat();
"""
