"use strict";
// The documents as the customer and the clerk see them.
const CARDS = ["invoice", "credit memo", "debit memo", "letter"];
const TOTALS = ["net", "subtotal", "tax", "total", "applied", "paid", "balance"];

function papers(story) {
  const cards = story.documents.filter((paper) => CARDS.includes(paper.type));
  const rest = Map.groupBy ? [...Map.groupBy(story.documents.filter((paper) => !CARDS.includes(paper.type)), (paper) => paper.type)] : grouped(story.documents);
  return [cards.length ? h("div", { class: "papers" }, cards.map(card)) : null, rest.map(([type, found]) => listing(type, found))];
}

function grouped(documents) {
  const groups = new Map();
  for (const paper of documents) if (!CARDS.includes(paper.type)) groups.set(paper.type, [...(groups.get(paper.type) || []), paper]);
  return [...groups];
}

function card(paper) {
  const data = isRecord(paper.data) ? paper.data : {};
  const tables = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.length && value.every(isRecord));
  const totals = TOTALS.filter((key) => isAmount(data[key])).map((key) => [key, data[key]]);
  const taken = new Set([...tables, ...totals].map(([key]) => key)).add("text");
  const rest = Object.entries(data).filter(([key, value]) => !taken.has(key) && said(value) !== paper.customer && said(value) !== paper.number);
  return h("article", { class: "paper " + paper.type.replace(" ", "-") },
    h("header", {}, h("h5", {}, words(paper.type)), h("p", {}, paper.number)),
    facts([["to", paper.customer], ["date", paper.date], ...rest]),
    paper.title && h("p", { class: "title" }, paper.title),
    data.text && h("p", { class: "prose" }, data.text),
    tables.map(([, rows]) => ledger(rows.map(lined))),
    totals.length ? h("table", { class: "totals" }, totals.map(([key, amount]) => h("tr", { class: key }, h("th", {}, words(key)), h("td", { class: "n" }, money(amount))))) : null);
}

// A line's service dates read best together.
function lined(line) {
  const { from, to, ...rest } = line;
  if (!from || !to) return line;
  const [first, ...others] = Object.entries(rest);
  return Object.fromEntries([first, ["service", { from, to }], ...others]);
}

function listing(type, found) {
  const rows = found.map(({ number, date, title, system, data }) => ({ number, date, title, ...(isRecord(data) ? data : { detail: data }), kept_by: SYSTEMS[system] || system }));
  return h("section", { class: "listing" }, h("h5", {}, words(type) + (found.length > 1 ? "s" : "")), ledger(rows));
}

const SYSTEMS = { crm: "CRM", billing: "Billing", payments: "Payments", erp: "ERP", clock: "Clock" };

function calls(story) {
  const rows = story.calls.map((call) => [call.on, SYSTEMS[call.system] || call.system, words(call.verb).toLowerCase(), call.arguments, call.refused ? `refused (${call.refused.code}): ${call.refused.sentence}` : call.answer]);
  rows.forEach((row, at) => { if (story.calls[at].refused) row.kind = "refused"; });
  return grid(["Date", "System", "Asked to", "With", "Answer"], rows, { class: "calls" });
}

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
