// Speaks to the service that this page came from.

const KEY = 'vedette-token';
let asking = null;

/** Headers of every request: the token, if this browser was told one. */
export function headers(more = {}) {
  const token = sessionStorage.getItem(KEY);
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

/** What the service answers; a refusal is thrown, with its sentence. */
export async function ask(method, path, { params = {}, body, signal } = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== '' && one !== undefined && one !== null) query.append(key, one);
    }
  }
  const url = query.size ? `${path}?${query}` : path;
  const response = await fetch(url, {
    method,
    signal,
    headers: headers(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 401) {
    await tokenWanted();
    return ask(method, path, { params, body, signal });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `the service answered ${response.status}`);
  return answer;
}

export const get = (path, params, signal) => ask('GET', path, { params, signal });

/** Asks for the token, once for all who want it; ends when one was given. */
export function tokenWanted() {
  asking ??= new Promise((resolve) => {
    document.dispatchEvent(new CustomEvent('token-wanted', {
      detail: (token) => {
        sessionStorage.setItem(KEY, token);
        asking = null;
        resolve();
      },
    }));
  });
  return asking;
}
