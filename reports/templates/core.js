// The packed stories, and the few words every part of the page uses to write. Text only ever becomes text nodes,
// so nothing that a customer is called can become markup.
const packed = JSON.parse(await inflated(document.getElementById("packed").textContent));
const CONSTANTS = [null, true, false];
const unpacked = new Map();

function inflated(text) {
  if (!window.DecompressionStream) document.getElementById("found").textContent = "This browser is too old to lay the stories out; one of 2023 or later can.";
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

function unpack(reference) {
  const tag = reference % 4, index = (reference - tag) / 4;
  if (tag === 1) return packed.texts[index];
  if (tag === 2) return index % 2 ? -(index + 1) / 2 : index / 2;
  if (tag === 3) return CONSTANTS[index];
  if (!unpacked.has(index)) unpacked.set(index, unpackNode(packed.nodes[index]));
  return unpacked.get(index);
}

function unpackNode([shape, ...parts]) {
  if (shape === 0) return parts.map(unpack);
  return Object.fromEntries(packed.shapes[shape].map((key, at) => [key, unpack(parts[at])]));
}

function h(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

// The namespace is read from the page's own empty drawing: no address is written anywhere in this file.
const SVG = document.getElementById("pen").namespaceURI;
function s(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) if (value !== null && value !== false) element.setAttribute(key, value);
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const MARKS = { "passed": "✓", "failed": "✕", "not exercised": "○", "skipped": "–", "not reached": "·" };
const mark = (state) => h("span", { class: "mark " + state.replace(" ", "-"), role: "img", "aria-label": state }, MARKS[state]);

const isAmount = (value) => value !== null && typeof value === "object" && "minor" in value && "currency" in value;
function figure(amount) {
  const decimals = packed.decimals[amount.currency] ?? 2;
  const digits = String(Math.abs(amount.minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  return (amount.minor < 0 ? "-" : "") + whole + (decimals ? "." + digits.slice(-decimals) : "");
}
// ISO 4217 calls "no currency" XXX: then it is documents that are counted.
const COUNT = "XXX";
const money = (amount) => (amount.currency === COUNT ? figure(amount) : figure(amount) + " " + amount.currency);
const moneys = (amounts) => amounts.map(money).join(", ");

function added(amounts) {
  const sums = new Map();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) || 0) + minor);
  return [...sums.keys()].sort().map((currency) => ({ minor: sums.get(currency), currency }));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function day(text) {
  const [, year, month, date] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) || [];
  return year && MONTHS[month - 1] ? (date ? Number(date) + " " : "") + MONTHS[month - 1] + " " + year : text;
}

// 1 to 31 Mar 2026; 1 Jan to 31 Dec 2026; years only where they differ.
function span(from, until) {
  const cut = from.slice(0, 7) === until.slice(0, 7) ? / .*/ : from.slice(0, 4) === until.slice(0, 4) ? / \d{4}$/ : /$/;
  return day(from).replace(cut, "") + " to " + day(until);
}

const words = (key) => key.replace(/_/g, " ").replace(/^./, (first) => first.toUpperCase());
const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// Any value of the evidence in words; what has a customary form (money, days, spans, coded names) gets it.
function said(value) {
  if (value === null || value === undefined) return "";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (Array.isArray(value)) return value.map(said).join(", ");
  if (typeof value !== "object") return day(String(value));
  return saidRecord(value);
}

function saidRecord(value) {
  if (isAmount(value)) return money(value);
  const from = value.from ?? value.first ?? value.start, until = value.to ?? value.last ?? value.end;
  if (from && until && Object.keys(value).length === 2) return span(from, until);
  if (value.year && value.month) return MONTHS[value.month - 1] + " " + value.year;
  if (value.name) return [value.code, value.name].filter(Boolean).join(" ");
  return entries(value).map(([key, part]) => words(key).toLowerCase() + " " + said(part)).join("; ");
}

const NUMERIC = /^[-+(]?[\d,. ]*\d\)?%?( [A-Z]{3})?$/;
const isNumeric = (value) => isAmount(value) || typeof value === "number" || (typeof value === "string" && NUMERIC.test(value) && !/^\d{4}-\d\d/.test(value));

function boxed(...children) {
  return h("div", { class: "scroll", tabindex: "0" }, ...children);
}

// A table of plain rows. A column of one currency says so once, in its head.
function grid(columns, rows, attributes) {
  const looks = columns.map((_, at) => look(rows.map((row) => row[at])));
  const heads = columns.map((name, at) => h("th", { class: looks[at].numeric && "n" }, name, looks[at].currency && h("small", {}, " " + looks[at].currency)));
  const body = rows.map((row) => h("tr", { class: row.kind || null }, columns.map((_, at) => cell(shown(row[at], looks[at]), looks[at].numeric))));
  return boxed(h("table", attributes, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, body)));
}

// What is short stays on one line, so that a narrow screen scrolls the table instead of breaking its dates.
const cell = (text, numeric) => h("td", { class: numeric ? "n" : text.length < 20 ? "short" : text.length > 40 && "long" }, text);

function look(values) {
  const there = values.filter((value) => value !== null && value !== undefined && value !== "");
  const currencies = new Set(there.filter(isAmount).map((amount) => amount.currency).filter((currency) => currency !== COUNT));
  return { numeric: there.length > 0 && there.every(isNumeric), currency: currencies.size === 1 && there.every(isAmount) ? [...currencies][0] : null };
}

const shown = (value, { currency }) => (currency && isAmount(value) ? figure(value) : said(value));

// Evidence is written with its fields in alphabetical order; people expect the customary one. What only machines
// need, and what is empty, is left out: the evidence file has it.
const ORDER = ["number", "date", "title", "customer", "product", "description", "charge", "service", "from", "to", "period", "quantity", "price", "unit_price", "discount", "net", "tax_rate", "tax", "total", "amount", "invoice", "applied", "settlements", "status", "state", "reason"];
const HIDDEN = new Set(["id", "line", "billing_period", "revenue_service", "invoice_line", "replaces", "becomes", "concession", "tax_code", "event_date", "posting_date", "per_months", "currency", "stand_alone_price"]);
const rank = (key) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

function entries(record) {
  const there = Object.entries(record).filter(([key, value]) => !HIDDEN.has(key) && said(value) !== "" && !(key === "discount" && Number(value) === 0));
  return there.sort(([one], [other]) => rank(one) - rank(other));
}

// A table of records: the union of their fields.
function ledger(records) {
  const keys = [...new Set(records.flatMap((record) => entries(record).map(([key]) => key)))].sort((one, other) => rank(one) - rank(other));
  return grid(keys.map(words), records.map((record) => keys.map((key) => record[key])));
}

function facts(pairs) {
  const there = pairs.filter(([, value]) => said(value) !== "");
  return there.length ? h("dl", { class: "facts" }, there.map(([key, value]) => h("div", {}, h("dt", {}, words(key)), h("dd", {}, said(value))))) : null;
}
