// SPDX-License-Identifier: GPL-3.0-or-later
// What the API reference does beyond its pages: it filters the list of calls, copies samples, and sends calls.
// Credentials are kept in a variable, and nowhere else. Links between the pages are therefore followed without leaving
// the document.
'use strict';

const credentials = { app: '', token: '' };
const longestAnswer = 200_000; // characters
const by = (id) => document.getElementById(id);

function say(place, text, bad = false) {
    place.textContent = text;
    place.classList.toggle('bad', bad);
}

function basic(id, key) {
    return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${id}:${key}`)))}`;
}

// Credentials

function showCredentials(text, bad) {
    const set = Boolean(credentials.app || credentials.token);
    by('account').classList.toggle('set', set);
    by('forget').hidden = !set;
    say(by('account-state'), text, bad);
}

async function post(path, body) {
    const response = await fetch(path, {
        method: 'POST',
        headers: { Authorization: credentials.app, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    return [response.ok, await response.json()];
}

let challenge = '';

async function signIn(form) {
    const field = Object.fromEntries(new FormData(form));
    const texts = by('account-state').dataset;
    credentials.app = basic(field.app_id, field.app_key);
    if (!field.email && !challenge) return showCredentials(`${texts.app} ${field.app_id}`);
    try {
        const [ok, json] = challenge
            ? await post('/v1/accounts/login/second-factor', { challenge, code: field.code })
            : await post('/v1/accounts/login/local', { name: field.email, password: field.password });
        challenge = json.code === 'second_factor_required' ? json.challenge : '';
        form.elements.code.parentElement.hidden = !challenge;
        if (ok) {
            credentials.token = json.access_token;
            form.elements.password.value = '';
            form.elements.code.value = '';
        }
        showCredentials(ok ? texts.user : challenge ? texts.code : json.detail, !ok && !challenge);
    } catch {
        showCredentials(texts.unreachable, true);
    }
}

function setUpCredentials() {
    by('account').hidden = false;
    by('signin').addEventListener('submit', (event) => {
        event.preventDefault();
        signIn(event.target);
    });
    by('token').addEventListener('submit', (event) => {
        event.preventDefault();
        credentials.token = event.target.elements.access_token.value.trim();
        event.target.reset();
        showCredentials(by('account-state').dataset.user);
    });
    by('forget').addEventListener('click', () => {
        credentials.app = credentials.token = challenge = '';
        by('signin').reset();
        by('signin').elements.code.parentElement.hidden = true;
        showCredentials('');
    });
}

// Calls

function confirmed(method, path) {
    if (method === 'GET') return Promise.resolve(true);
    const dialog = by('confirm');
    by('confirm-call').textContent = `${method} ${path}`;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
        dialog.addEventListener('close', () => resolve(dialog.returnValue === 'send'), { once: true });
    });
}

/** Returns the request of the form, or a text that says what is missing. */
function requestOf(form, call, texts) {
    const { method, credential } = call.dataset;
    const headers = {};
    const query = new URLSearchParams();
    let { path } = call.dataset;
    for (const input of form.querySelectorAll('[data-in]')) {
        if (!input.value) continue;
        if (input.dataset.in === 'path') path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
        else if (input.dataset.in === 'query') query.append(input.name, input.value);
        else headers[input.name] = input.value;
    }
    if (credential === 'user' && !credentials.token) return texts.user;
    if (credential === 'app' && !credentials.app) return texts.app;
    if (credential !== 'none')
        headers.Authorization = credential === 'user' ? `Bearer ${credentials.token}` : credentials.app;
    let body;
    if (form.elements.file?.files.length) {
        [body] = form.elements.file.files;
        headers['Content-Type'] = body.type;
    } else if (form.elements.body?.value.trim()) {
        body = form.elements.body.value;
        headers['Content-Type'] = 'application/json';
        try {
            JSON.parse(body);
        } catch (error) {
            return `${texts.json} ${error.message}`;
        }
    }
    return { address: path + (query.toString() && `?${query}`), options: { method, headers, body } };
}

function isText(type) {
    return /^text\/|json|xml|mpegurl/.test(type);
}

/** Reads an answer as it arrives, and at most `longestAnswer` characters. */
async function read(response, show) {
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.body) return '';
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        bytes += value.length;
        if (isText(type)) text += decoder.decode(value, { stream: true });
        show(isText(type) ? text : `${type}: ${bytes}`);
        if (text.length > longestAnswer) {
            await reader.cancel();
            return null;
        }
    }
    if (/json/.test(type) && text) show(JSON.stringify(JSON.parse(text), null, 4));
    return text;
}

async function send(form) {
    const call = by('call');
    const state = by('try-state');
    const texts = state.dataset;
    const request = requestOf(form, call, texts);
    if (typeof request === 'string') {
        say(state, request, true);
        if (request === texts.user || request === texts.app) by('account').open = true;
        return;
    }
    if (!(await confirmed(request.options.method, request.address))) return;
    const abort = new AbortController();
    const stop = by('stop');
    const answer = by('answer');
    stop.hidden = false;
    stop.onclick = () => abort.abort();
    answer.hidden = true;
    say(state, '…');
    const since = performance.now();
    try {
        const response = await fetch(request.address, { ...request.options, signal: abort.signal });
        const took = Math.round(performance.now() - since);
        const about = `${response.status} ${response.statusText} · ${took} ms · ${response.headers.get('X-Request-Id') ?? ''}`;
        say(state, about, !response.ok);
        const whole = await read(response, (text) => {
            answer.hidden = false;
            answer.firstElementChild.textContent = text;
        });
        if (whole === null) say(state, `${about} · ${texts.cut}`);
    } catch (error) {
        say(state, error.name === 'AbortError' ? texts.stopped : texts.unreachable, error.name !== 'AbortError');
    } finally {
        stop.hidden = true;
    }
}

// Pages

function setUpPage() {
    by('try')?.removeAttribute('hidden');
    by('request')?.addEventListener('submit', (event) => {
        event.preventDefault();
        send(event.target);
    });
    const copy = by('copy');
    if (!copy || !navigator.clipboard) return; // which exists for pages by https and of this machine only
    copy.parentElement.hidden = false;
    const label = copy.textContent;
    copy.addEventListener('click', async () => {
        const shown = [...document.querySelectorAll('.sample')].find((sample) => sample.offsetParent);
        await navigator.clipboard.writeText(shown.textContent);
        copy.textContent = copy.dataset.done;
        setTimeout(() => (copy.textContent = label), 2000);
    });
}

function filter(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    for (const section of document.querySelectorAll('.calls')) {
        const tag = section.querySelector('h2').textContent.toLowerCase();
        let shown = 0;
        for (const entry of section.querySelectorAll('li')) {
            const all = `${entry.textContent.toLowerCase()} ${tag}`;
            entry.hidden = !words.every((word) => all.includes(word));
            if (!entry.hidden) ++shown;
        }
        section.hidden = shown === 0;
    }
    const start = by('start');
    if (start) start.hidden = words.length > 0;
}

const pageOf = (url) => url.pathname + url.search;
let shown = pageOf(location);

function goTo(hash) {
    const target = by(decodeURIComponent(hash.slice(1)));
    if (!target) return scrollTo(0, 0);
    target.classList.add('target'); // as :target does not follow pushState()
    target.scrollIntoView();
}

/** Shows another page of the reference without leaving the document. */
async function follow(address, remember) {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!page.getElementById('content')) return location.assign(address);
    if (remember) history.pushState(null, '', address);
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    for (const part of ['#content', '#contents', '.languages'])
        document.querySelector(part).replaceWith(page.querySelector(part));
    shown = pageOf(location);
    setUpPage();
    by('content').focus({ preventScroll: true });
    goTo(location.hash);
}

document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    const samePage = pageOf(url) === shown && url.hash;
    const changesLanguage = link.closest('.languages'); // also of the header, which stays
    if (url.origin !== location.origin || !/^\/docs(\/|$)/.test(url.pathname) || samePage || changesLanguage) return;
    event.preventDefault();
    follow(link.href, true);
});
addEventListener('popstate', () => {
    if (pageOf(location) !== shown) follow(location.href, false); // or else only the fragment has changed
});
by('search').addEventListener('submit', (event) => {
    event.preventDefault();
    follow(`/docs?${new URLSearchParams(new FormData(event.target))}`, true);
});
by('search').addEventListener('input', () => {
    if (document.querySelector('.calls')) filter(by('search').elements.q.value);
});
setUpCredentials();
setUpPage();
