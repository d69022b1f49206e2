// SPDX-License-Identifier: GPL-3.0-or-later
// Plays Facebook's Graph and WeChat's Open Platform as a server meets them, with their quirks: who is whose is in
// `codes` and `tokens` below, which tests add to with POST /test/code and POST /test/token.
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const facebook = { id: '1234567890', secret: 'facebook-hush' };
const wechat = { id: 'wx0123456789abcdef', secret: 'wechat-hush' };
const codes = new Map();
const tokens = new Map();
let made = 0;

function issue(person, app) {
    const token = `token-${++made}`;
    tokens.set(token, { ...person, app });
    return token;
}

/// Each code once.
function take(code) {
    const person = codes.get(code);
    codes.delete(code);
    return person;
}

const graphError = (code, message) => [400, { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1' } }];

function facebookToken(query) {
    if (query.get('client_id') !== facebook.id || query.get('client_secret') !== facebook.secret)
        return graphError(1, 'Error validating client secret.');
    const person = take(query.get('code'));
    const verifier = query.get('code_verifier');
    const shown = verifier && createHash('sha256').update(verifier).digest('base64url');
    if (!person || query.get('redirect_uri') !== person.redirect_uri || (person.challenge && shown !== person.challenge))
        return graphError(100, 'Invalid verification code format.');
    return [200, { access_token: issue(person, facebook.id), token_type: 'bearer', expires_in: 5183944 }];
}

function facebookDebug(query) {
    if (query.get('access_token') !== `${facebook.id}|${facebook.secret}`)
        return graphError(190, 'Invalid OAuth access token signature.');
    const about = tokens.get(query.get('input_token'));
    if (!about) return [200, { data: { error: { code: 190, message: 'Malformed' }, is_valid: false, scopes: [] } }];
    const { app, expired, page, id } = about;
    return [200, { data: { app_id: app, type: page ? 'PAGE' : 'USER', is_valid: !expired, user_id: page ? undefined : id } }];
}

function facebookMe(query) {
    const token = query.get('access_token');
    const proof = createHmac('sha256', facebook.secret).update(token).digest('hex');
    if (query.get('appsecret_proof') !== proof) return graphError(100, 'Invalid appsecret_proof');
    const { id, name, email } = tokens.get(token);
    const all = { id, name, email };
    return [200, Object.fromEntries(query.get('fields').split(',').map((field) => [field, all[field]]))];
}

// WeChat tells of errors with status 200.
const wechatError = (errcode, errmsg) => [200, { errcode, errmsg: `${errmsg}, rid: 5f00-1` }];

function wechatToken(query) {
    if (query.get('appid') !== wechat.id) return wechatError(40013, 'invalid appid');
    if (query.get('secret') !== wechat.secret) return wechatError(40125, 'invalid appsecret');
    const person = take(query.get('code'));
    if (!person) return wechatError(query.get('code') === 'used' ? 40163 : 40029, 'invalid code');
    const { openid, unionid } = person;
    const token = issue(person, wechat.id);
    return [200, { access_token: token, expires_in: 7200, refresh_token: 'r', openid, scope: 'snsapi_login', unionid }];
}

function wechatUserInfo(query) {
    const person = tokens.get(query.get('access_token'));
    if (!person) return wechatError(40001, 'invalid credential');
    if (person.openid !== query.get('openid')) return wechatError(40003, 'invalid openid');
    const { openid, nickname, unionid, answersFor } = person;
    return [200, { openid: answersFor ?? openid, nickname, sex: 0, headimgurl: '', privilege: [], unionid }];
}

const answers = {
    '/v24.0/oauth/access_token': facebookToken,
    '/v24.0/debug_token': facebookDebug,
    '/v24.0/me': facebookMe,
    '/sns/oauth2/access_token': wechatToken,
    '/sns/userinfo': wechatUserInfo,
};

/// The page to sign in at: whoever comes is the person of `/test/next`, and agrees unless that says `cancels`.
let next = null;
function authorize(query, wanted) {
    const back = new URL(query.get('redirect_uri'));
    if (next.cancels) {
        back.searchParams.set('state', query.get('state'));
        if (wanted.client_id) back.searchParams.set('error', 'access_denied'); // Facebook; WeChat says nothing
        return back.href;
    }
    const code = `code-${++made}`;
    codes.set(code, { ...next, redirect_uri: back.href, challenge: query.get('code_challenge') });
    for (const [name, value] of Object.entries(wanted)) if (query.get(name) !== value) return null;
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state'));
    return back.href;
}

async function read(request) {
    let text = '';
    for await (const part of request) text += part;
    return JSON.parse(text || '{}');
}

const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const pages = {
        '/v24.0/dialog/oauth': { client_id: facebook.id, response_type: 'code', scope: 'public_profile,email' },
        '/connect/qrconnect': { appid: wechat.id, response_type: 'code', scope: 'snsapi_login' },
    };
    if (pathname === '/test/code') {
        const code = `code-${++made}`;
        codes.set(code, await read(request));
        response.end(JSON.stringify({ code }));
    } else if (pathname === '/test/token') {
        const { app, ...person } = await read(request);
        response.end(JSON.stringify({ token: issue(person, app ?? facebook.id) }));
    } else if (pathname === '/test/next') {
        next = await read(request);
        response.end('{}');
    } else if (pages[pathname]) {
        const location = authorize(searchParams, pages[pathname]);
        if (location) response.writeHead(302, { Location: location }).end();
        else response.writeHead(400).end('Wrong parameters');
    } else if (answers[pathname]) {
        const [status, json] = answers[pathname](searchParams);
        const type = pathname.startsWith('/sns/') ? 'text/plain' : 'text/javascript; charset=UTF-8';
        response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(json));
    } else {
        response.writeHead(404).end();
    }
});
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
