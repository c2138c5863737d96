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

  each(d.querySelectorAll('a[href^="http"],a.simpan'), function (link) { link.target = "_blank"; link.rel = "noopener noreferrer"; });
  addEventListener("beforeprint", function () { each(d.querySelectorAll("details"), function (one) { one.open = true; }); });
})();
