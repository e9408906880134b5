"use strict";
(() => {
  // The filters of the front page: one pass over the entries; their text is read once, when it is first asked for.
  const form = document.getElementById("filters");
  if (!form) return;
  const entries = [...document.querySelectorAll(".entries > li")];
  const kinds = ["rules", "people", "offices"];
  const held = entries.map((one) => kinds.map((kind) => new Set((one.dataset[kind] ?? "").split(" "))));
  let texts = null;
  const show = () => {
    const data = new FormData(form);
    const words = data.get("text").toLowerCase().split(/\s+/).filter(Boolean), level = data.get("level");
    const chosen = kinds.map((kind) => data.get(kind));
    if (words.length && !texts) texts = entries.map((one) => one.textContent.toLowerCase());
    let shown = 0;
    entries.forEach((one, n) => {
      const fits = (!level || one.classList.contains(level)) && words.every((word) => texts[n].includes(word))
        && chosen.every((value, kind) => !value || held[n][kind].has(value));
      if (one.hidden === fits) one.hidden = !fits;
      shown += fits;
    });
    document.getElementById("shown").textContent = shown === entries.length ? `${shown} shown` : `${shown} of ${entries.length} shown`;
  };
  let waiting = 0;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 80); });
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
