// SPDX-License-Identifier: GPL-3.0-or-later
// Apps made with certified client libraries, from what the server publishes of itself to the end of their access; the
// person between is at a real browser.
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { Browser } from './browser.mjs';

const { issuer, app, person, denier, ...settings } = JSON.parse(process.env.WAYMARK_TEST);
const browser = await Browser.start({ ...settings, sites: { 'app.example': () => ({ body: 'The app' }) } });

/** The person signs in and allows it, or not. Where the browser comes back to. */
async function atThePages(url, { email, password }, decision = 'allow') {
    const window = await browser.window();
    await window.open(url.href);
    await window.signIn({ email, password });
    await window.click(`button[value=${decision}]`);
    return window.arrival('app.example');
}

async function callTheApi(accessToken) {
    const answer = await fetch(`${issuer}/v1/accounts/${person.accountId}`, {
        headers: { Authorization: `Bearer ${accessToken}` },
    });
    return answer.status;
}

/** A public app, with OpenID Connect. */
async function openidClient() {
    const config = await openid.discovery(new URL(issuer), app.id, undefined, openid.None(), {
        execute: [openid.allowInsecureRequests],
    });
    openid.enableNonRepudiationChecks(config); // the ID token's signature as well
    const verifier = openid.randomPKCECodeVerifier();
    const expected = { expectedState: openid.randomState(), expectedNonce: openid.randomNonce(), maxAge: 300 };
    const request = {
        redirect_uri: app.redirectUri,
        scope: 'openid profile email offline_access account:read',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: expected.expectedState,
        nonce: expected.expectedNonce,
        max_age: '300',
    };
    const callback = await atThePages(openid.buildAuthorizationUrl(config, request), person);
    const tokens = await openid.authorizationCodeGrant(config, callback, {
        ...expected,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
    });
    const { sub, email } = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
    assert.equal(sub, person.userId);
    assert.equal(email, person.email);
    assert.equal(await callTheApi(tokens.access_token), 200);

    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token);
    assert.notEqual(refreshed.refresh_token, tokens.refresh_token);
    assert.equal(await callTheApi(refreshed.access_token), 200);
    await openid.tokenRevocation(config, refreshed.refresh_token);
    assert.equal(await callTheApi(refreshed.access_token), 401);
    await assert.rejects(openid.refreshTokenGrant(config, refreshed.refresh_token), { error: 'invalid_grant' });

    // A code is good once, and its second use ends what the first has begun.
    const again = await atThePagesSilently(openid.buildAuthorizationUrl(config, request));
    const checks = { ...expected, pkceCodeVerifier: verifier, idTokenExpected: true };
    const first = await openid.authorizationCodeGrant(config, again, checks);
    await assert.rejects(openid.authorizationCodeGrant(config, again, checks), { error: 'invalid_grant' });
    assert.equal(await callTheApi(first.access_token), 401);
    return 'openid-client';
}

/** Who has allowed it before only signs in. */
async function atThePagesSilently(url) {
    const window = await browser.window();
    await window.open(url.href);
    await window.signIn(person);
    return window.arrival('app.example');
}

/** The same app with its key, with OAuth alone. */
async function oauth4webapi() {
    const insecure = { [oauth.allowInsecureRequests]: true };
    const url = new URL(issuer);
    const server = await oauth.processDiscoveryResponse(
        url,
        await oauth.discoveryRequest(url, { algorithm: 'oauth2', ...insecure }),
    );
    assert.equal(server.authorization_response_iss_parameter_supported, true);
    const client = { client_id: app.id };
    const proof = oauth.ClientSecretBasic(app.key);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const authorize = new URL(server.authorization_endpoint);
    authorize.search = new URLSearchParams({
        client_id: app.id,
        redirect_uri: app.redirectUri,
        response_type: 'code',
        scope: 'account:read devices:read',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
    });
    const denied = await atThePages(authorize, denier, 'deny');
    assert.throws(() => oauth.validateAuthResponse(server, client, denied, state), { error: 'access_denied' });

    const callback = oauth.validateAuthResponse(server, client, await atThePages(authorize, person), state);
    const tokens = await oauth.processAuthorizationCodeResponse(
        server,
        client,
        await oauth.authorizationCodeGrantRequest(server, client, proof, callback, app.redirectUri, verifier, insecure),
    );
    assert.deepEqual(tokens.scope.split(' ').sort(), ['account:read', 'devices:read']);
    assert.equal(tokens.id_token, undefined);
    assert.equal(await callTheApi(tokens.access_token), 200);

    const introspect = async () =>
        oauth.processIntrospectionResponse(
            server,
            client,
            await oauth.introspectionRequest(server, client, proof, tokens.access_token, insecure),
        );
    const known = await introspect();
    assert.ok(known.active);
    assert.equal(known.client_id, app.id);
    await oauth.processRevocationResponse(
        await oauth.revocationRequest(server, client, proof, tokens.access_token, insecure),
    );
    assert.equal((await introspect()).active, false);
    return 'oauth4webapi';
}

try {
    console.log(JSON.stringify({ done: [await openidClient(), await oauth4webapi()] }));
} finally {
    await browser.stop();
}
