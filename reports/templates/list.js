"use strict";
// The list of scenarios: unfolding, finding, deep links, the keyboard and paper.
const scenarios = [...document.querySelectorAll("details.scenario")];
const search = document.getElementById("search"), area = document.getElementById("area"), tag = document.getElementById("tag");

function part(title, note, open, ...content) {
  return h("details", { class: "part", open: open ? "" : null }, h("summary", {}, h("span", {}, title), h("small", {}, note)), h("div", {}, ...content));
}

const counted = (count, one, many) => `${count} ${count === 1 ? one : many || one + "s"}`;

function unfold(box) {
  if (box.dataset.laid) return;
  box.dataset.laid = "yes";
  const story = unpack(Number(box.dataset.ref));
  const last = story.reconciliations.filter(({ step }) => step === null), off = last.filter(isOff), amiss = story.events.flatMap(({ deliveries }) => deliveries).filter(({ outcome }) => outcome !== "delivered");
  box.querySelector(".body").replaceChildren(...h("div", {},
    h("p", { class: "tags" }, story.tags.map((name) => h("span", {}, name))),
    failures(story), setAside(story.skipped),
    story.steps.length ? part("Story", counted(story.steps.length, "sentence"), true, sentences(story)) : null,
    story.reconciliations.length ? part("Reconciliations", off.length ? counted(off.length, "difference") : `${last.length} tied out`, off.length, tieOuts(story)) : null,
    story.documents.length ? part("Documents", counted(story.documents.length, "document"), false, papers(story)) : null,
    story.statements.length ? part("Statements of account", counted(story.statements.length, "statement"), false, h("div", { class: "papers" }, story.statements.map(statementSheet))) : null,
    story.work ? part("Collections work list", counted(story.work.tasks.length, "task"), false, workList(story.work)) : null,
    story.journal.length ? part("Journal", counted(story.journal.length, "entry", "entries"), false, postings(story)) : null,
    story.schedules.length ? part("Revenue schedule", counted(story.schedules.length, "schedule"), false, schedule(story)) : null,
    story.closes.map((report) => part("Close report", `${said(report.period)}, ${report.status}`, false, closing(report))),
    story.events.length ? part("Sequence", counted(story.events.length, "business event") + (amiss.length ? `, ${amiss.length} not delivered as sent` : ""), amiss.length, sequence(story.events)) : null,
    story.calls.length ? part("Requests to the systems", counted(story.calls.length, "request"), false, calls(story)) : null,
    story.policies && story.policies.applied.length ? part("Conventions applied", story.policies.company, false, conventions(story.policies)) : null,
    part("Evidence", "file, hash, how to run it again", false, proof(story))).childNodes);
}

// What a search looks through: every text of the story, gathered once, when the first search asks.
const texts = new Map();
function textOf(box) {
  if (!texts.has(box)) texts.set(box, gathered(Number(box.dataset.ref)).toLowerCase());
  return texts.get(box);
}

function gathered(reference, seen = new Set()) {
  const kind = reference % 4, index = (reference - kind) / 4;
  if (kind === 1) return packed.texts[index];
  if (kind || seen.has(index)) return "";
  seen.add(index);
  return packed.nodes[index].slice(1).map((part) => gathered(part, seen)).join(" ");
}

function fits(box, asked, verdicts) {
  const place = box.closest(".area").dataset.area;
  return (!verdicts.size || verdicts.has(box.dataset.verdict)) && (!area.value || place === area.value)
    && (!tag.value || box.dataset.tags.split(" ").includes(tag.value)) && asked.every((word) => textOf(box).includes(word));
}

function sift() {
  const asked = search.value.toLowerCase().replace(/@/g, "").split(/\s+/).filter(Boolean);
  const verdicts = new Set([...document.querySelectorAll("[data-verdict][aria-pressed=true]")].map((button) => button.dataset.verdict));
  let count = 0;
  for (const box of scenarios) count += !(box.hidden = !fits(box, asked, verdicts));
  for (const group of document.querySelectorAll(".feature, .area")) group.hidden = !group.querySelector("details.scenario:not([hidden])");
  document.getElementById("found").textContent = count === scenarios.length ? counted(count, "scenario") : `${count} of ${counted(scenarios.length, "scenario")}`;
  document.getElementById("nothing").hidden = count > 0;
}

function follow() {
  const box = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!box || !box.matches("details.scenario")) return;
  box.hidden = false;
  for (const group of [box.closest(".feature"), box.closest(".area")]) group.hidden = false;
  box.open = true;
  unfold(box);
  box.scrollIntoView();
  box.querySelector("summary").focus({ preventScroll: true });
}

function moved(event) {
  const summaries = scenarios.filter((box) => !box.hidden).map((box) => box.querySelector("summary"));
  const at = summaries.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0 || !summaries[at + step]) return;
  event.preventDefault();
  summaries[at + step].focus();
}

function pressed(event) {
  if (event.key === "/" && !event.target.matches("input, select")) { event.preventDefault(); search.focus(); }
  if (event.key === "Escape" && event.target === search) { search.value = ""; sift(); }
  moved(event);
}

function narrowed(event) {
  const link = event.target.closest("a[data-area], a[data-tag]");
  if (!link) return;
  area.value = link.dataset.area || "";
  tag.value = link.dataset.tag || "";
  sift();
}

// On paper every failed scenario is shown whole, and so is each one the reader opened.
let opened = [];
function onPaper() {
  const shown = scenarios.filter((box) => box.dataset.verdict === "failed" || box.open);
  shown.forEach(unfold);
  opened = [...shown, ...shown.flatMap((box) => [...box.querySelectorAll("details.part")])].filter((box) => !box.open);
  for (const box of opened) box.open = true;
}
function offPaper() {
  for (const box of opened) box.open = false;
  opened = [];
}

for (const box of scenarios) {
  box.open = false;
  box.addEventListener("toggle", () => { if (box.open) unfold(box); });
}
for (const button of document.querySelectorAll("button[data-verdict]")) button.addEventListener("click", () => { button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true"); sift(); });
search.addEventListener("input", sift);
area.addEventListener("change", sift);
tag.addEventListener("change", sift);
document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", narrowed);
document.addEventListener("keydown", pressed);
addEventListener("hashchange", follow);
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", offPaper);
document.documentElement.classList.add("scripted");
sift();
follow();
