"use strict";
(function () {
  var d = document;
  function each(list, fn) { Array.prototype.forEach.call(list, fn); }

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
})();
