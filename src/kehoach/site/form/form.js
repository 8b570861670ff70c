// The form on the page: what is typed stays in this browser, and goes nowhere.
(() => {
"use strict";
const {rules, fill} = kehoach;
const {words} = rules;
const form = JSON.parse(document.getElementById("form-data").textContent);
const place = document.getElementById("form");
const today = () => new Intl.DateTimeFormat("en-CA", {timeZone: form.timezone}).format();

function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  made.append(...inside.flat(Infinity).filter(each => each || each === 0));
  return made;
}

// ── What was typed is kept, where the browser allows it ──
// By the file's name: once that is sent, the next has another, and begins anew.
const shelf = name => `kehoach form ${form.head.plan} ${form.head.agency} ${name}`;
function kept(name) {
  try { return JSON.parse(localStorage.getItem(shelf(name))) ?? {}; } catch { return {}; }
}
function keep(name, said) {
  try {
    if (said) localStorage.setItem(shelf(name), JSON.stringify(said));
    else localStorage.removeItem(shelf(name));
  } catch { /* a browser may forbid it: then nothing outlives the page */ }
}

// ── One field ──
const long = new Set(["note", "reason"]);
const days = new Set(Object.keys(rules.expected).filter(key => key !== "quantity"));
function field(name, key, value, label = rules.fields[key]) {
  const hint = days.has(key) ? words.day_hint : "";
  const told = `${name}.told`;
  const shape = {id: name, name, "aria-describedby": told, autocomplete: "off"};
  const box = long.has(key) ? make("textarea", {...shape, rows: 2})
    : make("input", {...shape, type: "text", placeholder: hint,
      inputmode: key === "quantity" || days.has(key) ? "numeric" : null});
  box.value = value ?? "";
  return make("div", {class: `field ${key}`, "data-key": key},
    make("label", {for: name}, label), box, make("p", {class: "told", id: told}));
}
function choices(line, values) {
  const name = `${line.id}.status`;
  const one = (value, said) => {
    const id = `${name}.${value || "none"}`;
    const box = make("input", {type: "radio", id, name, value});
    box.checked = (values[name] ?? "") === value;
    return make("span", {class: "choice"}, box, make("label", {for: id}, said));
  };
  const offered = ["", ...Object.keys(line.keys)];
  const capital = said => said[0].toUpperCase() + said.slice(1);
  return make("div", {class: "choices", id: name, tabindex: -1},
    offered.map(value => one(value, capital(words[value || "unsaid"]))),
    make("p", {class: "told", id: `${name}.told`}));
}
function proof(line, at, values) {
  const name = `${line.id}.evidence.${at}`;
  return make("div", {class: "row", role: "group", "aria-label": `${rules.fields.evidence} ${at + 1}`},
    rules.proof.map(key => field(`${name}.${key}`, key, values[`${name}.${key}`],
      rules.proofs[key])));
}
function proofs(line, values) {
  const said = at => rules.proof.some(key => values[`${line.id}.evidence.${at}.${key}`]);
  const last = Array.from({length: kehoach.MOST_PROOFS}, (_, at) => at).filter(said).at(-1) ?? 0;
  const rows = Array.from({length: last + 1}, (_, at) => proof(line, at, values));
  const more = make("button", {type: "button", class: "more"}, words.more);
  const box = make("div", {class: "proofs", "data-key": "evidence"}, rows, more);
  more.addEventListener("click", () => {
    const at = box.querySelectorAll(".row").length;
    if (at >= kehoach.MOST_PROOFS) return;
    more.before(proof(line, at, {}));
    box.querySelectorAll(".row")[at].querySelector("input").focus();
  });
  return box;
}

// ── One report, one task ──
function about(line) {
  const item = form.items[line.item];
  return [
    line.due && make("p", {class: "due"}, make("b", {}, `${words.due}: `), line.due),
    line.returned.map(each => make("p", {}, each)),
    line.needed && make("p", {}, make("b", {}, `${words.needed}: `), line.needed),
    line.last && make("p", {class: "dim"}, `${words.last}: ${line.last}`),
    make("details", {}, make("summary", {}, words.sentence),
      make("blockquote", {}, item.sentence.map(each => make("p", {}, each)))),
  ];
}
function entry(line, values) {
  const typed = new Set(Object.values(line.keys).flat());
  const keys = Object.keys(rules.fields).filter(key => typed.has(key));
  const boxes = keys.map(key => key === "evidence" ? proofs(line, values)
    : field(`${line.id}.${key}`, key, values[`${line.id}.${key}`]));
  const number = make("span", {class: "item"}, line.item);
  const title = [number, ` ${form.items[line.item].title} `,
    line.state && make("span", {class: `b ${line.state[0]}`}, line.state[1]),
    line.of && make("span", {class: "dim"}, ` (${line.of})`)];
  return make("fieldset", {class: "line", "data-line": line.id},
    make("legend", {}, title), about(line), choices(line, values),
    make("div", {class: "fields"}, boxes));
}
function unfold(line, values) {
  const keys = line.keys[values[`${line.id}.status`] ?? ""] ?? [];
  const box = place.querySelector(`[data-line="${CSS.escape(line.id)}"] > .fields`);
  for (const each of box.children) each.hidden = !keys.includes(each.dataset.key);
  box.hidden = !keys.length;
}

// ── One period ──
function show(period) {
  const before = {};
  for (const line of period.lines)
    for (const [key, said] of Object.entries(line.said)) before[`${line.id}.${key}`] = said;
  const values = {...before, ...kept(period.file)};

  const top = make("div", {class: "summary", tabindex: -1, role: "alert"});
  const made = make("section", {class: "made", hidden: true, "aria-live": "polite"});
  const of = kind => period.lines.filter(line => line.kind === kind);
  const part = (title, lines) => lines.length > 0
    && [make("h2", {}, title), lines.map(line => entry(line, values))];
  const day = line => line.day || "9999";
  const tasks = of("task").filter(line => !line.continuous)
    .sort((one, other) => day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0);
  const letter = make("fieldset", {class: "letter"}, make("legend", {}, words.letter),
    rules.letter.map(key => field(`document.${key}`, key, values[`document.${key}`])));
  const steady = of("task").filter(line => line.continuous);
  const silent = () => steady.filter(line => !values[`${line.id}.status`]);
  const rest = make("button", {type: "button", class: "more"}, words.rest);
  rest.addEventListener("click", () =>
    silent().forEach(line => document.getElementById(`${line.id}.status.in_progress`).click()));
  const group = steady.length > 0 && make("details", {class: "steady", open: silent().length < steady.length},
    make("summary", {}, make("h2", {}, fill(words.steady, {count: steady.length}))),
    rest, steady.map(line => entry(line, values)));
  const clear = make("button", {type: "button"}, words.clear);
  const sheet = make("form", {novalidate: true, autocomplete: "off"}, top, letter,
    part(words.reports, of("report")), part(words.tasks, tasks), group,
    period.settled && make("p", {class: "dim"}, period.settled),
    make("div", {class: "buttons"}, make("button", {class: "main"}, words.make), clear));

  const changed = () => {
    const said = Object.entries(values).filter(([name, value]) => value !== (before[name] ?? ""));
    keep(period.file, said.length ? Object.fromEntries(said) : null);
  };
  const tell = () => {
    const wrong = kehoach.problems(form, period, values, today());
    sheet.querySelectorAll(".told").forEach(each => each.replaceChildren());
    sheet.querySelectorAll("[aria-invalid]").forEach(each => each.removeAttribute("aria-invalid"));
    for (const {field: name, words: said, stops} of wrong) {
      document.getElementById(`${name}.told`)?.append(make("span", {}, `${stops ? "✗" : "!"} ${said}`));
      if (stops) document.getElementById(name)?.setAttribute("aria-invalid", "true");
    }
    const silence = wrong.filter(each => each.code === "KH412");
    const told = ({code, field: name, words: said}) => make("li", {"data-code": code},
      name ? make("a", {href: `#${name}`, "data-field": name}, said) : said);
    const items = wrong.filter(each => silence.length < 3 || !silence.includes(each)).map(told);
    if (silence.length > 2)  // each is told beside its own choice
      items.push(told({...silence[0], words: fill(words.silent, {count: silence.length})}));
    const stopped = wrong.some(each => each.stops);
    const head = stopped ? fill(words.wrong, {count: items.length}) : words.doubtful;
    top.replaceChildren(...(wrong.length ? [make("h2", {}, head), make("ul", {}, items)] : []));
    top.classList.toggle("stops", stopped);
    return {wrong, stopped};
  };
  sheet.addEventListener("input", event => {
    const {name, value} = event.target;
    if (!name) return;
    values[name] = value;
    changed();
    made.hidden = true;
    // Only while it is typed in: what moved on leaving the field would slip away from under a click.
    document.getElementById(`${name}.told`)?.replaceChildren();
    document.getElementById(name)?.removeAttribute("aria-invalid");
    const line = period.lines.find(each => name === `${each.id}.status`);
    if (line) unfold(line, values);
  });
  sheet.addEventListener("click", event => {
    const name = event.target.dataset?.field;
    if (!name) return;
    event.preventDefault();
    const box = document.getElementById(name);
    for (let at = box; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    (box?.querySelector("input") ?? box)?.focus();
  });
  sheet.addEventListener("submit", event => {
    event.preventDefault();
    const {wrong, stopped} = tell();
    if (group && wrong.some(each => group.querySelector(`[id="${CSS.escape(each.field)}"]`))) group.open = true;
    if (wrong.length) top.focus();
    made.hidden = stopped;
    if (stopped) return;
    result(made, period, kehoach.yaml(kehoach.read(form, period, values).written));
    if (!wrong.length) made.focus();
    made.scrollIntoView({block: "nearest"});
  });
  clear.addEventListener("click", () => {
    if (!confirm(words.sure)) return;
    keep(period.file, null);
    show(period);
  });
  body.replaceChildren(sheet, made);
  period.lines.forEach(line => unfold(line, values));
}

// ── The finished file ──
function result(made, period, text) {
  const name = period.file;
  const area = make("textarea", {readonly: true, rows: Math.min(24, text.split("\n").length),
    "aria-label": name, spellcheck: "false"});
  area.value = text;
  const address = URL.createObjectURL(new Blob([text], {type: "application/yaml"}));
  const said = make("p", {role: "status"});
  const copy = make("button", {type: "button"}, words.copy);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = words.copied;
    } catch {
      area.select();
      said.textContent = words.selected;
    }
  });
  const forge = form.forge && kehoach.address(form.forge, name, text);
  made.tabIndex = -1;
  made.replaceChildren(make("div", {},
    make("h2", {}, words.ready),
    make("p", {}, make("b", {}, name)),
    make("div", {class: "buttons"},
      make("a", {class: "button main", download: name, href: address}, words.download), copy,
      forge && make("a", {class: "button", href: forge.to, target: "_blank",
        rel: "noopener noreferrer"}, words.open)),
    said,
    forge && !forge.whole && make("p", {class: "long"}, words.long),
    make("p", {}, fill(form.forge ? words.then_forge : words.then, {folder: form.folder, name})),
    area));
}

const body = make("div");
const pick = make("select", {id: "period"}, form.periods.map(each =>
  make("option", {value: each.name, selected: each.name === form.chosen}, each.words)));
pick.addEventListener("change", () => show(form.periods.find(each => each.name === pick.value)));
place.replaceChildren(make("p", {class: "period"}, make("label", {for: "period"}, words.period), pick),
  body);
show(form.periods.find(each => each.name === form.chosen));
})();
