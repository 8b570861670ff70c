// From what is typed to a submission: read, checked, written as YAML. Nothing here knows the page,
// the clock or the network. RULES is made from the JSON Schema, the checks and their words.
const kehoach = (() => {
"use strict";
const rules = RULES;
const MOST_PROOFS = 20;
const typedDays = rules.days.map(pattern => new RegExp(`^(?:${pattern})$`));

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const exists = iso => {
  const day = new Date(`${iso}T00:00:00Z`);
  return !isNaN(day) && day.toISOString().slice(0, 10) === iso;
};
function isoDay(words) {
  for (const pattern of typedDays) {
    const found = pattern.exec(words.toLowerCase().replace(/\s+/g, " "))?.groups;
    if (!found) continue;
    const iso = [found.year, found.month.padStart(2, "0"), found.day.padStart(2, "0")].join("-");
    return exists(iso) ? iso : undefined;
  }
}
const shownDay = iso => rules.lang === "vi" ? iso.split("-").reverse().join("/") : iso;

// ── The JSON Schema ──
const types = schema => [schema.type ?? []].flat();
const resolved = schema => schema?.$ref ? rules.schema.$defs[schema.$ref.split("/").pop()] : schema;
const kindOf = value => Array.isArray(value) ? "array"
  : Number.isInteger(value) ? "integer" : typeof value;
const fits = (schema, value) =>
  (!schema.type || types(schema).includes(kindOf(value)))
  && (!schema.enum || schema.enum.includes(value))
  && (!("const" in schema) || schema.const === value)
  && (!schema.pattern || new RegExp(schema.pattern, "u").test(value))
  && (schema.format !== "date" || exists(value))
  && !(value < schema.minimum) && !(value > schema.maximum);
function* misfits(given, value, path = []) {
  const schema = resolved(given);
  if (!schema || !fits(schema, value)) yield path;
  else if (Array.isArray(value))
    for (const [at, each] of value.entries()) yield* misfits(schema.items, each, [...path, at]);
  else if (typeof value === "object") {
    for (const key of schema.required ?? []) if (!(key in value)) yield [...path, key];
    for (const key in value) yield* misfits(schema.properties[key], value[key], [...path, key]);
  }
}

// ── What is typed ──
function typed(schema, text = "") {
  const words = text.normalize("NFC").replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/\r\n?/g, "\n").replace(/[^\n\P{Cc}]/gu, " ").trim();
  if (!words) return undefined;
  if (schema.format === "date") return isoDay(words) ?? words;
  if (types(schema).includes("integer")) return /^\d+$/.test(words) ? Number(words) : words;
  return words;
}
function filled(name, keys, field, values) {
  const schema = rules.schema.$defs[name].properties;
  const said = keys.map(key => [key, typed(schema[key], values[`${field}.${key}`])]);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
const chosen = (line, values) => values[`${line.id}.status`] ?? "";
function proofs(line, values) {
  const rows = Array.from({length: MOST_PROOFS}, (_, at) => `${line.id}.evidence.${at}`);
  return rows.map(field => ({field, said: filled("Document", rules.proof, field, values)}))
    .filter(row => Object.keys(row.said).length);
}
function task(line, values) {
  const status = chosen(line, values);
  const keys = line.keys[status];
  const rows = keys.includes("evidence") ? proofs(line, values) : [];
  const said = filled("TaskEntry", keys.filter(key => key !== "evidence"), line.id, values);
  if (rows.length) said.evidence = rows.map(row => row.said);
  const told = keys.filter(key => key in said).map(key => [key, said[key]]);
  const entry = {item: line.item, period: line.period, status, ...Object.fromEntries(told)};
  return {line, field: line.id, rows, entry};
}
function report(line, values) {
  const nil = chosen(line, values) === "nil" ? {nil: true} : {};
  const note = filled("ReportEntry", ["note"], line.id, values);
  return {line, field: line.id, entry: {item: line.item, period: line.period, ...nil, ...note}};
}
function read(form, period, values) {
  const of = kind => period.lines.filter(line => line.kind === kind && chosen(line, values));
  const reports = of("report").map(line => report(line, values));
  const tasks = of("task").map(line => task(line, values));
  const letter = filled("Document", rules.letter, "document", values);
  const written = {...form.head};
  if (Object.keys(letter).length) written.document = letter;
  if (reports.length) written.reports = reports.map(each => each.entry);
  if (tasks.length) written.tasks = tasks.map(each => each.entry);
  return {written, letter, reports, tasks};
}
function fieldAt(told, [part, at, ...rest]) {
  if (part === "document") return `document.${at}`;
  const found = told[part][at];
  return rest[0] === "evidence" && rest.length > 1
    ? [found.rows[rest[1]].field, ...rest.slice(2)].join(".") : [found.field, ...rest].join(".");
}

// ── What does not fit ──
const notCome = (day, today) => ({day: shownDay(day), today: shownDay(today)});
function* unfit(told) {
  for (const path of misfits(rules.schema, told.written)) {
    const value = path.reduce((node, key) => node?.[key], told.written);
    const key = path.at(-1);
    const expected = typeof value === "string" && key in rules.expected ? rules.expected[key]
      : rules.expected.quantity;
    yield ["KH203", fieldAt(told, path), {key: rules.fields[key] ?? key, value, expected}];
  }
}
function* ofLetter(form, told, today) {
  const {number, date} = told.letter;
  const left = [["number", number], ["date", date]].filter(([, said]) => !said);
  for (const [key] of told.reports.length ? left : [])
    yield ["KH421", `document.${key}`, {what: rules.fields[key].toLowerCase()}];
  if (!date && !form.dated && !told.reports.length) yield ["KH408", "document.date", {}];
  if (exists(date) && date > today)
    yield ["KH503", "document.date", notCome(date, today)];
}
function* ofDone(form, {line, field, rows, entry}, today) {
  const {completed} = entry;
  if (!completed) yield ["KH410", `${field}.completed`, {day: shownDay(today)}];
  if (line.least && Number.isInteger(entry.quantity ?? 0) && (entry.quantity ?? 0) < line.least)
    yield ["KH411", `${field}.quantity`,
      {least: line.least, unit: line.unit ?? "", quantity: entry.quantity ?? 0}];
  if (!exists(completed)) return;
  const day = shownDay(completed);
  if (completed > today) yield ["KH418", `${field}.completed`, notCome(completed, today)];
  if (completed < form.first)
    yield ["KH420", `${field}.completed`, {day, start: shownDay(form.first)}];
  for (const row of rows)
    if (exists(row.said.date) && row.said.date > completed)
      yield ["KH413", `${row.field}.date`,
        {completed: day, number: row.said.number ?? "?", day: shownDay(row.said.date)}];
}
const why = (name, values = {}) => ({why: fill(rules.why[name], values)});
function* ofStart({field, entry}, today, proven) {
  const {started} = entry;
  if (entry.status !== "in_progress") return;
  if (!started) yield ["KH546", `${field}.started`, why("undated")];
  if (started && !proven) yield ["KH546", `${field}.evidence.0.number`, why("unproven")];
  if (exists(started) && started > today)
    yield ["KH547", `${field}.started`, notCome(started, today)];
}
function* ofExpected({letter}, {field, entry: {expected}}, today) {
  if (!exists(expected)) return;
  const sent = exists(letter.date) ? letter.date : today;
  const wrong = expected < sent ? why("before", {told: shownDay(sent)})
    : expected < today && why("passed");
  if (wrong) yield ["KH554", `${field}.expected`, {day: shownDay(expected), ...wrong}];
}
function* ofTask(form, told, one, today) {
  const {line, field, entry, rows} = one;
  const proven = told.letter.number || rows.some(row => row.said.number);
  if (line.start) yield* ofStart(one, today, proven);
  else if (entry.status === "done") {
    if (!proven) yield ["KH409", `${field}.evidence.0.number`, {}];
    yield* ofDone(form, one, today);
  }
  yield* ofExpected(told, one, today);
  const key = ["started", "completed"].find(each => exists(entry[each]));
  if (line.allowed && key && entry[key] < line.allowed)
    yield ["KH545", `${field}.${key}`,
      {what: rules.why[key], day: shownDay(entry[key]), first: shownDay(line.allowed)}];
  const {progress} = rules;
  if (progress.indexOf(entry.status) < progress.indexOf(line.told))
    yield ["KH416", `${field}.status`,
      {other: line.file, before: rules.words[line.told], now: rules.words[entry.status]}];
}
function* leftOut(told, period, values) {
  const silent = period.lines.filter(line => line.continuous && !chosen(line, values));
  for (const {line, entry} of told.reports)
    if (line.covers && !entry.nil)
      for (const each of silent)
        if (each.period === line.period) yield ["KH412", `${each.id}.status`, {item: each.item}];
}
function* found(form, period, values, today, told) {
  yield* unfit(told);
  yield* ofLetter(form, told, today);
  for (const one of told.tasks)
    for (const [code, field, filling] of ofTask(form, told, one, today))
      yield [code, field,
        {item: one.line.item, of: one.line.behind, period: one.line.period, ...filling}];
  yield* leftOut(told, period, values);
}

/** What is wrong with what is typed, first to last: {code, field, words, stops}. */
function problems(form, period, values, today) {
  const told = read(form, period, values);
  const empty = !told.reports.length && !told.tasks.length;
  const list = empty ? [["", "", {}]] : [...found(form, period, values, today, told)];
  return list.map(([code, field, filling]) => {
    const rule = rules.findings[code];
    return {code, field, words: fill(rule.words, {period: period.name, ...filling}), stops: rule.stops};
  });
}

// ── YAML ──
const escaped = sign => sign === " " ? sign : sign.length > 1
  ? `\\U${sign.codePointAt(0).toString(16).padStart(8, "0")}`
  : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
// JSON's strings are YAML's double-quoted ones; what does not print is written as an escape.
// Words joined by signs are the same to every reader as they stand.
const PLAIN = /^[a-z]+([-_/@][a-z\d]+)+$/;
const scalar = value => typeof value !== "string" || PLAIN.test(value) ? String(value)
  : JSON.stringify(value).replace(/[\p{C}\p{Z}]/gu, escaped);
const flow = value => typeof value === "object"
  ? `{${Object.entries(value).map(([key, each]) => `${key}: ${scalar(each)}`).join(", ")}}`
  : scalar(value);
const pair = (key, value) => Array.isArray(value)
  ? `${key}:\n${value.map(each => `      - ${flow(each)}\n`).join("")}` : `${key}: ${flow(value)}\n`;
const item = entry => Object.entries(entry)
  .map(([key, value], at) => (at ? "    " : "  - ") + pair(key, value)).join("");
/** The submission as the text of its file. */
const yaml = written => Object.entries(written)
  .map(([key, value]) => Array.isArray(value) ? `${key}:\n${value.map(item).join("")}`
    : pair(key, value)).join("");

/** The forge's page for a new file, filled in; without the text where that is too long. */
function address(forge, name, text) {
  const bare = `${forge.page}?${forge.name}=${encodeURIComponent(name)}`;
  const whole = `${bare}&${forge.text}=${encodeURIComponent(text)}`;
  return whole.length > forge.longest ? {to: bare, whole: false} : {to: whole, whole: true};
}
return {rules, fill, read, problems, yaml, address, MOST_PROOFS};
})();
