"use strict";
// The story as its author wrote it, each sentence with its verdict, and where expected and found part.
function sentences(story) {
  const background = story.steps.filter((step) => step.background), own = story.steps.filter((step) => !step.background);
  return [
    story.description && h("p", { class: "prose" }, story.description),
    story.rule && h("p", { class: "rule" }, h("b", {}, "Rule "), story.rule),
    example(story.example),
    background.length ? [h("p", { class: "part" }, "Background"), h("ol", { class: "steps" }, background.map(sentence))] : null,
    own.length ? [background.length ? h("p", { class: "part" }, "Scenario") : null, h("ol", { class: "steps" }, own.map(sentence))] : null,
    story.checks.map(comparison),
  ];
}

function example(row) {
  if (!row || !Object.keys(row).length) return null;
  return h("div", { class: "example" }, h("p", { class: "part" }, "Example"), grid(Object.keys(row), [Object.values(row)]));
}

function sentence(step) {
  const compared = step.checks.length > 0;
  return h("li", { class: step.verdict.replace(" ", "-") }, mark(step.verdict),
    h("div", {},
      h("p", {}, h("b", {}, step.keyword), " ", step.parts.map((part, at) => (at % 2 ? h("em", {}, part) : part))),
      step.docstring && h("pre", {}, step.docstring),
      compared ? step.checks.map(comparison) : step.table && step.table.length > 1 ? written(step.table) : null),
    h("time", {}, step.date ? day(step.date) : ""));
}

const written = ([head, ...rows]) => grid(head, rows);

const SIGNS = { "=": "equal", "!": "differs", "-": "missing", "+": "surplus" };

function comparison(check) {
  const numeric = check.columns.map((_, at) => check.rows.every((row) => !row.cells[at] || sides(row.cells[at]).every((side) => !side || isNumeric(side))));
  const head = h("tr", {}, h("th", { class: "verdict-sign" }, h("span", { class: "hidden" }, "Verdict")), check.columns.map((name, at) => h("th", { class: numeric[at] && "n" }, name)));
  const rows = check.rows.map((row) => h("tr", { class: SIGNS[row.sign] },
    h("td", { class: "verdict-sign", title: SIGNS[row.sign] }, row.sign, h("span", { class: "hidden" }, " " + SIGNS[row.sign])),
    check.columns.map((_, at) => h("td", { class: [numeric[at] ? "n" : width(row.cells[at]), row.cells[at] && !row.cells[at].equal && "off"].filter(Boolean).join(" ") }, compared(row.cells[at], row.sign)))));
  const wrong = check.verdict === "failed";
  return h("figure", { class: "diff" },
    wrong && h("figcaption", {}, legend(check)),
    boxed(h("table", {}, h("thead", {}, head), h("tbody", {}, rows))),
    check.money_difference.length ? h("p", { class: "difference" }, "Difference ", h("b", {}, moneys(check.money_difference))) : null,
    check.likely_cause && h("p", { class: "cause" }, h("b", {}, "Likely cause "), check.likely_cause));
}

// What people write to each other may take a second line; names and dates may not.
const width = (cell) => (!cell || sides(cell).every((side) => String(side ?? "").length < 32) ? "short" : "long");

const sides = (cell) => [cell.expected, cell.found];

function compared(cell, sign) {
  if (!cell) return "";
  if (sign !== "!" || cell.equal) return cell.found ?? cell.expected ?? "";
  return [h("span", { class: "found" }, h("small", {}, "found "), cell.found || "nothing"), h("span", { class: "expected" }, h("small", {}, "expected "), cell.expected || "nothing")];
}

function legend(check) {
  const counts = Object.entries(SIGNS).map(([sign, name]) => [sign, name, check.rows.filter((row) => row.sign === sign).length]);
  return [check.title, h("span", {}, counts.filter(([, , count]) => count).map(([sign, name, count]) => h("span", { class: "key " + name }, h("b", {}, sign), ` ${count} ${name}`)))];
}

function failures(story) {
  return story.failed.map((failure) => h("section", { class: "failure" },
    h("h5", {}, failure.title, failure.severity && h("b", { class: "severity " + failure.severity }, failure.severity),
      failure.money_at_risk.length ? h("span", {}, moneys(failure.money_at_risk) + " at risk") : null),
    h("pre", {}, failure.message)));
}

function setAside(skipped) {
  if (!skipped) return null;
  return h("section", { class: "aside" }, h("p", {}, words(skipped.reason) + "."), facts([["owner", skipped.owner], ["until", skipped.until], ["needs", skipped.capability]]));
}
