// Forms work without this file. It keeps the place on the page, and adds keys and the look-up.
"use strict";

const rows = () => [...document.querySelectorAll("section.draft")];
const current = () => document.activeElement?.closest("section.draft");
let last = 0;

function go(step) {
  const all = rows(), here = current();
  if (!all.length) return;
  const place = here ? all.indexOf(here) + step : Math.min(last, all.length - 1);
  all[Math.max(0, Math.min(all.length - 1, place))].focus();
}

async function show(request) {
  const here = current();
  last = here ? Math.max(0, rows().indexOf(here)) : last;
  document.querySelector("main").setAttribute("aria-busy", "true");
  let text;
  try {
    text = await (await request).text();
  } catch {
    tell("The program does not answer. Is it still running in the terminal? Nothing was written.");
    return;
  } finally {
    document.querySelector("main").removeAttribute("aria-busy");
  }
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
  const text = await (await fetch(`/row?${query}`)).text();
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
    show(fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }));
  }
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
  const row = current();
  const buttons = { a: ".accept", c: ".change", r: ".reject", o: ".other" };
  if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
  else if (event.key in buttons) row?.querySelector(buttons[event.key])?.click();
  else if (event.key === "f") row?.closest("article.finding")?.querySelector(".accept-all").click();
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
    const found = await (await fetch(`/find?${query}`)).json();
    if (ask !== asked) return;
    field.list.replaceChildren(...found.map(({ key, label }) => new Option(label, key)));
  }, 150);
});
