(() => {
"use strict";
const flat = words => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
const grouped = new Intl.NumberFormat(document.documentElement.lang);

// What is asked stands in the address: "#state=overdue&group=so-nganh". "#heat" is a place.
const asked = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
const holds = (row, field) => {
  const value = field.value;
  if (!value) return true;
  if (field.type === "search")
    return flat(value).split(" ").every(word => row.words.includes(word));
  const members = field.selectedOptions[0].dataset.agencies;
  if (members !== undefined) return ` ${members} `.includes(` ${row.of.dataset.agency} `);
  return ` ${row.of.dataset[field.name]} `.includes(` ${value} `);
};
class Box {
  constructor(box) {
    this.box = box;
    this.fields = [...box.querySelectorAll("select, input")];
    this.rows = [...document.getElementById(box.dataset.rows)
      .querySelectorAll("tbody tr, details.ob")].map(of => ({of, words: ""}));
    this.count = box.querySelector("output");
    box.hidden = false;
    for (const field of this.fields) field.addEventListener("input", () => this.choose(field));
    box.querySelector("button").addEventListener("click", () => {
      for (const field of this.fields) field.value = "";
      this.choose(this.fields[0]);
    });
  }
  choose(field) {
    const wanted = asked();
    for (const {name, value} of this.fields)
      if (value) wanted.set(name, value); else wanted.delete(name);
    const hash = [...wanted].length ? `#${wanted}` : "";
    const page = field.selectedOptions?.[0]?.dataset.page;
    if (page) location.href = page.split("#")[0] + hash;
    else if (hash !== location.hash) {
      const how = field.type === "search" ? "replaceState" : "pushState";
      history[how](null, "", hash || location.pathname + location.search);
    }
    show();
  }
  show(wanted) {
    for (const field of this.fields) {
      const value = wanted.get(field.name) ?? "";
      if (field.value !== value) field.value = value;
      if (field.value !== value) field.value = "";  // nothing here is so called
    }
    const used = this.fields.filter(field => field.value);
    if (used.some(field => field.type === "search"))
      for (const row of this.rows) row.words ||= flat(row.of.textContent);
    let shown = 0;
    for (const row of this.rows) {
      row.of.hidden = !used.every(field => holds(row, field));
      shown += row.of.hidden ? 0 : 1;
    }
    this.count.textContent = this.count.dataset.shown
      .replace("{n}", grouped.format(shown)).replace("{all}", grouped.format(this.rows.length));
    return used.length;
  }
}
const boxes = [...document.querySelectorAll("[data-rows]")].map(box => new Box(box));
const parts = [...document.querySelectorAll(".parts a")];
function show() {
  const wanted = asked();
  const used = boxes.filter(box => box.show(wanted));
  for (const part of parts) part.hash = [...wanted].length ? `#${wanted}` : "";
  return used;
}
function arrive() {
  const [used] = show();
  if (used && used.box.getBoundingClientRect().top > innerHeight / 2) used.box.scrollIntoView();
  let at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
}
addEventListener("hashchange", arrive);
addEventListener("popstate", show);

const value = (row, at) => row.cells[at].dataset.v ?? row.cells[at].textContent.trim();
for (const table of document.querySelectorAll("table.sheet")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const number = head.classList.contains("n");
      const was = head.getAttribute("aria-sort");
      const sign = (was ? was === "descending" : !number) ? 1 : -1;
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => sign * (number ? value(a, at) - value(b, at)
        : order.compare(value(a, at), value(b, at))));
      table.tBodies[0].append(...rows);
    });
  });
}
document.addEventListener("mouseover", event => {
  const cell = event.target.closest?.("table.heat td");
  const told = cell?.querySelector(".v");
  if (told && !cell.title) cell.title = told.textContent;
});
for (const chart of document.querySelectorAll(".newest")) chart.scrollLeft = chart.scrollWidth;
addEventListener("beforeprint", () =>
  document.querySelectorAll("details").forEach(each => { each.open = true; }));
arrive();
})();
