// How each source is doing; of many, some at a time.

import { h, time, span, outward, count, say } from './dom.js';
import { get } from './api.js';
import { bars } from './chart.js';

const PART = 50;
const EVERY = 15000;
const WORDS = { failing: 'Failing', retired: 'Retired', silent: 'Silent', empty: 'Empty', new: 'Not polled yet', ok: 'OK', off: 'Off' };
const STATES = Object.keys(WORDS); // the worst first
const ILL = ['failing', 'retired', 'silent'];
const ORDERS = [['state', 'Worst first'], ['articles', 'Most articles'], ['file', 'As in the file']];

let timer = null;

export async function show(place) {
  place.replaceChildren(h('div', { class: 'wide' }, h('h1', {}, 'Sources'), h('p', { class: 'faint' }, 'Loading')));
  const sources = new Sources();
  await sources.load();
  place.replaceChildren(sources.element);
  if (!place.isConnected) return;
  clearInterval(timer);
  timer = setInterval(() => document.hidden || sources.again(), EVERY);
}

export function leave() {
  clearInterval(timer);
}

class Sources {
  asked = { text: '', order: 'state' };
  states = [];
  shown = PART;
  latest = 0;

  constructor() {
    let typing;
    const search = h('input', {
      type: 'search', name: 'sources', autocomplete: 'off', spellcheck: 'false', placeholder: 'A title, an id or an address',
      oninput: () => {
        clearTimeout(typing);
        typing = setTimeout(() => this.look({ text: search.value.trim() }), 250);
      },
    });
    const order = h('select', { name: 'order', onchange: () => this.look({ order: order.value }) },
      ORDERS.map(([value, label]) => h('option', { value }, label)));
    this.summary = h('p', { class: 'faint', role: 'status' });
    this.chips = h('fieldset', { class: 'chips' });
    this.rows = h('ul', { class: 'rows' });
    this.more = h('p', { class: 'buttons' });
    this.element = h('div', { class: 'wide' },
      h('h1', {}, 'Sources'), this.summary,
      h('form', { class: 'fields', role: 'search', 'aria-label': 'Sources', onsubmit: (event) => event.preventDefault() },
        h('label', { class: 'field grows' }, h('span', {}, 'Find'), search),
        h('label', { class: 'field' }, h('span', {}, 'Order'), order),
        this.chips),
      this.rows, this.more);
  }

  async look(change) {
    this.asked = { ...this.asked, ...change };
    this.shown = PART;
    await this.again();
  }

  /** As {@link load}; what fails now may go well the next time. */
  async again() {
    try {
      await this.load();
    } catch (error) {
      say(error.message, true);
    }
  }

  async load() {
    const mine = ++this.latest;
    const question = { ...this.asked, state: (this.states.length ? this.states : STATES.filter((one) => one !== 'off')).join(',') };
    const items = [];
    let found = null;
    do {
      found = await get('/api/sources', { ...question, limit: Math.min(200, this.shown - items.length), after: found?.next });
      items.push(...found.items);
    } while (found.next && items.length < this.shown);
    if (mine === this.latest) this.draw(found, items);
  }

  draw({ from, total, states, next }, items) {
    const focused = this.element.contains(document.activeElement) && document.activeElement.name;
    const on = STATES.reduce((sum, one) => sum + (one === 'off' ? 0 : states[one] ?? 0), 0);
    const ill = ILL.reduce((sum, one) => sum + (states[one] ?? 0), 0);
    this.summary.textContent = on === 0 ? (this.asked.text ? 'No source is called that.' : 'None is on.')
      : ill ? `${ill.toLocaleString('en-GB')} of ${count(on, 'source')} ${ill === 1 ? 'wants' : 'want'} a look.`
        : on === 1 ? 'It is well.' : `All ${on.toLocaleString('en-GB')} are well.`;
    this.chips.replaceChildren(h('legend', { class: 'unseen' }, 'State'),
      ...STATES.filter((one) => states[one] || this.states.includes(one)).map((one) => this.chip(one, states[one] ?? 0)));
    this.rows.replaceChildren(...items.map((one) => row(one, from)));
    this.more.replaceChildren();
    if (next) {
      this.more.append(
        h('button', {
          type: 'button', name: 'more',
          onclick: async () => {
            const first = this.rows.children.length;
            this.shown = first + PART;
            await this.again();
            this.rows.children[first]?.querySelector('a')?.focus();
          },
        }, `Show ${Math.min(PART, total - items.length)} more`),
        h('span', { class: 'faint' }, `${items.length.toLocaleString('en-GB')} of ${count(total, 'source')}`));
    }
    if (focused) this.element.querySelector(`[name="${focused}"]`)?.focus();
  }

  chip(state, number) {
    const on = this.states.includes(state);
    return h('button', {
      type: 'button', name: `state-${state}`, class: `chip ${state}`, 'aria-pressed': String(on),
      onclick: () => {
        this.states = on ? this.states.filter((one) => one !== state) : [...this.states, state];
        this.look({});
      },
    }, `${WORDS[state]} ${number.toLocaleString('en-GB')}`);
  }
}

function row({ source, days }, from) {
  const next = source.state !== 'retired' && source.nextDue && (new Date(source.nextDue) - Date.now()) / 1000;
  return h('li', { class: `row source ${source.state}` },
    h('div', { class: 'who' },
      h('p', {}, h('b', { dir: 'auto' }, source.title), ' ', h('span', { class: `state ${source.state}` }, WORDS[source.state])),
      h('p', { class: 'meta' }, h('span', {}, source.kind),
        source.address && h('span', {}, outward(source.address, source.address)),
        h('span', {}, h('a', { href: `#/alerts?source=${encodeURIComponent(source.id)}` }, 'alerts'))),
      source.note && h('p', { class: ILL.includes(source.state) ? 'error' : 'faint small', dir: 'auto' },
        source.failures > 1 ? `${source.failures} times in a row: ${source.note}` : source.note)),
    h('dl', { class: 'facts' },
      fact('Last success', time(source.lastSuccess)),
      fact('Next poll', typeof next !== 'number' ? '' : next > 0 ? `in ${span(next)}` : 'due'),
      fact('Newest', source.newest || !source.articles ? time(source.newest) : unknown('None has come since it was first read')),
      fact('Silent after', source.patience ? span(source.patience) : unknown('Its rhythm is not known yet')),
      fact('Articles', source.articles.toLocaleString('en-GB'))),
    bars(days, from, 'article'));
}

const unknown = (why) => h('span', { class: 'faint', title: why }, '?');

const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
