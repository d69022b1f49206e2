// SPDX-License-Identifier: GPL-3.0-or-later
// Certified client libraries at the endpoints that no person sees. `callback` is where the sign-in pages have sent the
// browser back to, with a code for the public app.
import assert from 'node:assert/strict';
import * as jose from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';

const { issuer, app, callback, expected } = JSON.parse(process.env.WAYMARK_TEST);
const insecure = { [oauth.allowInsecureRequests]: true };

const steps = {
    /** The code of a person becomes tokens, and the ID token holds against the published keys. */
    async aPublicAppWithOAuth4webapi() {
        const url = new URL(issuer);
        const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure));
        const client = { client_id: app.id };
        assert.throws(() => oauth.validateAuthResponse(server, client, new URL(callback), 'another state'));
        const otherServer = { ...server, issuer: 'https://evil.example' }; // RFC 9207
        assert.throws(() => oauth.validateAuthResponse(otherServer, client, new URL(callback), expected.state));
        const answer = oauth.validateAuthResponse(server, client, new URL(callback), expected.state);
        const response = await oauth.authorizationCodeGrantRequest(
            server, client, oauth.None(), answer, app.redirectUri, expected.verifier, insecure,
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
            expectedNonce: expected.nonce,
            maxAge: 300,
            requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(server, response, insecure);
        const claims = oauth.getValidatedIdTokenClaims(tokens);
        assert.equal(claims.sub, expected.sub);

        const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri));
        const proven = await jose.jwtVerify(tokens.id_token, keys, { issuer, audience: app.id, algorithms: ['ES256'] });
        assert.equal(proven.payload.nonce, expected.nonce);

        const person = await oauth.processUserInfoResponse(
            server, client, claims.sub, await oauth.userInfoRequest(server, client, tokens.access_token, insecure),
        );
        assert.equal(person.email, expected.email);

        const refresh = async (token, scope) =>
            oauth.processRefreshTokenResponse(
                server,
                client,
                await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, {
                    ...insecure,
                    additionalParameters: scope ? { scope } : {},
                }),
            );
        const narrow = await refresh(tokens.refresh_token, 'openid');
        assert.equal(narrow.scope, 'openid');
        await assert.rejects(refresh(narrow.refresh_token, 'openid marks'), { error: 'invalid_scope' });
        const next = await refresh(narrow.refresh_token);
        await assert.rejects(refresh(tokens.refresh_token), { error: 'invalid_grant' }); // spent, and not the last
        await assert.rejects(refresh(next.refresh_token), { error: 'invalid_grant' }); // and with it the family
        await assert.rejects(
            oauth.processUserInfoResponse(
                server, client, claims.sub, await oauth.userInfoRequest(server, client, narrow.access_token, insecure),
            ),
            oauth.WWWAuthenticateChallengeError,
        );
    },

    /** An app with its key, sent in either way. */
    async anAppOfItsOwnWithOpenidClient() {
        for (const proof of [openid.ClientSecretBasic(app.key), openid.ClientSecretPost(app.key)]) {
            const config = await openid.discovery(new URL(issuer), app.id, undefined, proof, {
                execute: [openid.allowInsecureRequests],
            });
            const tokens = await openid.clientCredentialsGrant(config);
            assert.equal(tokens.refresh_token, undefined);
            const known = await openid.tokenIntrospection(config, tokens.access_token);
            assert.deepEqual([known.active, known.client_id, known.iss], [true, app.id, issuer]);
            await openid.tokenRevocation(config, tokens.access_token, { token_type_hint: 'access_token' });
            assert.equal((await openid.tokenIntrospection(config, tokens.access_token)).active, false);
            await openid.tokenRevocation(config, 'nonsense');
            const tooMuch = openid.clientCredentialsGrant(config, { scope: 'manage' });
            await assert.rejects(tooMuch, { error: 'invalid_scope' });
        }
    },

    /** With a wrong key, and without one where one is needed. */
    async refusalsWithOpenidClient() {
        for (const proof of [openid.ClientSecretBasic('wrong'), openid.ClientSecretPost('wrong'), openid.None()]) {
            const config = await openid.discovery(new URL(issuer), app.id, undefined, proof, {
                execute: [openid.allowInsecureRequests],
            });
            const refused = await openid.clientCredentialsGrant(config).then(
                () => assert.fail('it was granted'),
                (error) => error,
            );
            assert.equal(refused.status ?? refused.cause?.status, 401, refused);
        }
    },
};

const done = [];
for (const [name, step] of Object.entries(steps)) {
    await step().catch((error) => {
        throw new Error(`${name}: ${error.stack}`, { cause: error });
    });
    done.push(name);
}
console.log(JSON.stringify({ done }));
