"use strict";
// What goes out by mail: letters and statements of account, each one sheet; and the work list of those who follow up on them.
function mailed({ title, number, said, told: names, head, rows, sums, remarks, type }) {
  const made = h("article", { class: "sheet paper " + type },
    h("header", {}, party(said, "seller"), h("div", { class: "what" }, h("h5", {}, words(title)), h("p", {}, number))),
    h("div", { class: "parties" }, h("div", {}, h("p", { class: "part" }, "To"), party(said, "buyer")), facts(told(said, names))),
    remarks.map((text) => h("p", { class: "prose" }, text)),
    labeled(grid(head, rows, { class: "lines" }), head),
    h("div", { class: "sums" }, h("span", {}), h("table", { class: "totals" }, sums.map(([name, amount]) => h("tr", { class: name.toLowerCase() }, h("th", { scope: "row" }, name), h("td", { class: "n" }, money(amount)))))),
    h("button", { type: "button", class: "printer" }, "Print"));
  made.querySelector(".printer").addEventListener("click", () => printAlone(made));
  return made;
}

// On a narrow screen a line is read from top to bottom, each cell with its heading.
function labeled(table, head) {
  for (const row of table.querySelectorAll("tbody tr")) [...row.cells].forEach((cell, at) => cell.setAttribute("data-of", head[at]));
  return table;
}

function letterSheet(paper) {
  const { letter, said, text, lines, open } = paper.data;
  const rows = lines.map((line) => [line.invoice, line.date, line.due, line.days_overdue, line.total, line.open]);
  return mailed({ type: "letter", title: letter, number: paper.number, said, told: ["date"], remarks: [text], rows,
    head: ["Invoice", "Date", "Due", "Days overdue", "Total", "Open"], sums: [["To be paid", open]] });
}

function statementSheet({ said, lines, opening, closing, overdue }) {
  const rows = lines.map((line) => [line.day, words(line.document), line.reference, line.amount, line.balance]);
  return mailed({ type: "statement", title: "statement of account", number: closing.currency, said, told: ["from", "to"], remarks: [], rows,
    head: ["Date", "Document", "Reference", "Amount", "Balance"], sums: [["Opening", opening], ["Closing", closing], ...(overdue ? [["Of it overdue", overdue]] : [])] });
}

function workList({ on, tasks }) {
  const roles = [...new Set(tasks.map(({ role }) => role))], head = ["Customer", "Invoice", "Why", "Amount", "Next step"];
  return [h("p", { class: "part" }, `At the end of ${day(on)}`), roles.map((role) => {
    const rows = tasks.filter((task) => task.role === role).map(({ customer, invoice, why, amount, next_step }) => [customer || "–", invoice || "–", why, amount, next_step]);
    return h("section", { class: "listing work" }, h("h5", {}, role), labeled(grid(head, rows, { class: "lines" }), head));
  })];
}
