"use strict";
// An invoice or memo as the customer holds it: one sheet of paper, which can be printed by itself.
function sheet(paper) {
  const { said, lines, taxes, net, tax, rounding, total } = paper.data;
  const made = h("article", { class: "sheet paper " + paper.type.replace(" ", "-") },
    h("header", {}, party(said, "seller"), h("div", { class: "what" }, h("h5", {}, words(paper.type)), h("p", {}, paper.number))),
    h("div", { class: "parties" }, h("div", {}, h("p", { class: "part" }, "To"), party(said, "buyer")), facts(told(said, ["date", "pay by", "terms", "contract", "reason", "invoice"]))),
    sheetLines(lines),
    h("div", { class: "sums" }, taxSummary(taxes), h("table", { class: "totals" }, [["Net", net], ["Tax", tax], ["Rounding", rounding], ["Total", total]].filter(([, amount]) => amount).map(([name, amount]) => h("tr", { class: name.toLowerCase() }, h("th", { scope: "row" }, name), h("td", { class: "n" }, money(amount)))))),
    ["early payment", "set off", "credit", "note"].filter((name) => said[name]).map((name) => h("p", { class: "remark" }, h("b", {}, words(name) + " "), said[name])),
    h("button", { type: "button", class: "printer" }, "Print"));
  made.querySelector(".printer").addEventListener("click", () => printAlone(made));
  return made;
}

const told = (said, names) => names.filter((name) => said[name]).map((name) => [name === "invoice" ? "credits" : name, said[name]]);

// The street on one line, the place on the next.
function party(said, role) {
  const [street, ...place] = (said[role + " address"] || "").split(", "), address = [street, place.join(", ")].filter(Boolean);
  const number = said[role + " tax number"];
  return h("address", {}, h("b", {}, said[role]), address.map((part) => h("span", {}, part)), number && h("span", {}, "Tax number " + number));
}

// A column that no line fills is not on the paper.
function sheetLines(lines) {
  const columns = [["description", "Description"], ["service", "Period"], ["quantity", "Quantity"], ["unit_price", "Unit price"], ["discount", "Discount"], ["tax_rate", "Tax"], ["invoice", "Invoice"], ["net", "Amount"]]
    .filter(([key]) => key === "service" || lines.some((line) => line[key] !== undefined && line[key] !== null && line[key] !== ""));
  const rows = lines.map((line) => columns.map(([key]) => (key === "service" ? { from: line.from, to: line.to } : line[key])));
  const made = grid(columns.map(([, name]) => name), rows, { class: "lines" });
  // On a narrow screen a line is read from top to bottom, each cell with its heading.
  for (const row of made.querySelectorAll("tbody tr")) [...row.cells].forEach((cell, at) => cell.setAttribute("data-of", columns[at][1]));
  return made;
}

function taxSummary(taxes) {
  const rows = taxes.map(({ tax, rate, treatment, on, amount }) => [tax, treatment || rate, on, amount]);
  return h("div", { class: "taxes" }, grid(["Tax", "Rate", "On", "Amount"], rows, {}));
}

function printAlone(paper) {
  const alone = h("div", { id: "alone" }, paper.cloneNode(true));
  document.body.append(alone);
  document.body.classList.add("printing-one");
  window.addEventListener("afterprint", () => { alone.remove(); document.body.classList.remove("printing-one"); }, { once: true });
  window.print();
}
