"use strict";
(() => {
  // The filters: one pass over the findings; their text is read once, when it is first asked for.
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll("article.finding")];
  const groups = [...document.querySelectorAll(".group")];
  const folds = [...document.querySelectorAll("details.group, details.also")];
  let texts = null;
  const show = () => {
    const data = new FormData(form);
    const levels = new Set(data.getAll("level")), verdicts = new Set(data.getAll("verdict"));
    const rule = data.get("rule"), article = data.get("article"), words = data.get("text").trim().toLowerCase();
    if (words && !texts) texts = findings.map((one) => one.textContent.toLowerCase());
    let shown = 0;
    findings.forEach((one, n) => {
      const fits = levels.has(one.dataset.level) && verdicts.has(one.dataset.verdict) && (!rule || one.dataset.rule === rule)
        && (!article || one.dataset.article === article) && (!words || texts[n].includes(words));
      if (one.hidden === fits) one.hidden = !fits;
      shown += fits;
    });
    for (const group of groups) group.hidden = !group.querySelector("article.finding:not([hidden])");
    // What a filter looks for is not left folded away; with all shown, what it opened is folded again.
    for (const fold of folds) {
      const holds = fold.querySelector("article.finding:not([hidden])") !== null;
      if (fold.matches(".also")) fold.hidden = !holds;
      if (shown < findings.length && holds && !fold.open) { fold.open = true; fold.dataset.opened = ""; }
      if (shown === findings.length && "opened" in fold.dataset) { fold.open = false; delete fold.dataset.opened; }
    }
    document.getElementById("shown").textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length} findings`;
  };
  if (form) {
    let waiting = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 80); });
    form.addEventListener("reset", () => setTimeout(show));
    show();
  }

  // A permalink shows its finding even where a filter hides it, and opens the rule that it names.
  const open = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no name of anything */ }
    if (!target) return;
    const unfold = () => { for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true; };
    if (target.hidden) { form.reset(); show(); }
    unfold();
    // The browser scrolls for a new address in the next frame, however late that comes; the frame after it is ours.
    // A reset of the form folds again by then.
    requestAnimationFrame(() => requestAnimationFrame(() => { unfold(); target.scrollIntoView(); }));
  };
  addEventListener("hashchange", open);
  open();

  // The note to the desk, as plain text.
  for (const box of document.querySelectorAll(".note-to")) {
    box.addEventListener("toggle", () => {
      if (box.querySelector("button")) return;
      const copy = document.createElement("button");
      copy.type = "button";
      copy.textContent = "Copy as note to the desk";
      copy.addEventListener("click", async () => {
        const text = box.querySelector(".text").textContent.trim();
        try { await navigator.clipboard.writeText(text); } catch {
          getSelection().selectAllChildren(box.querySelector(".text"));
          document.execCommand("copy");
        }
        copy.textContent = "Copied";
        setTimeout(() => { copy.textContent = "Copy as note to the desk"; }, 2000);
      });
      box.append(copy);
    });
  }

  // On paper everything is open.
  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details:not([open])")) { one.open = true; one.dataset.printed = ""; } });
  addEventListener("afterprint", () => { for (const one of document.querySelectorAll("details[data-printed]")) { one.open = false; delete one.dataset.printed; } });
})();
