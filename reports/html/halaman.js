"use strict";
(function () {
  var d = document, root = d.documentElement;
  function each(list, fn) { Array.prototype.forEach.call(list, fn); }
  function keep(key, value) { try { if (value === undefined) return localStorage.getItem(key); localStorage.setItem(key, value); } catch (e) { return null; } }

  var theme = d.getElementById("tema");
  if (theme) {
    var saved = keep("tema");
    if (saved === "gelap" || saved === "terang") root.setAttribute("data-tema", saved);
    theme.hidden = false;
    theme.addEventListener("click", function () {
      var now = root.getAttribute("data-tema") || (matchMedia("(prefers-color-scheme: dark)").matches ? "gelap" : "terang");
      var next = now === "gelap" ? "terang" : "gelap";
      root.setAttribute("data-tema", next); keep("tema", next);
    });
  }

  each(d.querySelectorAll("table[data-urut]"), function (table) {
    each(table.tHead.rows[0].cells, function (cell, column) {
      var button = cell.querySelector("button");
      if (!button) return;
      button.addEventListener("click", function () {
        var up = cell.getAttribute("aria-sort") ? cell.getAttribute("aria-sort") !== "ascending" : cell.hasAttribute("data-naik");
        each(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
        cell.setAttribute("aria-sort", up ? "ascending" : "descending");
        var rows = Array.prototype.slice.call(table.tBodies[0].rows);
        rows.sort(function (a, b) {
          var x = a.cells[column].getAttribute("data-v"), y = b.cells[column].getAttribute("data-v");
          if (x === "" || y === "") return (x === "") - (y === "");
          var order = isNaN(x) || isNaN(y) ? x.localeCompare(y, "id") : x - y;
          return up ? order : -order;
        });
        rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
      });
    });
  });

  var search = d.getElementById("cari"), area = d.getElementById("wilayah"), told = d.getElementById("jumlah");
  function filter() {
    var words = search.value.toLowerCase().split(/\s+/), shown = 0, all = 0;
    each(d.querySelectorAll("[data-kantor]"), function (row) {
      var name = row.getAttribute("data-kantor");
      var fits = (!area || !area.value || row.getAttribute("data-wilayah") === area.value) && words.every(function (w) { return name.indexOf(w) >= 0; });
      row.hidden = !fits;
      if (row.hasAttribute("data-hitung")) { all += 1; shown += fits ? 1 : 0; }
    });
    told.textContent = shown === all ? all + " kantor" : shown + " dari " + all + " kantor";
  }
  if (search) { search.addEventListener("input", filter); if (area) area.addEventListener("change", filter); filter(); }

  var chips = d.querySelectorAll(".cip button");
  each(chips, function (chip) {
    chip.addEventListener("click", function () {
      each(chips, function (other) { other.setAttribute("aria-pressed", String(other === chip)); });
      var want = chip.getAttribute("data-hasil"), count = 0;
      each(d.querySelectorAll(".kel"), function (group) {
        var any = false;
        each(group.querySelectorAll(".t"), function (item) {
          var fits = !want || item.getAttribute("data-hasil") === want || (want === "tinjau" && item.hasAttribute("data-tinjau"));
          item.hidden = !fits; any = any || fits; count += fits ? 1 : 0;
        });
        group.hidden = !any;
      });
      d.getElementById("terlihat").textContent = count + " temuan ditampilkan";
    });
  });

  var opener = d.getElementById("buka");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", function () {
      var open = opener.getAttribute("aria-pressed") !== "true";
      opener.setAttribute("aria-pressed", String(open));
      opener.textContent = open ? "Tutup semua bukti" : "Buka semua bukti";
      each(d.querySelectorAll(".t details"), function (one) { one.open = open; });
    });
  }
  function reveal() {
    var target = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    var box = target && target.querySelector("details");
    if (box) box.open = true;
  }
  addEventListener("hashchange", reveal); reveal();
  each(d.querySelectorAll('a[href^="http"],a.simpan'), function (link) { link.target = "_blank"; link.rel = "noopener noreferrer"; });
  addEventListener("beforeprint", function () { each(d.querySelectorAll("details"), function (one) { one.open = true; }); });
})();
