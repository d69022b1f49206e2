// SPDX-License-Identifier: GPL-3.0-or-later
// A provider of OpenID Connect that signs whatever it is told to, and whose other faces misbehave: each first part of a
// path is an issuer of its own.
//
//   /house     does everything right; POST /mint makes its tokens, POST /rotate gives it another key
//   /garbage, /large, /slow, /broken, /closed, /moved        answer discovery in these ways
//   /other     says it is somebody else
//   /leak      sends people and codes over http to another machine
//   /nokeys    publishes something else where its keys should be
//   /secure    tells where it answers over TLS, with a certificate that nobody has signed
//   /twofaced  says in its ID tokens that an address is verified, and names the address and denies that in the user info
//   /garbledtoken, /brokentoken, /badclient, /refusing, /tokenless     answer codes in these ways
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import * as https from 'node:https';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

const keys = [];
const counts = {};
let strangersKey;

async function addKey() {
    const pair = await generateKeyPair('RS256', { extractable: true });
    keys.push({ ...pair, kid: `key-${keys.length + 1}` });
}

async function jwks() {
    const list = keys.map(async (key) => ({ ...(await exportJWK(key.publicKey)), kid: key.kid, use: 'sig' }));
    return { keys: await Promise.all(list) };
}

const encode = (value) => Buffer.from(value).toString('base64url');

/// A token made by hand: for what no library signs.
function byHand(header, claims, signature) {
    const text = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;
    return `${text}.${signature(text)}`;
}

async function mint({ claims, header = {}, how = 'right' }) {
    const now = Math.floor(Date.now() / 1000);
    const all = { iat: now, exp: now + 300, ...claims };
    for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
    const key = keys[keys.length - 1];
    const full = { alg: 'RS256', kid: key.kid, ...header };
    if (how === 'none') return byHand({ alg: 'none' }, all, () => '');
    if (how === 'hmac') {
        const secret = await exportSPKI(key.publicKey);
        return byHand({ ...full, alg: 'HS256' }, all, (text) =>
            createHmac('sha256', secret).update(text).digest('base64url'));
    }
    if (how === 'secret') {
        return byHand({ ...full, alg: 'HS256' }, all, (text) =>
            createHmac('sha256', 'hush').update(text).digest('base64url'));
    }
    if (how === 'unsigned') return byHand(full, all, () => '');
    if (how === 'stranger') return new SignJWT(all).setProtectedHeader(full).sign(strangersKey.privateKey);
    if (how === 'embedded') {
        const jwk = await exportJWK(strangersKey.publicKey);
        return new SignJWT(all).setProtectedHeader({ ...full, jwk }).sign(strangersKey.privateKey);
    }
    const token = await new SignJWT(all).setProtectedHeader(full).sign(key.privateKey);
    if (how === 'changed') {
        const [head, , signature] = token.split('.');
        return `${head}.${encode(JSON.stringify({ ...all, sub: 'somebody-else' }))}.${signature}`;
    }
    return token;
}

function discovery(origin, name) {
    const at = `${origin}/${name}`;
    return {
        issuer: name === 'other' ? `${origin}/house` : at,
        authorization_endpoint: `${at}/authorize`,
        token_endpoint: name === 'leak' ? 'http://example.org/token' : `${at}/token`,
        ...(name === 'twofaced' && { userinfo_endpoint: `${at}/userinfo` }),
        jwks_uri: name === 'inner' ? `${at.replace('127.0.0.1', 'localhost')}/jwks` : `${at}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
    };
}

const tokenAnswers = {
    garbledtoken: [200, '<html>Hello</html>'],
    brokentoken: [500, '{"error":"server_error"}'],
    badclient: [401, '{"error":"invalid_client"}'],
    refusing: [400, '{"error":"invalid_grant"}'],
    tokenless: [200, '{"access_token":"at"}'],
};

const misbehaving = {
    garbage: (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"issuer": <'),
    large: (response) => response.writeHead(200).end(`{"padding":"${'x'.repeat(2_000_000)}"}`),
    slow: (response) => response.writeHead(200).write('{'), // and never ends
    broken: (response) => response.writeHead(500).end('{}'),
    closed: (response) => response.socket.destroy(),
    moved: (response, origin) =>
        response.writeHead(302, { Location: `${origin}/house/.well-known/openid-configuration` }).end('{}'),
};

async function read(request) {
    let text = '';
    for await (const part of request) text += part;
    return text;
}

function selfSigned() {
    const pem = execFileSync(
        'openssl',
        'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout - -out - -subj /CN=localhost -days 2'.split(' '),
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return { key: pem, cert: pem };
}

async function answer(request, response) {
    const origin = `http://127.0.0.1:${server.address().port}`;
    const json = (value) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    const [, name, rest] = request.url.match(/^\/([^/]*)\/?(.*)$/);
    counts[request.url] = (counts[request.url] ?? 0) + 1;
    if (name === 'mint') {
        json({ token: await mint(JSON.parse(await read(request))) });
    } else if (name === 'rotate') {
        await addKey();
        json({});
    } else if (name === 'counts') {
        json(counts);
    } else if (name === 'secure') {
        json({ origin: `https://localhost:${secure.address().port}` });
    } else if (rest === '.well-known/openid-configuration') {
        if (misbehaving[name]) misbehaving[name](response, origin);
        else json(discovery(origin, name));
    } else if (rest === 'jwks') {
        json(name === 'nokeys' ? { keys: 'none' } : await jwks());
    } else if (name === 'twofaced' && rest === 'token') {
        const claims = { iss: `${origin}/twofaced`, aud: 'waymark', sub: 'liar', email_verified: true };
        json({ access_token: 'at', id_token: await mint({ claims }) });
    } else if (name === 'twofaced' && rest === 'userinfo') {
        json({ sub: 'liar', email: 'ada@example.org', email_verified: false });
    } else if (rest === 'token' && tokenAnswers[name]) {
        const [status, text] = tokenAnswers[name];
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
    } else {
        response.writeHead(404).end();
    }
}

const server = createServer(answer);
const secure = https.createServer(selfSigned(), answer);
strangersKey = await generateKeyPair('RS256', { extractable: true });
await addKey();
secure.listen(0, 'localhost', () =>
    server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`)),
);
