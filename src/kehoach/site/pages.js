(() => {
"use strict";
const flat = words => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
const value = (row, at) => {
  const cell = row.cells[at];
  return cell.dataset.v ?? cell.textContent.trim();
};
function search(table) {
  const rows = [...table.tBodies[0].rows];
  const texts = rows.map(row => flat(row.textContent));
  const label = document.createElement("label");
  const field = document.createElement("input");
  const count = document.createElement("output");
  field.type = "search";
  label.append(table.dataset.search + " ", field);
  const box = document.createElement("div");
  box.className = "tools";
  box.append(label, " ", count);
  table.parentElement.before(box);
  field.addEventListener("input", () => {
    const asked = flat(field.value).split(" ");
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !asked.every(word => texts[at].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = SHOWN.replace("{n}", shown).replace("{all}", rows.length);
  });
}
function sorting(table) {
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
for (const table of document.querySelectorAll("table[data-search]")) {
  search(table);
  sorting(table);
}
document.addEventListener("mouseover", event => {
  const cell = event.target.closest?.("table.heat td");
  const told = cell?.querySelector(".v");
  if (told && !cell.title) cell.title = told.textContent;
});
const unfold = () => {
  let at = location.hash && document.getElementById(location.hash.slice(1));
  for (; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
addEventListener("hashchange", unfold);
unfold();
addEventListener("beforeprint", () =>
  document.querySelectorAll("details").forEach(each => { each.open = true; }));
})();
