"use strict";
// The way of each business event through the systems, top to bottom in business time.
const LANES = ["crm", "billing", "payments", "erp"], LANE = 190, LEFT = 150, WIDTH = 860;

function sequence(events) {
  const arrived = (event) => event.deliveries.filter(({ outcome }) => outcome !== "lost").map(({ to }) => to);
  const others = events.flatMap((event) => [event.source, ...arrived(event)]).filter((name) => !LANES.includes(name));
  const lanes = [...LANES, ...new Set(others)];
  // What was lost may name nobody it was meant for; its arrow then points to the ledger's side and ends on the way.
  const x = (name) => LEFT + (lanes.includes(name) ? lanes.indexOf(name) : LANES.length - 1) * LANE;
  let y = 64, before = "";
  const drawn = events.map((event) => {
    const part = drawnEvent(event, x, y, event.on !== before);
    before = event.on;
    y += part.height;
    return part.drawing;
  });
  // A fate is written beyond the arrow's end; the longest one decides how wide the drawing is.
  const beyond = events.flatMap((event) => event.deliveries).map(({ to, outcome, on, answer }) => x(to) + 20 + 7 * fate((OUTCOMES[outcome] || ["", outcome])[1], outcome, on, answer).length);
  const wide = Math.max(WIDTH, LEFT + lanes.length * LANE - 60, ...beyond);
  return boxed(s("svg", { class: "sequence", viewBox: `0 0 ${wide} ${y + 10}`, width: wide, height: y + 10, role: "img", "aria-label": "Sequence of business events" },
    s("defs", {}, ["good", "bad", "late"].map((look) => s("marker", { id: "tip-" + look, class: look, viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, s("path", { d: "M0,0 L8,4 L0,8 z" })))),
    lanes.map((name) => [s("line", { class: "life", x1: x(name), x2: x(name), y1: 40, y2: y }), s("rect", { class: "head", x: x(name) - 52, y: 8, width: 104, height: 28, rx: 4 }), s("text", { class: "lane", x: x(name), y: 27 }, SYSTEMS[name] || name)]),
    drawn));
}

function drawnEvent(event, x, top, dated) {
  const from = x(event.source), ends = event.deliveries.map(({ to }) => x(to));
  const middle = ends.length ? (from + ends[0]) / 2 : from;
  const arrows = event.deliveries.map((delivery, at) => drawnDelivery(delivery, from, ends[at], top + 26 + at * 24));
  const drawing = s("g", {},
    dated ? [s("line", { class: "day", x1: 0, x2: "100%", y1: top - 4, y2: top - 4 }), s("text", { class: "date", x: 8, y: top + 14 }, day(event.on))] : null,
    s("text", { class: "event", x: middle, y: top + 16 }, event.type, s("tspan", { class: "subject", dx: 6 }, event.subject)),
    ends.length ? null : s("circle", { class: "dot", cx: from, cy: top + 26, r: 4 }), arrows);
  return { drawing, height: 38 + Math.max(0, ends.length - 1) * 24 };
}

const OUTCOMES = { delivered: ["good", ""], lost: ["bad", "lost"], repeated: ["late", "arrived twice"], delayed: ["late", "delayed"], refused: ["bad", "refused"], "no answer": ["late", "arrived, answer lost"] };

function drawnDelivery({ outcome, on, answer }, from, to, y) {
  const [look, word] = OUTCOMES[outcome] || ["late", outcome];
  const end = outcome === "lost" ? from + (to - from) * 0.62 : to, sign = Math.sign(to - from) || 1;
  const line = from === to ? s("path", { class: "way " + look, d: `M${from},${y - 6} h30 v12 h-30`, "marker-end": `url(#tip-${look})` })
    : s("line", { class: `way ${look} ${outcome}`, x1: from + 4 * sign, x2: end - (outcome === "lost" ? 8 : 3) * sign, y1: y, y2: y, "marker-end": outcome === "lost" ? null : `url(#tip-${look})` });
  return [line,
    outcome === "lost" ? s("path", { class: "cross", d: `M${end - 5},${y - 5} l10,10 m0,-10 l-10,10` }) : null,
    outcome === "repeated" ? s("line", { class: "way late", x1: from + 4 * sign, x2: end - 3 * sign, y1: y + 6, y2: y + 6, "marker-end": "url(#tip-late)" }) : null,
    word ? s("text", { class: `fate ${look}${sign < 0 ? " back" : ""}`, x: end + 14 * sign, y: y + 4 }, fate(word, outcome, on, answer)) : null];
}

function fate(word, outcome, on, answer) {
  if (outcome === "delayed") return `${word} to ${day(on)}`;
  return outcome === "refused" && answer ? `${word}: ${short(said(answer.sentence || answer))}` : word;
}

const short = (text) => (text.length > 70 ? text.slice(0, 69) + "…" : text);
