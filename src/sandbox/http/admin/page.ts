/** `/_sandbox`: a page that shows the org, its clock, its journal, faults and traps, and has buttons to change them. */
import type { HttpReply } from '../exchange.ts';
import { htmlReply } from '../html.ts';

const style = `
:root{color-scheme:light dark;--line:#8a8a8a;--accent:#0b5cad;--soft:#5c5c5c}
@media(prefers-color-scheme:dark){:root{--accent:#6cb6ff;--soft:#a8a8a8}}
body{font:14px/1.5 system-ui,sans-serif;max-width:72rem;margin:1.5rem auto;padding:0 1rem;background:light-dark(#fff,#1b1b1b);color:light-dark(#1c1c1c,#e8e8e8)}
h1{font-size:1.4rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem}
section{margin-bottom:1.5rem}p{margin:.25rem 0}
input[type=number]{width:5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid color-mix(in srgb,var(--line) 35%,transparent);vertical-align:top}
th{color:var(--soft);font-weight:600}td.number{font-variant-numeric:tabular-nums}
section{overflow-x:auto}
button,select,input{font:inherit;padding:.3rem .7rem;border:1px solid var(--line);border-radius:.35rem;background:transparent;color:inherit}
button:hover,button:focus-visible,select:focus-visible,input:focus-visible{border-color:var(--accent);outline:2px solid var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.5rem 0}
.soft{color:var(--soft)}.problem{color:light-dark(#a3190a,#ff9a8d)}
#counts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.25rem 1.5rem}
#counts div{display:flex;justify-content:space-between;align-items:baseline}
#counts button{border:0;padding:.1rem 0;text-decoration:underline dotted;text-underline-offset:.2em}#counts [aria-expanded=true]{font-weight:600}#status{min-height:1.5rem}
`;

const body = `<main>
<h1>Sandbox org</h1><p id="where" class="soft"></p><p id="status" role="status"></p>
<section aria-labelledby="h-clock"><h2 id="h-clock">Clock</h2><p><span id="now"></span> <span id="speed" class="soft"></span></p>
<div class="row"><button data-clock='{"speed":0}'>Stop</button><button data-clock='{"speed":1}'>×1</button><button data-clock='{"speed":60}'>×60</button>
<button data-clock='{"advance":60000}'>+1 minute</button><button data-clock='{"advance":3600000}'>+1 hour</button><button data-clock='{"advance":86400000}'>+1 day</button></div></section>
<section aria-labelledby="h-objects"><h2 id="h-objects">Objects</h2><div id="counts"></div>
<div id="found" hidden><div class="row"><label>Name or key <input id="like" size="24" placeholder="every one"></label><span id="shown" class="soft"></span></div>
<table><thead><tr><th>MID</th><th>Name</th><th>Key</th></tr></thead><tbody id="items"></tbody></table></div></section>
<section aria-labelledby="h-faults"><h2 id="h-faults">Faults</h2><div class="row">
<label>Kind <select id="kind"></select></label><label>Operation <input id="operation" placeholder="every one" size="12"></label>
<label>Object <input id="type" placeholder="every one" size="14"></label><label>Next <input id="next" type="number" min="1" placeholder="all" size="6"></label><label>Rate <input id="rate" type="number" min="0.01" max="1" step="0.01" placeholder="1" size="6"></label>
<button id="order">Order fault</button><button id="clear">End all faults</button></div><p id="about" class="soft"></p><table><thead><tr><th>Fault</th><th>For</th><th>How often</th><th>Has struck</th></tr></thead><tbody id="faults"></tbody></table></section>
<section aria-labelledby="h-traps"><h2 id="h-traps">Traps</h2><p class="soft">What the real service does without a word. A loud trap refuses, and says why.</p><table><tbody id="traps"></tbody></table></section>
<section aria-labelledby="h-journal"><h2 id="h-journal">Journal</h2><div class="row"><button id="empty">Empty the journal</button><button id="reset">Reset the org…</button></div>
<table><thead><tr><th>#</th><th>At</th><th>Operation</th><th>Object</th><th>MID</th><th>Outcome</th></tr></thead><tbody id="journal"></tbody></table></section>
</main>`;

const script = `
const $ = (id) => document.getElementById(id);
const say = (text) => { $('status').textContent = text; };
async function ask(path, method = 'GET', value) {
  const response = await fetch('/_sandbox/' + path, { method, ...(value === undefined ? {} : { body: JSON.stringify(value) }) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
function cells(...texts) {
  const row = document.createElement('tr');
  for (const text of texts) {
    const cell = row.insertCell();
    if (text instanceof Node) cell.append(text); else cell.textContent = text ?? '';
  }
  return row;
}
// The kind of object that is shown, when one is.
let chosen;
async function showChosen() {
  $('found').hidden = chosen === undefined;
  if (chosen === undefined) return;
  const { found, items } = await ask('objects?' + new URLSearchParams({ of: chosen, like: $('like').value }));
  $('shown').textContent = chosen + ': ' + found.toLocaleString('en') + (items.length < found ? ', the first ' + items.length + ' here' : '');
  $('items').replaceChildren(...items.map(({ mid, name, key }) => cells(String(mid), name, key)));
}
$('like').oninput = () => showChosen().catch((error) => say(error.message));
async function show() {
  const [clock, objects, faults, traps, journal] = await Promise.all(['clock', 'objects', 'faults', 'traps', 'journal'].map((path) => ask(path)));
  $('where').textContent = location.origin + ' · ' + objects.accounts.map(({ mid, name }) => name + ' (' + mid + ')').join(', ');
  $('now').textContent = clock.now.replace('T', ' ').replace('Z', ' UTC');
  $('speed').textContent = clock.speed === 0 ? 'stopped' : '×' + clock.speed;
  // Made once, as the traps are.
  if ($('counts').children.length === 0) $('counts').replaceChildren(...Object.keys(objects.counts).map((name) => {
    const div = document.createElement('div');
    const [label, value] = [document.createElement('button'), document.createElement('b')];
    label.textContent = name;
    label.onclick = () => { chosen = chosen === name ? undefined : name; $('like').value = ''; run(() => undefined); };
    div.append(label, value);
    return div;
  }));
  for (const [index, [name, count]] of Object.entries(objects.counts).entries()) {
    const [label, value] = $('counts').children[index].children;
    label.ariaExpanded = String(name === chosen);
    value.textContent = count.toLocaleString('en');
  }
  await showChosen();
  if ($('kind').length === 0) {
    for (const kind of Object.keys(faults.kinds)) $('kind').add(new Option(kind, kind));
    const about = () => { $('about').textContent = faults.kinds[$('kind').value]; };
    $('kind').onchange = about; about();
  }
  $('faults').replaceChildren(...(faults.inForce.length === 0 ? [cells('None is in force.', '', '', '')] : faults.inForce.map((fault) =>
    cells(fault.kind, (fault.operation ?? 'every operation') + (fault.objectType ? ' of ' + fault.objectType : ''), (fault.next ? 'next ' + fault.next : 'always') + (fault.rate ? ', ' + fault.rate * 100 + ' %' : ''), String(fault.struck)))));
  // Made once: the keyboard would lose its place on a box that is made anew.
  if ($('traps').children.length === 0) $('traps').replaceChildren(...traps.map(({ name, about }) => {
    const box = document.createElement('input');
    box.type = 'checkbox'; box.ariaLabel = 'Loud: ' + name;
    box.onchange = () => run(() => ask('traps', 'POST', { [name]: box.checked }));
    return cells(box, name, about);
  }));
  for (const [index, { loud }] of traps.entries()) $('traps').children[index].querySelector('input').checked = loud;
  $('journal').replaceChildren(...journal.length === 0 ? [cells('', '', 'Nothing was received yet.')] : journal.slice(-100).reverse().map((record) => {
    const row = cells(String(record.number), record.at.slice(11, 19), record.operation, record.objectType, record.mid ? String(record.mid) : '', record.outcome);
    if (record.problems.length > 0 || record.faults) {
      const more = document.createElement('div');
      more.className = 'problem';
      more.textContent = [...(record.faults ?? []).map((kind) => 'Fault: ' + kind), ...record.problems].join(' · ');
      row.lastChild.append(more);
    }
    return row;
  }));
}
async function run(action) {
  try { await action(); say(''); await show(); } catch (error) { say(error.message); }
}
const number = (id) => ($(id).value === '' ? undefined : Number($(id).value));
$('order').onclick = () => run(() => ask('faults', 'POST', { kind: $('kind').value, ...($('operation').value === '' ? {} : { operation: $('operation').value }), ...($('type').value === '' ? {} : { objectType: $('type').value }), next: number('next'), rate: number('rate') }));
$('clear').onclick = () => run(() => ask('faults', 'DELETE'));
$('empty').onclick = () => run(() => ask('journal', 'DELETE'));
$('reset').onclick = () => { if (confirm('Everything in the org is made anew, as its seed has it. Go on?')) run(() => ask('reset', 'POST', {})); };
for (const button of document.querySelectorAll('[data-clock]')) button.onclick = () => run(() => ask('clock', 'POST', JSON.parse(button.dataset.clock)));
run(() => undefined);
setInterval(() => { if (!document.hidden) show().catch((error) => say('The sandbox does not answer: ' + error.message)); }, 2000);
`;

export function showPage(): HttpReply {
  return htmlReply(200, { title: 'Sandbox org', body, style, script });
}
