"use strict";
(function () {
  var d = document;
  function each(list, fn) { Array.prototype.forEach.call(list, fn); }

  var chips = d.querySelectorAll(".cip button");
  each(chips, function (chip) {
    chip.addEventListener("click", function () {
      each(chips, function (other) { other.setAttribute("aria-pressed", String(other === chip)); });
      var want = chip.getAttribute("data-hasil"), count = 0;
      each(d.querySelectorAll(".kel"), function (group) {
        var any = false;
        each(group.querySelectorAll(".t"), function (item) {
          var fits = !want || item.classList.contains(want) || (want === "tinjau" && item.hasAttribute("data-tinjau"));
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
})();
