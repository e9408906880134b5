"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // The theme: what the system prefers, until the button says otherwise.
  const button = document.getElementById("theme");
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefers.matches);
  const label = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours"); };
  try { const kept = localStorage.getItem("corrigenda-theme"); if (kept === "dark" || kept === "light") root.dataset.theme = kept; } catch { /* a browser may refuse to keep it */ }
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("corrigenda-theme", root.dataset.theme); } catch { /* likewise */ }
    label();
  });
  prefers.addEventListener("change", label);
  button.hidden = false;
  label();
})();
