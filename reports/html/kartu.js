"use strict";
(function () {
  var d = document;
  function each(list, fn) { Array.prototype.forEach.call(list, fn); }

  var chips = d.querySelectorAll("[data-hasil]");
  each(chips, function (chip) {
    chip.addEventListener("click", function () {
      each(chips, function (other) { other.setAttribute("aria-pressed", String(other === chip)); });
      var want = chip.getAttribute("data-hasil"), count = 0;
      function keep(box) {
        var any = false;
        each(box.querySelectorAll(".t"), function (item) {
          var fits = !want || item.classList.contains(want) || item.hasAttribute("data-" + want);
          item.hidden = !fits; any = any || fits;
        });
        box.hidden = !any;
      }
      each(d.querySelectorAll(".sebab"), keep);
      each(d.querySelectorAll(".kel"), keep);
      each(d.querySelectorAll(".kel .t"), function (item) { count += item.hidden ? 0 : 1; });
      d.getElementById("terlihat").textContent = count + " temuan ditampilkan";
    });
  });

  var opener = d.getElementById("buka"), proofs = d.querySelectorAll(".t details,.sebab");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", function () {
      var open = opener.getAttribute("aria-pressed") !== "true";
      opener.setAttribute("aria-pressed", String(open));
      opener.textContent = open ? "Tutup semua bukti" : "Buka semua bukti";
      each(proofs, function (one) { one.open = open; });
    });
  }
  function reveal() {
    var target = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    var box = target.querySelector("details") || target.closest("details");
    if (box) { box.open = true; target.scrollIntoView(); }
  }
  addEventListener("hashchange", reveal); reveal();
})();
