"use strict";
// The journal, the accounts, the revenue schedule, the closes and the reconciliations.
function postings(story) {
  const rows = story.journal.flatMap((entry) => entry.lines.map((line, at) => journalRow(entry, line, at)));
  const lines = story.journal.flatMap((entry) => entry.lines);
  const total = [null, null, "Total", ...["debit", "credit"].map((side) => soleSum(lines, side))];
  return [
    grid(["Date", "Entry", "Account", "Debit", "Credit"], [...rows, Object.assign(total, { kind: "total" })], { class: "journal" }),
    h("p", { class: "part" }, "Accounts"), h("div", { class: "accounts" }, accounts(story.journal).map(account)),
  ];
}

function journalRow(entry, line, at) {
  const row = [at ? null : entry.date, at ? null : entryName(entry), line.account, line.debit, line.credit];
  row.kind = [at ? "" : "first", line.credit ? "credit" : ""].join(" ").trim();
  return row;
}

const entryName = ({ number, title, source }) => [number, title, source && source !== title ? `(${source})` : ""].filter(Boolean).join("  ");

function soleSum(lines, side) {
  const sums = added(lines.map((line) => line[side]).filter(Boolean));
  return sums.length === 1 ? sums[0] : moneys(sums);
}

function accounts(journal) {
  const found = new Map();
  for (const entry of journal) for (const line of entry.lines) {
    const amount = line.debit || line.credit;
    if (!amount) continue;
    const key = [entry.entity, line.account, amount.currency].join("|");
    if (!found.has(key)) found.set(key, { name: line.account, entity: entry.entity, currency: amount.currency, debits: [], credits: [] });
    found.get(key)[line.debit ? "debits" : "credits"].push({ date: entry.date, source: entry.source, amount });
  }
  return [...found.values()];
}

function account({ name, currency, debits, credits }) {
  const sum = (side) => side.reduce((total, { amount }) => total + amount.minor, 0);
  const balance = sum(debits) - sum(credits);
  const foot = (minor) => h("p", { class: "balance" }, h("span", {}, "Balance"), figure({ minor, currency }));
  const side = (lines, label, minor) => h("div", { "aria-label": label }, lines.map(({ date, source, amount }) => h("p", { title: source }, h("span", {}, day(date).replace(/ \d{4}$/, "")), figure(amount))), minor >= 0 ? foot(minor) : null);
  return h("figure", { class: "account" }, h("figcaption", {}, name, h("small", {}, currency)),
    h("div", { class: "t" }, side(debits, "Debit", balance > 0 || !balance ? balance : -1), side(credits, "Credit", balance < 0 ? -balance : -1)));
}

function schedule(story) {
  const months = [...new Set(story.schedules.flatMap((plan) => plan.months.map(({ month }) => month)))].sort();
  const every = months.map((month) => story.schedules.flatMap((plan) => plan.months.filter((one) => one.month === month)));
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return [bars(months, every), years.map((year) => inYear(story.schedules, year, months.filter((month) => month.startsWith(year))))];
}

// One table a year, so that twelve months fit a page and years can be compared.
function inYear(plans, year, months) {
  const there = plans.filter((plan) => plan.months.some(({ month }) => months.includes(month)));
  const rows = there.map((plan) => [`${plan.number}  ${plan.title}`, ...months.map((month) => inMonth(plan, month)), summed(plan.months, months)]);
  const all = there.flatMap((plan) => plan.months);
  const total = Object.assign(["Total", ...months.map((month) => summed(all, [month])), summed(all, months)], { kind: "total" });
  return grid([year, ...months.map((month) => day(month).slice(0, 3)), "Total"], rows.length > 1 ? [...rows, total] : rows, { class: "months" });
}

function summed(amounts, months) {
  const sums = added(amounts.filter(({ month }) => months.includes(month)));
  return sums.length === 1 ? sums[0] : moneys(sums);
}

function inMonth(plan, month) {
  const found = plan.months.find((one) => one.month === month);
  return found ? { minor: found.minor, currency: found.currency } : null;
}

function bars(months, every) {
  const sums = every.map((found) => found.reduce((total, { minor }) => total + minor, 0)), most = Math.max(...sums, 1);
  const done = every.map((found) => found.length && found.every(({ recognized }) => recognized));
  const wide = 56, tall = 90;
  const drawn = months.map((month, at) => {
    const high = Math.max(1, Math.round((Math.max(sums[at], 0) / most) * tall));
    return s("g", { transform: `translate(${at * wide},0)` },
      s("rect", { class: done[at] ? "done" : "due", x: 8, y: tall - high + 4, width: wide - 16, height: high, rx: 2 }),
      s("text", { x: wide / 2, y: tall + 20, "text-anchor": "middle" }, day(month).slice(0, 3)));
  });
  return h("figure", { class: "bars" }, boxed(s("svg", { width: months.length * wide, height: tall + 26, role: "img", "aria-label": "Revenue by month" }, drawn)),
    h("figcaption", {}, h("span", { class: "done" }, "recognized"), h("span", { class: "due" }, "still to come")));
}

function closing(report) {
  return h("article", { class: "close" },
    h("header", {}, h("h5", {}, `${said(report.period)}, ${report.entity}`), h("p", {}, `${report.status}, ${report.currency}, run ${report.run}`)),
    report.sections.map((part) => h("section", {}, h("h6", {}, part.title), grid(part.columns.map(words), part.rows))),
    report.reconciliations.length ? h("section", {}, h("h6", {}, "Reconciliations"), ties(report.reconciliations)) : null,
    report.kpis.length ? h("section", {}, h("h6", {}, "Key figures"), report.kpis.every(isRecord) ? ledger(report.kpis) : h("p", {}, said(report.kpis))) : null);
}

const isOff = ({ difference }) => (isAmount(difference) ? difference.minor : difference) !== 0;

// The tie-out at the end of the story first; then what a sentence saw when it asked, which that sentence judges.
function tieOuts(story) {
  const steps = [...new Set(story.reconciliations.map(({ step }) => step))].sort((one, other) => (one ?? -1) - (other ?? -1));
  return steps.map((step) => {
    const found = story.reconciliations.filter((tie) => tie.step === step), sentence = story.steps.find(({ index }) => index === step);
    const title = step === null ? "At the end of the story" : `When the story came to: ${sentence ? sentence.parts.join("") : "sentence " + step}`;
    return [h("p", { class: "part" }, title), ties(found)];
  });
}

function ties(found) {
  const rows = found.flatMap((tie) => [tieRow(tie), ...(tie.items || []).map(itemRow)]);
  return grid(["Tie-out", "Left side", "Amount", "Right side", "Amount", "Difference"], rows, { class: "ties" });
}

function tieRow(tie) {
  const row = [tie.title, tie.left, tie.left_amount, tie.right, tie.right_amount, tie.difference];
  row.kind = isOff(tie) ? (tie.announced || typeof tie.step === "number" ? "announced" : "unexplained") : "tied";
  return row;
}

function itemRow(item) {
  return Object.assign([`${item.document}: ${item.explanation}`, null, null, null, null, item.amount], { kind: "item" });
}
