"use strict";
// The documents as the customer and the clerk see them.
const CARDS = ["invoice", "credit memo", "debit memo", "letter"];
const TOTALS = ["net", "tax", "total", "held", "open"];

function papers(story) {
  const cards = story.documents.filter((paper) => CARDS.includes(paper.type));
  return [cards.length ? h("div", { class: "papers" }, cards.map(card)) : null, grouped(story.documents).map(([type, found]) => listing(type, found))];
}

function grouped(documents) {
  const groups = new Map();
  for (const paper of documents) if (!CARDS.includes(paper.type)) groups.set(paper.type, [...(groups.get(paper.type) || []), paper]);
  return [...groups];
}

function card(paper) {
  if (isRecord(paper.data) && isRecord(paper.data.said)) return paper.type === "letter" ? letterSheet(paper) : sheet(paper);
  const data = isRecord(paper.data) ? paper.data : {};
  const tables = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.length && value.every(isRecord));
  const totals = totalsOf(data);
  const taken = new Set([...tables, ...totals].map(([key]) => key)).add("text");
  const rest = entries(data).filter(([key, value]) => !taken.has(key) && ![paper.customer, paper.number, day(paper.date), paper.title].includes(said(value)));
  return h("article", { class: "paper " + paper.type.replace(" ", "-") },
    h("header", {}, h("h5", {}, words(paper.type)), h("p", {}, paper.number)),
    facts([["to", paper.customer], ["date", paper.date], ...rest]),
    paper.title && h("p", { class: "title" }, words(paper.title)),
    data.text && h("p", { class: "prose" }, data.text),
    tables.map(([key, rows]) => [key === "lines" ? null : h("p", { class: "part" }, words(key)), ledger(rows.map(lined))]),
    totals.length ? h("table", { class: "totals" }, totals.map(([key, amount]) => h("tr", { class: key }, h("th", {}, words(key)), h("td", { class: "n" }, money(amount))))) : null);
}

// A demand that does not state its sums has them in its lines.
function totalsOf(data) {
  const stated = TOTALS.filter((key) => isAmount(data[key])).map((key) => [key, data[key]]);
  if (stated.length || !(data.lines || []).length || !data.lines.every(({ net, tax }) => isAmount(net) && isAmount(tax))) return stated;
  const sum = (keys) => added(data.lines.flatMap((line) => keys.map((key) => line[key])))[0];
  return [["net", sum(["net"])], ["tax", sum(["tax"])], ["total", sum(["net", "tax"])]];
}

// A line as the customer reads it: one span of service, a price with its period, a rate in percent, a total.
function lined({ from, to, price, per_months, tax_rate, ...line }) {
  if (from && to) line.service = { from, to };
  if (price !== undefined) line.price = per_months ? `${said(price)} per ${per_months === 1 ? "month" : per_months + " months"}` : price;
  if (tax_rate !== undefined) line.tax_rate = /^[\d.]+$/.test(tax_rate) ? `${tax_rate}%` : tax_rate;
  if (!line.total && isAmount(line.net) && isAmount(line.tax)) line.total = added([line.net, line.tax])[0];
  return line;
}

function listing(type, found) {
  const rows = found.map(({ number, date, title, customer, system, data }) => {
    const { effective_date, number: _, customer: __, ...rest } = isRecord(data) ? data : { detail: data };
    return { number, date, ...(title === type ? {} : { title }), ...(effective_date && effective_date !== date ? { effective: effective_date } : {}), ...rest, kept_by: SYSTEMS[system] || system };
  });
  return h("section", { class: "listing" }, h("h5", {}, plural(type, found.length)), ledger(rows));
}

const plural = (type, count) => words(type) + (count > 1 ? "s" : "");

const SYSTEMS = { crm: "CRM", billing: "Billing", payments: "Payments", erp: "ERP", clock: "Clock" };

function calls(story) {
  const rows = story.calls.map((call) => [call.on, SYSTEMS[call.system] || call.system, words(call.verb).toLowerCase(), call.arguments, call.refused ? `refused (${call.refused.code}): ${call.refused.sentence}` : answered(call.answer)]);
  rows.forEach((row, at) => { if (story.calls[at].refused) row.kind = "refused"; });
  return grid(["Date", "System", "Asked to", "With", "Answer"], rows, { class: "calls" });
}

// A document that a system answers with stands among the documents; its number says which one.
const answered = (answer) => (isRecord(answer) && answer.number ? answer.number : answer);

const SOURCES = { default: "the built-in default", company: "the company", story: "this story" };
function conventions({ applied }) {
  return grid(["Question", "Answer", "Said by"], applied.map(({ question, answer, source }) => [question, answer, SOURCES[source] || source]));
}

function proof(story) {
  return [
    facts([["evidence file", story.file], ["written in", `${story.feature_path}, line ${story.line}`]]),
    story.hash && h("dl", { class: "facts" }, h("div", {}, h("dt", {}, "SHA-256"), h("dd", {}, h("code", {}, story.hash)))),
    h("p", { class: "part" }, "Run only this"), h("pre", { class: "command" }, story.command),
  ];
}
