// An entry that is not to disturb anybody for a while.

import { h, say } from './dom.js';
import { ask } from './api.js';

const NAME = 'vedette-name';
const SPANS = [['For an hour', 1], ['For a day', 24], ['For a week', 168], ['For 30 days', 720], ['Until I end it', 0]];

/** Who sits here, as that person once said. */
export const name = () => localStorage.getItem(NAME) ?? '';

/** Asks for how long and why; done when it is kept. */
export function silence(entry, title, done = () => {}) {
  const span = h('select', { name: 'span' }, SPANS.map(([label, hours]) => h('option', { value: hours, selected: hours === 24 }, label)));
  const reason = h('input', { name: 'reason', maxlength: 2000, required: true, autocomplete: 'off' });
  const by = h('input', { name: 'by', maxlength: 100, value: name(), autocomplete: 'name' });
  const form = h('form', { method: 'dialog' },
    h('p', {}, 'Its alerts are still kept, marked as silenced.'),
    h('label', { class: 'field' }, h('span', {}, 'How long'), span),
    h('label', { class: 'field' }, h('span', {}, 'Why'), reason),
    h('label', { class: 'field' }, h('span', {}, 'Your name'), by),
    h('div', { class: 'buttons' },
      h('button', { class: 'primary', value: 'silence' }, 'Silence'),
      h('button', { value: '', formnovalidate: true }, 'Cancel')));
  const dialog = h('dialog', { 'aria-labelledby': 'silence-title' }, h('h2', { id: 'silence-title' }, 'Silence ', h('bdi', {}, title)), form);
  dialog.addEventListener('close', async () => {
    dialog.remove();
    if (dialog.returnValue !== 'silence') return;
    localStorage.setItem(NAME, by.value.trim());
    const hours = Number(span.value);
    const until = hours ? new Date(Date.now() + hours * 3600e3).toISOString() : '';
    try {
      await ask('PUT', `/api/entries/${encodeURIComponent(entry)}/silence`, {
        body: { until, reason: reason.value.trim(), by: by.value.trim() },
      });
      say(`Silenced: ${title}`);
      done();
    } catch (error) {
      say(error.message, true);
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  reason.focus();
}

/** Ends a silence. */
export async function endSilence(entry, title) {
  await ask('DELETE', `/api/entries/${encodeURIComponent(entry)}/silence`);
  say(`Heard again: ${title}`);
}
