// SPDX-License-Identifier: GPL-3.0-or-later
// Signs a user in by OAuth 2.1 with PKCE, lists the cameras, plays one live, and shows webhooks. Plain JavaScript.

const scope = 'devices:read streams notifications';
const redirectUri = `${location.origin}/`;
const element = (id) => document.getElementById(id);

function base64url(bytes) {
    return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function random() {
    return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function discover(server) {
    const answer = await fetch(`${server}/.well-known/oauth-authorization-server`);
    if (!answer.ok) throw new Error(`${server} is not a Waymark server`);
    return answer.json();
}

/** Leaves for the server's sign-in page. The answer comes back to this page. */
async function signIn(server, appId) {
    const metadata = await discover(server);
    const verifier = random();
    const state = random();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    sessionStorage.setItem('signIn', JSON.stringify({ server, appId, verifier, state }));
    const url = new URL(metadata.authorization_endpoint);
    url.search = new URLSearchParams({
        response_type: 'code',
        client_id: appId,
        redirect_uri: redirectUri,
        scope,
        state,
        code_challenge: base64url(new Uint8Array(digest)),
        code_challenge_method: 'S256',
    });
    location.assign(url);
}

/** Exchanges the code in the address of this page for an access token. */
async function finishSignIn(answer) {
    const { server, appId, verifier, state } = JSON.parse(sessionStorage.getItem('signIn') ?? '{}');
    sessionStorage.removeItem('signIn');
    history.replaceState(null, '', '/'); // a code is valid once: reloading the page must not send it again
    const metadata = await discover(server);
    if (answer.get('state') !== state || answer.get('iss') !== metadata.issuer)
        throw new Error('The answer does not belong to this sign-in.');
    if (answer.has('error')) throw new Error(`Not signed in: ${answer.get('error')}`);
    const response = await fetch(metadata.token_endpoint, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: appId,
            code: answer.get('code'),
            redirect_uri: redirectUri,
            code_verifier: verifier,
        }),
    });
    const tokens = await response.json();
    if (!response.ok) throw new Error(tokens.error_description ?? tokens.error);
    return new Api(server, tokens.access_token);
}

class Api {
    constructor(server, token) {
        this.server = server;
        this.token = token; // kept in memory only: scripts of other pages cannot read it
    }

    async call(method, path, body) {
        const headers = { Authorization: `Bearer ${this.token}` };
        if (body) headers['Content-Type'] = 'application/json';
        const answer = await fetch(`${this.server}/v1${path}`, { method, headers, body: JSON.stringify(body) });
        const content = answer.status === 204 ? null : await answer.json();
        if (!answer.ok) throw new Error(`${content.code}: ${content.detail} (request ${content.request_id})`);
        return content;
    }
}

/** Plays a camera. An image cannot send a token, so its address is signed. */
async function play(api, camera) {
    const streams = await api.call('GET', `/streams/${camera.device_id}`);
    const live = element('live');
    live.src = api.server + streams.mjpeg;
    live.alt = `Live picture of ${camera.name}`;
    live.hidden = false;
    element('caption').textContent = camera.name;
}

async function showCameras(api) {
    const { items } = await api.call('GET', '/devices?pagesize=100');
    element('cameras').replaceChildren(
        ...items.map((camera) => {
            const button = document.createElement('button');
            button.textContent = `${camera.name} (${camera.state})`;
            button.disabled = camera.state !== 'online';
            button.onclick = () => act(play(api, camera));
            const item = document.createElement('li');
            item.append(button);
            return item;
        }),
    );
    if (items.length === 0) element('cameras').textContent = 'No cameras yet.';
}

/** Creates a webhook at serve.py, which verifies the messages. The secret is returned only once. */
async function createWebhook(api) {
    const target = `${location.origin}/hook`;
    const { items } = await api.call('GET', '/notifications/channels?pagesize=100');
    for (const old of items.filter((channel) => channel.target === target))
        await api.call('DELETE', `/notifications/channels/${old.channel_id}`);
    const channel = await api.call('POST', '/notifications/channels', { kind: 'webhook', name: 'Example page', target });
    await fetch('/secret', { method: 'POST', body: channel.secret });
    return channel;
}

async function showMessages() {
    const messages = await (await fetch('/messages')).json();
    element('messages').replaceChildren(
        ...messages.map((message) => {
            const item = document.createElement('li');
            // A flood of notifications comes as one message, which has their number instead of a title.
            item.textContent = `${message.type}: ${message.data.title ?? message.data.count}`; // never as HTML
            return item;
        }),
    );
}

async function showAll(api) {
    element('settings').hidden = true;
    element('signedIn').hidden = false;
    await showCameras(api);
    const channel = await createWebhook(api);
    element('test').onclick = () => act(api.call('POST', `/notifications/channels/${channel.channel_id}/test`));
    setInterval(() => report(showMessages()), 1000);
}

/** Shows the error of a promise. */
async function report(promise) {
    try {
        await promise;
    } catch (error) {
        element('error').textContent = error.message;
    }
}

/** Does what the user has asked for. */
function act(promise) {
    element('error').textContent = '';
    return report(promise);
}

const answer = new URLSearchParams(location.search);
if (answer.has('state')) {
    report(finishSignIn(answer).then(showAll));
} else {
    element('settings').onsubmit = (event) => {
        event.preventDefault();
        const form = new FormData(event.target);
        act(signIn(form.get('server').replace(/\/+$/, ''), form.get('appId')));
    };
}
