// The frame around all pages: where one is, how it looks, and the keys.

import { h, say } from './dom.js';
import { listen } from './live.js';
import { explainOnHover } from './text.js';
import * as alerts from './alerts.js';
import * as sources from './sources.js';
import * as trying from './try.js';
import * as watchlists from './watchlists.js';

const PAGES = [
  { path: 'alerts', title: 'Alerts', page: alerts },
  { path: 'sources', title: 'Sources', page: sources },
  { path: 'watchlists', title: 'Watchlists', page: watchlists },
  { path: 'try', title: 'Try', page: trying },
];

const main = document.getElementById('main');
let current = null;
let place = null;

function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [name, ...rest] = path.split('/');
  const found = PAGES.find((page) => page.path === name) ?? PAGES[0];
  document.querySelectorAll('#nav a').forEach((link) => {
    if (link.hash === `#/${found.path}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  if (current !== found) {
    current?.page.leave?.();
    current = found;
    document.title = `${found.title} – Vedette`;
    // A place of its own: what a page that was left still draws is not seen.
    place = h('div', { class: `page ${found.path}` });
    main.replaceChildren(place);
  }
  found.page.show(place, rest.map(decodeURIComponent), query);
}

function theme(next) {
  const root = document.documentElement;
  const kept = localStorage.getItem('vedette-theme') ?? 'auto';
  const order = ['auto', 'light', 'dark'];
  const chosen = next ? order[(order.indexOf(kept) + 1) % order.length] : kept;
  localStorage.setItem('vedette-theme', chosen);
  if (chosen === 'auto') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', chosen);
  const button = document.getElementById('theme');
  button.textContent = { auto: 'Auto', light: 'Light', dark: 'Dark' }[chosen];
  button.setAttribute('aria-label', `Colours: ${chosen}. Change`);
}

const KEYS = [
  ['j k', 'next alert, previous alert'],
  ['Enter', 'open the alert'],
  ['Esc', 'close it'],
  ['/', 'search'],
  ['?', 'these keys'],
  ...alerts.KEYS,
];

function keysDialog() {
  const dialog = h('dialog', { 'aria-labelledby': 'keys-title' },
    h('h2', { id: 'keys-title' }, 'Keys'),
    h('dl', { class: 'keys' }, KEYS.map(([key, what]) => [
      h('dt', {}, key.split(' ').map((one) => h('kbd', {}, one))), h('dd', {}, what)])),
    h('label', { class: 'check' },
      h('input', {
        type: 'checkbox', name: 'letters', checked: lettersAreKeys(),
        onchange: ({ target }) => localStorage.setItem('vedette-letters', target.checked ? 'on' : 'off'),
      }), ' Single letters and signs are keys'),
    h('form', { method: 'dialog' }, h('button', {}, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Who dictates, or types beside the keys, turns them off. */
const lettersAreKeys = () => localStorage.getItem('vedette-letters') !== 'off';

document.addEventListener('token-wanted', ({ detail: give }) => {
  const field = h('input', { type: 'password', id: 'token', autocomplete: 'current-password', required: true });
  const dialog = h('dialog', { 'aria-labelledby': 'token-title' },
    h('h2', { id: 'token-title' }, 'Token'),
    h('form', { method: 'dialog' },
      h('label', { class: 'field', for: 'token' }, h('span', {}, 'What stands in the file that web.token-file names')),
      field, h('button', { class: 'primary' }, 'Continue')));
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    give(field.value.trim());
  });
  document.body.append(dialog);
  dialog.showModal();
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, dialog')) {
    if (event.key === 'Escape' && event.target.id === 'search') event.target.blur();
    return;
  }
  if (event.key.length === 1 && !lettersAreKeys()) return;
  if (event.key === '?') keysDialog();
  else if (event.key === '/') document.getElementById('search')?.focus();
  else if (!current.page.key?.(event)) return;
  event.preventDefault();
});

document.getElementById('nav').append(...PAGES.map((page) => h('a', { href: `#/${page.path}` }, page.title)));
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault(); // the address says which page this is
  main.focus();
});
document.getElementById('theme').addEventListener('click', () => theme(true));
document.getElementById('help').addEventListener('click', keysDialog);
addEventListener('hashchange', route);
addEventListener('unhandledrejection', (event) => {
  if (event.reason?.name !== 'AbortError') say(event.reason?.message ?? String(event.reason), true);
});
theme(false);
explainOnHover();
route();

const live = document.getElementById('live');
listen(
  (name, data) => PAGES.forEach(({ page }) => page.told?.(name, data)),
  (state) => {
    live.className = `live ${state}`;
    live.textContent = state === 'live' ? 'Live' : 'Reconnecting';
  },
);
