// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenID Connect provider (oidc-provider, certified) on a free port, for the tests of third-party sign-in. Who signs
// in there, or refuses to, is said beforehand with PUT /test/person; its pages then ask nothing. A redirect URI that is
// known only later is added with PUT /test/redirect.
import { createServer } from 'node:http';
import { generateKeyPair, exportJWK } from 'jose';
import { Provider } from 'oidc-provider';

const input = JSON.parse(process.env.WAYMARK_TEST ?? '{}');
const people = new Map();
let next = null;

async function signingKeys() {
    const keys = [];
    for (const alg of ['RS256', 'ES256']) {
        const { privateKey } = await generateKeyPair(alg, { extractable: true });
        keys.push({ ...(await exportJWK(privateKey)), kid: `${alg}-key`, alg, use: 'sig' });
    }
    return keys;
}

const redirects = ['http://127.0.0.1:9/back'];

function client(more) {
    return {
        client_id: input.client_id,
        client_secret: input.client_secret,
        redirect_uris: redirects,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...more,
    };
}

function makeProvider(issuer, keys) {
    const provider = new Provider(issuer, {
        clients: [client({ id_token_signed_response_alg: input.algorithm ?? 'RS256' })],
        jwks: { keys },
        cookies: { keys: ['for these tests alone'] },
        claims: { email: ['email', 'email_verified'], profile: ['name', 'locale'] },
        // As most providers do; the certified way is to leave the rest to the user info.
        conformIdTokenClaims: input.sparse_id_token ?? false,
        features: { devInteractions: { enabled: false } },
        interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
        // Everybody agrees to everything, so that there is but one page to answer.
        loadExistingGrant: async (ctx) => {
            const grant = new ctx.oidc.provider.Grant({
                clientId: ctx.oidc.client.clientId,
                accountId: ctx.oidc.session.accountId,
            });
            grant.addOIDCScope('openid email profile');
            await grant.save();
            return grant;
        },
        expiresWithSession: () => false, // a code outlives a second sign-in in the same browser
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    });
    provider.on('server_error', (ctx, error) => console.error(error));
    return provider;
}

async function answerInteraction(provider, request, response) {
    const result = next?.cancels
        ? { error: 'access_denied', error_description: 'The user went away' }
        : { login: { accountId: next.sub, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function read(request) {
    let text = '';
    for await (const part of request) text += part;
    return JSON.parse(text || '{}');
}

const keys = await signingKeys();
let issuer;
let provider;
const server = createServer(async (request, response) => {
    try {
        if (request.url === '/test/person') {
            next = await read(request);
            const { sub, cancels, ...claims } = next;
            if (sub) people.set(sub, claims);
            response.writeHead(204).end();
        } else if (request.url === '/test/redirect') {
            redirects.push((await read(request)).uri);
            provider = makeProvider(issuer, keys);
            response.writeHead(204).end();
        } else if (request.url.startsWith('/interaction/')) {
            await answerInteraction(provider, request, response);
        } else {
            provider.callback()(request, response);
        }
    } catch (error) {
        console.error(error);
        response.writeHead(500).end();
    }
});
server.listen(0, '127.0.0.1', () => {
    issuer = `http://127.0.0.1:${server.address().port}`;
    provider = makeProvider(issuer, keys);
    console.log(`listening on ${issuer}`);
});
