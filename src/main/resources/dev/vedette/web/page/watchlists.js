// What is looked for, and what each entry brought; of long lists, some entries at a time.

import { h, time, full, count, say } from './dom.js';
import { get } from './api.js';
import { bars } from './chart.js';
import { silence, endSilence } from './silence.js';

const PART = 25;
const ORDERS = [['file', 'As in the file'], ['alerts', 'Most alerts'], ['last', 'Last fired'], ['noise', 'Most false alarms']];

export async function show(place) {
  place.replaceChildren(h('div', { class: 'wide' }, h('h1', {}, 'Watchlists'), h('p', { class: 'faint' }, 'Loading')));
  const lists = await get('/api/watchlists');
  const sections = lists.items.map((list) => new Section(list));
  const nothing = h('p', { class: 'faint', role: 'status' });
  const all = async (change) => {
    await Promise.all(sections.map((section) => section.look(change)));
    nothing.textContent = search.value.trim() && sections.every((section) => section.element.hidden) ? 'No entry is called that.' : '';
  };
  let typing;
  const search = h('input', {
    type: 'search', name: 'names', autocomplete: 'off', spellcheck: 'false', placeholder: 'A name or an id',
    oninput: () => {
      clearTimeout(typing);
      typing = setTimeout(() => all({ text: search.value.trim() }), 250);
    },
  });
  const order = h('select', { name: 'order', onchange: () => all({ order: order.value }) },
    ORDERS.map(([value, label]) => h('option', { value }, label)));
  place.replaceChildren(h('div', { class: 'wide' },
    h('h1', {}, 'Watchlists'),
    h('p', { class: 'faint small' }, `in force: ${lists.version.slice(0, 19)}`),
    lists.problems.length > 0 && h('section', { class: 'refused', 'aria-label': 'Refused' },
      h('h2', {}, 'The files have changed, and are refused'),
      h('p', {}, 'What is listed below stays in force until this is mended:'),
      h('ul', {}, lists.problems.map((problem) => h('li', {}, h('code', {}, problem))))),
    h('form', { class: 'fields', role: 'search', 'aria-label': 'Entries', onsubmit: (event) => event.preventDefault() },
      h('label', { class: 'field grows' }, h('span', {}, 'Find'), search),
      h('label', { class: 'field' }, h('span', {}, 'Order'), order)),
    nothing, sections.map((section) => section.element)));
  all({ text: '', order: 'file' });
}

/** A watchlist and, as far as they are wanted, its entries. */
class Section {
  asked = {};
  latest = 0;

  constructor(list) {
    this.list = list;
    this.rows = h('ul', { class: 'rows' });
    this.more = h('p', { class: 'buttons' });
    this.element = h('section', {},
      h('h2', { dir: 'auto' }, list.title, ' ', h('span', { class: 'faint small' }, summary(list)),
        h('a', { class: 'try', href: `#/try?watchlist=${encodeURIComponent(list.id)}`, 'aria-label': `Try a change to ${list.title}` }, 'Try a change')),
      this.rows, this.more);
  }

  look(change) {
    this.asked = { ...this.asked, ...change };
    return this.load(null);
  }

  async load(after) {
    const mine = ++this.latest;
    try {
      const found = await get('/api/entries', { ...this.asked, watchlist: this.list.id, limit: PART, after });
      if (mine !== this.latest) return;
      const rows = found.items.map((entry) => row(entry, found.from));
      const first = rows[0];
      if (after) this.rows.append(...rows);
      else this.rows.replaceChildren(...rows);
      if (after) first?.querySelector('a')?.focus();
      this.element.hidden = Boolean(this.asked.text) && found.total === 0;
      this.more.replaceChildren();
      if (found.next) {
        this.more.append(
          h('button', { type: 'button', onclick: () => this.load(found.next) }, `Show ${Math.min(PART, found.total - this.rows.children.length)} more`),
          h('span', { class: 'faint' }, `${this.rows.children.length} of ${count(found.total, 'entry', 'entries')}`));
      }
    } catch (error) {
      failed(error);
    }
  }
}

function summary(list) {
  return [
    count(list.entries, 'entry', 'entries'),
    list.alerts > 0 && `${count(list.alerts, 'alert')} by ${list.fired.toLocaleString('en-GB')} of them`,
    list.falseAlarms > 0 && `${share(list)} false alarms`,
    list.silenced > 0 && `${list.silenced.toLocaleString('en-GB')} silenced`,
  ].filter(Boolean).join(', ');
}

const share = ({ falseAlarms, alerts }) => `${Math.max(1, Math.round((100 * falseAlarms) / alerts))} %`;

function row(entry, from) {
  const { tally } = entry;
  const later = () => setTimeout(() => redraw(drawn, entry), 700);
  const drawn = h('li', { class: `row entry-row ${entry.severity}` },
    h('div', { class: 'who' },
      h('p', {}, h('span', { class: `severity ${entry.severity}` }, entry.severity), ' ', h('b', { dir: 'auto' }, entry.title)),
      h('p', { class: 'meta' }, h('span', {}, entry.id), h('span', {}, entry.kind),
        h('span', {}, h('a', { href: `#/alerts?entry=${encodeURIComponent(entry.id)}`, 'aria-label': `${tally ? count(tally.alerts, 'alert') : 'No alerts'} of ${entry.title}` },
          tally ? count(tally.alerts, 'alert') : 'no alerts')),
        tally?.falseAlarms > 0 && h('span', {}, h('b', {}, `${share(tally)} false alarms`)),
        tally?.important > 0 && h('span', {}, count(tally.important, 'important one'))),
      entry.silence && h('p', { class: 'meta' }, h('b', {}, 'Silenced'),
        h('span', {}, entry.silence.until ? `until ${full(entry.silence.until)}` : 'until further notice'),
        h('span', { dir: 'auto' }, [entry.silence.reason, entry.silence.by && `by ${entry.silence.by}`, entry.silence.inFile && 'in its file'].filter(Boolean).join(', ')))),
    h('dl', { class: 'facts' }, h('div', {}, h('dt', {}, 'Last fired'), h('dd', {}, time(tally?.last)))),
    bars(entry.days, from, 'alert'),
    entry.silence && !entry.silence.inFile
      ? h('button', { type: 'button', 'aria-label': `Hear ${entry.title} again`, onclick: () => endSilence(entry.id, entry.title).then(later, failed) }, 'Hear again')
      : h('button', { type: 'button', 'aria-label': `Silence ${entry.title}`, disabled: Boolean(entry.silence), onclick: () => silence(entry.id, entry.title, later) }, 'Silence…'));
  return drawn;
}

/** A row anew, in its place: of a long list, others stay as far as they are shown. */
async function redraw(old, { id, watchlist }) {
  try {
    const found = await get('/api/entries', { entry: id, watchlist });
    const focused = old.contains(document.activeElement);
    const rows = found.items.map((entry) => row(entry, found.from));
    old.replaceWith(...rows);
    if (focused) rows[0]?.querySelector('button').focus();
  } catch (error) {
    failed(error);
  }
}

const failed = (error) => say(error.message, true);
