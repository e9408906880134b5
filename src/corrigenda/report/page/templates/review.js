// Forms work without this file. It keeps the place on the page, and adds keys and the look-up.
"use strict";

const rows = () => [...document.querySelectorAll("section.draft")];
const current = () => document.activeElement?.closest("section.draft");
const isBusy = () => document.querySelector("main").getAttribute("aria-busy") === "true";
let last = 0;

function go(step) {
  const all = rows(), here = current();
  if (!all.length) return;
  const place = here ? all.indexOf(here) + step : Math.min(last, all.length - 1);
  all[Math.max(0, Math.min(all.length - 1, place))].focus();
}

// Return what the program answers, or undefined, and say so, where it does not.
async function answer(request, form = "text") {
  try {
    return await (await request)[form]();
  } catch {
    tell("The program does not answer. Is it still running in the terminal? Nothing was written.");
    return undefined;
  }
}

async function show(request) {
  const here = current();
  last = here ? Math.max(0, rows().indexOf(here)) : last;
  document.querySelector("main").setAttribute("aria-busy", "true");
  const text = await answer(request);
  document.querySelector("main").removeAttribute("aria-busy");
  if (text === undefined) return;
  const main = new DOMParser().parseFromString(text, "text/html").querySelector("main");
  if (!main) {
    tell(text.trim());
    return;
  }
  document.querySelector("main").replaceWith(document.adoptNode(main));
  const all = rows();
  if (all.length) all[Math.min(last, all.length - 1)].focus();
}

function tell(words) {
  const notice = document.querySelector("#notice");
  notice.hidden = false;
  notice.classList.add("refused");
  notice.textContent = words;
}

async function change(row, form) {
  if (row.querySelector(".change-row")) return;
  const query = new URLSearchParams(new FormData(form));
  const text = await answer(fetch(`/row?${query}`));
  if (text === undefined) return;
  const made = new DOMParser().parseFromString(text, "text/html").querySelector(".change-row");
  if (!made) {
    tell(text.trim());
    return;
  }
  row.append(document.adoptNode(made));
  row.querySelector(".change-row :is(select, input[type=text])")?.focus();
}

document.addEventListener("submit", (event) => {
  const form = event.target, row = form.closest("section.draft");
  if (form.method === "get" && row) {
    event.preventDefault();
    change(row, form);
  } else if (form.method === "post" && document.querySelector("#findings")) {
    event.preventDefault();
    // What is decided next is decided about what is on the page then.
    if (isBusy()) return;
    show(fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }));
  }
});

// Show the words of the row that has the focus.
document.addEventListener("focusin", (event) => {
  const row = event.target.closest("section.draft"), pane = document.querySelector(".article");
  if (!row || !pane) return;
  const start = Number(row.dataset.start), end = Number(row.dataset.end);
  const here = [...pane.querySelectorAll("[data-at]")].filter((piece) => {
    const at = Number(piece.dataset.at);
    const isHere = at < end && at + [...piece.textContent].length > start;
    piece.classList.toggle("in-focus", isHere);
    return isHere;
  });
  if (!here.length) return;
  const first = here[0].getBoundingClientRect(), seen = pane.getBoundingClientRect();
  if (first.top < seen.top || first.bottom > seen.bottom) pane.scrollTop += first.top - seen.top - seen.height / 3;
});

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("section.draft .cancel");
  const link = event.target.closest(".article a, .again a");
  if (cancel) {
    event.preventDefault();
    const row = cancel.closest("section.draft");
    row.querySelector(".change-row").remove();
    row.focus();
  } else if (link && link.pathname === location.pathname) {
    const row = document.getElementById(link.hash.slice(1));
    event.preventDefault();
    row?.focus();
    row?.scrollIntoView({ block: "center" });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") current()?.querySelector(".change-row .cancel")?.click();
  if (event.target.closest("input, select, textarea")) return;
  const row = current(), finding = row?.closest("article.finding");
  const buttons = { a: ".accept", c: ".change", r: ".reject", o: ".other" };
  if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
  else if (event.key in buttons) row?.querySelector(buttons[event.key])?.click();
  else if (event.key === "f") (finding?.querySelector(".accept-all") ?? finding?.querySelector(".accept"))?.click();
  else if (event.key === "u") document.querySelector(".undo")?.click();
  else return;
  event.preventDefault();
});

let asked = 0;
document.addEventListener("input", (event) => {
  const field = event.target.closest("[data-find]");
  if (!field) return;
  const ask = ++asked;
  setTimeout(async () => {
    if (ask !== asked) return;
    const query = new URLSearchParams({ table: field.dataset.find, words: field.value });
    const found = await answer(fetch(`/find?${query}`), "json");
    if (!found || ask !== asked) return;
    field.list.replaceChildren(...found.map(({ key, label }) => new Option(label, key)));
  }, 150);
});
