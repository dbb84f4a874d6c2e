"use strict";
// Sorts, filters and saves the table of the page, and keeps the view in the address.

const form = document.getElementById("filters");
const body = document.getElementById("atlas").tBodies[0];
const headings = [...document.querySelectorAll("#atlas thead th")];
const rows = [...body.rows].map(element => ({ element, texts: [...element.cells].map(cell => cell.textContent) }));
const places = new Map(headings.map((heading, place) => [heading.dataset.name, place]));
/// By which column rows are sorted; without one they stand as they were made.
let order = { name: "", descending: false };
let shown = rows;
/// What is to be appended to the table, and when.
let pending = [];
let timer;

const text = (row, name) => row.texts[places.get(name)];
/// Of any size, exactly.
const numbers = text => (text.match(/-?\d+/g) || []).map(BigInt);
/// Filter sizes and strides.
const layers = row => text(row, "architecture").slice(1, -1).split(";").map(numbers);

/// What a row has in a column, or follows from its columns, for comparison: numbers or one word; empty where nothing is known.
function key(row, name) {
  row.keys = row.keys || new Map();
  if (!row.keys.has(name)) row.keys.set(name, computeKey(row, name));
  return row.keys.get(name);
}

function computeKey(row, name) {
  switch (name) {
    case "layers": return [BigInt(layers(row)[0].length)];
    case "codimension": return [BigInt(text(row, "K")) - BigInt(text(row, "dimension"))];
    // Few layers first, as they were made.
    case "architecture": return [BigInt(layers(row)[0].length), ...layers(row).flat()];
  }
  const isWord = "words" in headings[places.get(name)].dataset;
  return isWord ? [text(row, name)].filter(word => word && word !== "unknown") : numbers(text(row, name));
}

function compare(one, two) {
  for (let place = 0; place < Math.min(one.length, two.length); place += 1) {
    if (one[place] !== two[place]) return one[place] < two[place] ? -1 : 1;
  }
  return one.length - two.length;
}

function sorted(rows) {
  if (!order.name) return rows;
  const { name, descending } = order;
  // What is not known stands last in either order.
  const [known, unknown] = [true, false].map(is => rows.filter(row => key(row, name).length > 0 === is));
  known.sort((one, two) => (descending ? -1 : 1) * compare(key(one, name), key(two, name)));
  return [...known, ...unknown];
}

/// Lower and upper end of a range such as 8, 8..12, 8.. or ..12; undefined for anything else.
function range(text) {
  const match = text.match(/^\s*(\d*)\s*(\.\.)?\s*(\d*)\s*$/);
  if (!match || !(match[1] || match[3]) || (!match[2] && match[3])) return undefined;
  const [low, high] = [match[1], match[2] ? match[3] : match[1]];
  return { low: low && BigInt(low), high: high && BigInt(high) };
}

/// Whether a row passes a filter; undefined for a filter that cannot be understood.
function test(field, value) {
  const { name } = field;
  if ("range" in field.dataset) {
    const ends = range(value);
    return ends && (row => {
      const [number] = key(row, name);
      return number !== undefined && (ends.low === "" || number >= ends.low) && (ends.high === "" || number <= ends.high);
    });
  }
  if (name === "smooth") return row => (key(row, "singular_codimension").length === 0) === (value === "yes");
  if (name !== "architecture") return row => text(row, name) === value;
  // "5,2;3" is that architecture, and what is no architecture stands in others, in whole numbers: "2;2" in (3,2;2,2).
  const words = value.replace(/\s*([(),;])\s*/g, "$1").trim().replace(/\s+/g, ",");
  if (!/^\(?[\d,;]*\)?$/.test(words)) return undefined;
  const [sizes, strides] = words.replace(/[()]/g, "").split(";").map(numbers);
  const isWhole = strides !== undefined && strides.length > 0 && sizes.length === strides.length + 1;
  const literal = words.replace(/[()]/g, "\\$&");
  const pattern = new RegExp(
    isWhole ? `^\\(?${literal}\\)?$` : literal.replace(/^(?=\d)/, "(?<!\\d)").replace(/(?<=\d)$/, "(?!\\d)"));
  return row => pattern.test(text(row, "architecture"));
}

const fields = [...form.elements].filter(field => field.name);

/// Appends so many lines to the table, and after them the others, as many at once: no key and no click waits for lines that
/// are not in sight.
function append(count) {
  clearTimeout(timer);
  body.append(...pending.splice(0, count));
  if (pending.length > 0) timer = setTimeout(append, 30, count);
}

/// Shows what filters and order say.
function show() {
  const before = shown;
  const complaints = [];
  const tests = fields.flatMap(field => {
    const value = field.value.trim();
    const passes = value ? test(field, value) : () => true;
    field.setCustomValidity(passes ? "" : "not understood");
    if (passes) return [passes];
    const example = "range" in field.dataset ? "range such as 8..12" : "architecture such as 5,2;3";
    complaints.push(`${field.dataset.heading} is not heeded: no ${example}`);
    return [];
  });
  shown = sorted(rows.filter(row => tests.every(passes => passes(row))));
  if (shown.length !== before.length || shown.some((row, place) => row !== before[place])) {
    body.replaceChildren();
    pending = shown.flatMap(row => [row.element, row.commands].filter(element => element));
    append(100);
  }
  for (const heading of headings) {
    if (heading.dataset.name === order.name) heading.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
  const count = number => number.toLocaleString("en");
  document.getElementById("count").textContent =
    [`${count(shown.length)} of ${count(rows.length)} architectures`, ...complaints].join("; ");
}

/// The view as the fragment of an address.
function fragment() {
  const pairs = fields.map(field => [field.name, field.value.trim()]).filter(([, value]) => value);
  if (order.name) pairs.push(["sort", (order.descending ? "-" : "") + order.name]);
  // Commas and semicolons may stand in a fragment as they are.
  return pairs.map(pair => pair.map(word => encodeURIComponent(word).replace(/%2C/g, ",").replace(/%3B/g, ";")).join("=")).join("&");
}

/// Shows the view that the address has.
function restore() {
  const view = new URLSearchParams(location.hash.slice(1));
  for (const field of fields) {
    const value = view.get(field.name) ?? "";
    const isChoice = !field.options || [...field.options].some(option => option.value === value);
    field.value = isChoice ? value : "";
  }
  const [, sign, name] = (view.get("sort") ?? "").match(/^(-?)(.*)$/);
  order = places.has(name) ? { name, descending: sign === "-" } : { name: "", descending: false };
  show();
}

function change() {
  show();
  const address = location.href.split("#")[0];
  history.replaceState(null, "", fragment() ? `${address}#${fragment()}` : address);
}

/// The lines that are shown, as `lcngen atlas --format csv` has them.
function csv() {
  const names = headings.flatMap(heading => heading.dataset.fields.split(" "));
  const values = shown.map(row => [...layers(row).map(numbers => numbers.join(" ")), ...row.texts.slice(1)]);
  return [names, ...values].map(line => line.join(",") + "\n").join("");
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
  link.download = "atlas.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/// Shows or hides, below a row, the commands that make its figures.
function toggleCommands(row) {
  row.button.setAttribute("aria-expanded", String(!row.commands));
  if (row.commands) {
    row.commands.remove();
    row.commands = undefined;
    return;
  }
  const [k, s] = layers(row);
  const address = document.createElement("a");
  address.href = `#architecture=${text(row, "architecture")}`;
  address.textContent = "only this line";
  const lines = document.createElement("pre");
  lines.append(
    document.getElementById("commands").textContent.replace(/--k k/g, `--k ${k}`).replace(/--s s/g, `--s ${s}`),
    address);
  row.commands = document.createElement("tr");
  row.commands.className = "commands";
  row.commands.insertCell().append(lines);
  row.commands.cells[0].colSpan = headings.length;
  row.element.after(row.commands);
}

/// Makes a button of what an element has.
function button(element, action) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...element.childNodes);
  button.addEventListener("click", action);
  element.append(button);
  return button;
}

for (const heading of headings) {
  const { name } = heading.dataset;
  button(heading, () => {
    order = { name, descending: order.name === name && !order.descending };
    change();
  });
}
for (const row of rows) {
  row.button = button(row.element.cells[0], () => toggleCommands(row));
  row.button.setAttribute("aria-expanded", "false");
}
for (const field of fields) {
  if (!("range" in field.dataset) || rows.length === 0) continue;
  const all = rows.map(row => key(row, field.name)).filter(key => key.length > 0).sort(compare);
  if (all.length > 0) field.placeholder = `${all[0]}..${all[all.length - 1]}`;
}
form.addEventListener("input", change);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => {
  order = { name: "", descending: false };
  change();
}));
document.getElementById("save").addEventListener("click", save);
addEventListener("hashchange", restore);
addEventListener("beforeprint", () => append(pending.length));
form.hidden = false;
restore();
