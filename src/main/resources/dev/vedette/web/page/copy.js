// A mention as a line for the tests of its entry.

import { h, say } from './dom.js';

const ENDS = /[.!?\u3002\uff01\uff1f\u061f\u0964\n]/;

/** The sentence around a mention, as it stands in the text. */
export function sentence(text, start, end) {
  let from = start;
  while (from > 0 && start - from < 300 && !ENDS.test(text[from - 1])) from--;
  let to = end;
  while (to < text.length && to - end < 300 && !ENDS.test(text[to])) to++;
  if (to < text.length && text[to] !== '\n') to++;
  return text.slice(from, to).trim();
}

/** What an entry's `tests:` say of it. A text in JSON is one in YAML too. */
export function testLine(alert, article, isFalse) {
  const hit = alert.hits.find((one) => one.strength === 'strong') ?? alert.hits[0];
  const text = article ? (hit.field === 'title' ? article.title : article.body) : null;
  const words = text ? sentence(text, hit.start, hit.end) : alert.snippet;
  return `tests:\n  ${isFalse ? 'no-match' : 'match'}:\n    - ${JSON.stringify(words)}`;
}

/** Copies the line; shows it where the browser does not let a page copy. */
export async function copyAsTest(alert, article, isFalse) {
  const line = testLine(alert, article, isFalse);
  try {
    await navigator.clipboard.writeText(line);
    say(`Copied: a text that must ${isFalse ? 'not ' : ''}match. Paste it under the entry ${alert.entry}.`);
  } catch {
    const dialog = h('dialog', { 'aria-label': 'Test' }, h('pre', { tabindex: 0 }, line),
      h('form', { method: 'dialog' }, h('button', {}, 'Close')));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}
