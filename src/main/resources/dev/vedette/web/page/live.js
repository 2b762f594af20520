// Alerts as they arrive. Not EventSource, which cannot send a token.

import { headers, tokenWanted } from './api.js';

const LONGEST = 15000;

/** A stream that is silent for three heartbeats is dead, whatever the connection says. */
const SILENCE = 45000;

/**
 * Listens for as long as the page is seen, and goes on after the last event that came: a browser has
 * six connections to a service, and tabs that nobody looks at must not hold them all.
 *
 * @param told called with the name and the data of each event
 * @param state called with 'live' or 'waiting' when that changes
 */
export function listen(told, state) {
  let last = null;
  let pause = 500;
  (async () => {
    for (;;) {
      await seen();
      const dead = new AbortController();
      const hide = () => document.hidden && dead.abort();
      document.addEventListener('visibilitychange', hide);
      let watch;
      const heard = () => {
        clearTimeout(watch);
        watch = setTimeout(() => dead.abort(), SILENCE);
      };
      try {
        heard();
        const response = await fetch('/api/events', {
          headers: headers(last === null ? {} : { 'Last-Event-ID': last }),
          cache: 'no-store',
          signal: dead.signal,
        });
        if (response.status === 401) {
          await tokenWanted();
          continue;
        }
        if (!response.ok) throw new Error(String(response.status));
        state('live');
        pause = 500;
        for await (const event of events(response.body, heard)) {
          if (event.id !== null) last = event.id;
          if (event.name) told(event.name, JSON.parse(event.data));
        }
      } catch {
        // away, silent, restarting or not looked at: tried again below
      } finally {
        clearTimeout(watch);
        document.removeEventListener('visibilitychange', hide);
      }
      state('waiting');
      if (document.hidden) continue;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
      pause = Math.min(pause * 2, LONGEST);
    }
  })();
}

/** When somebody looks at the page. */
function seen() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

async function* events(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    rest += value;
    let end;
    while ((end = rest.indexOf('\n\n')) >= 0) {
      yield event(rest.slice(0, end));
      rest = rest.slice(end + 2);
    }
  }
}

function event(block) {
  const found = { id: null, name: '', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) found.id = line.slice(4);
    else if (line.startsWith('event: ')) found.name = line.slice(7);
    else if (line.startsWith('data: ')) found.data += line.slice(6);
  }
  return found;
}
