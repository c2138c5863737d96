"use strict";
(() => {
  const tema = document.getElementById("tema");
  const akar = document.documentElement;
  if (tema) {
    tema.hidden = false;
    tema.addEventListener("click", () => {
      const gelap = akar.dataset.tema ? akar.dataset.tema === "gelap" : matchMedia("(prefers-color-scheme:dark)").matches;
      akar.dataset.tema = gelap ? "terang" : "gelap";
    });
  }
  for (const tombol of document.querySelectorAll("[data-salin]")) {
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      const isi = document.getElementById(tombol.dataset.salin);
      try { await navigator.clipboard.writeText(isi.value); } catch { isi.select(); document.execCommand("copy"); }
      tombol.textContent = "Tersalin";
    });
  }
  const mengetik = (e) => e.target.closest("input:not([type=checkbox]),textarea,select") || e.ctrlKey || e.altKey || e.metaKey;
  document.addEventListener("keydown", (e) => {
    if (mengetik(e)) return;
    const tombol = document.querySelector(`[data-tombol="${CSS.escape(e.key)}"]`);
    const arah = { ArrowLeft: "prev", ArrowRight: "next" }[e.key];
    const tautan = arah && document.querySelector(`main a[rel~=${arah}]`);
    if (!tombol && !tautan) return;
    e.preventDefault();
    (tombol || tautan).click();
  });
  akar.dataset.skrip = "";
  for (const form of document.querySelectorAll("form[data-simpan]")) {
    const kabar = form.querySelector("[role=status]");
    let jeda = 0, sibuk = false, lagi = false;
    const simpan = async () => {
      clearTimeout(jeda); jeda = 0;
      if (sibuk) { lagi = true; return; }
      sibuk = true; lagi = false;
      const dikirim = new URLSearchParams(new FormData(form));
      let pesan = "Belum tersimpan: meja kerja tidak menjawab. Biarkan halaman ini terbuka, lalu buka lagi KIP Auditor.", baik = false;
      try {
        const jawaban = await fetch(form.action, { method: "POST", body: dikirim, headers: { Accept: "application/json" }, keepalive: true });
        baik = jawaban.ok;
        if ((jawaban.headers.get("content-type") || "").includes("json")) {
          const isi = await jawaban.json();
          pesan = isi.pesan;
          for (const [nama, nilai] of Object.entries(isi.isi || {})) {
            form.elements["semula_" + nama].value = nilai;
            const kotak = form.elements[nama];
            if (kotak.value.trim() === dikirim.get(nama).trim() && kotak !== document.activeElement) kotak.value = nilai;
          }
        } else pesan = await jawaban.text();
      } catch { /* told below */ }
      kabar.textContent = pesan;
      kabar.classList.toggle("gagal", !baik);
      form.toggleAttribute("data-belum", !baik || lagi || jeda !== 0);
      sibuk = false;
      if (lagi) simpan();
    };
    form.addEventListener("input", () => { form.toggleAttribute("data-belum", true); clearTimeout(jeda); jeda = setTimeout(simpan, 700); });
    form.addEventListener("change", simpan);
    form.addEventListener("submit", (e) => { e.preventDefault(); simpan(); });
  }
  addEventListener("beforeunload", (e) => { if (document.querySelector("form[data-belum]")) e.preventDefault(); });
  const kerja = document.getElementById("kerja");
  if (!kerja || !("berjalan" in kerja.dataset)) return;
  const baris = new Map([...kerja.querySelectorAll("tr[data-situs]")].map((tr) => [tr.dataset.situs, tr]));
  const kemajuan = document.getElementById("kemajuan"), bilah = document.getElementById("bilah"), catatan = document.getElementById("catatan");
  const ikuti = async () => {
    let kabar;
    try { kabar = await (await fetch("/jalankan/keadaan")).json(); }
    catch { kemajuan.textContent = "Meja kerja tidak menjawab. Bila jendelanya ditutup, buka lagi KIP Auditor lalu lanjutkan."; return; }
    if (!kabar.berjalan) { location.reload(); return; }
    for (const b of kabar.baris) {
      const sel = baris.get(b.site_id)?.cells;
      if (!sel) continue;
      [b.pages || "", b.documents || "", b.state || "menunggu", b.score].forEach((isi, i) => {
        if (sel[i + 1].textContent !== String(isi)) sel[i + 1].textContent = isi;
      });
    }
    if (bilah) {
      bilah.value = kabar.selesai;
      const kalimat = `${kabar.selesai} dari ${kabar.baris.length} kantor selesai${kabar.sisa ? ", " + kabar.sisa : ""}.`;
      if (kemajuan.textContent !== kalimat) kemajuan.textContent = kalimat;
    }
    catatan.hidden = !kabar.catatan.length;
    catatan.textContent = kabar.catatan.join("\n");
    setTimeout(ikuti, 1500);
  };
  setTimeout(ikuti, 1500);
})();
