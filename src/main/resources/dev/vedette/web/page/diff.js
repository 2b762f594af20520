// What is different between two texts.

import { h, clean } from './dom.js';

const MOST_CELLS = 4e6;

/** The parts of one text and of another, in order: kept, gone and new. */
export function changes(before, after) {
  let [a, b] = [words(before), words(after)];
  if (a.length * b.length > MOST_CELLS) [a, b] = [lines(before), lines(after)];
  if (a.length * b.length > MOST_CELLS) return [['gone', before], ['new', after]];
  return joined(common(a, b));
}

const words = (text) => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
const lines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** By the longest common subsequence, whose lengths are counted from the ends. */
function common(a, b) {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const parts = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(['same', a[i++]]);
      j++;
    } else if (j === b.length || (i < a.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      parts.push(['gone', a[i++]]);
    } else {
      parts.push(['new', b[j++]]);
    }
  }
  return parts;
}

function joined(parts) {
  const all = [];
  for (const [kind, text] of parts) {
    const last = all[all.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else all.push([kind, text]);
  }
  return all;
}

/** Both texts in one: what only the first has is struck out, what only the second has underlined. */
export function drawn(before, after) {
  const parts = changes(clean(before), clean(after));
  if (parts.every(([kind]) => kind === 'same')) return h('p', { class: 'faint' }, 'The texts are the same.');
  return h('div', { class: 'diff', dir: 'auto' }, parts.map(([kind, text]) =>
    kind === 'same' ? shortened(text) : h(kind === 'new' ? 'ins' : 'del', {}, text)));
}

const shortened = (text) => (text.length > 600 ? `${text.slice(0, 250)} … ${text.slice(-250)}` : text);
