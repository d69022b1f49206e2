// SPDX-License-Identifier: GPL-3.0-or-later
// A web hook's listener, which holds each signature against the Standard Webhooks library, and whose paths misbehave:
//
//   /good      takes everything
//   /flaky/N   answers 500 to the first N, and takes what comes then
//   /broken    answers 500 for ever
//   /gone      answers 410
//   /moved     sends elsewhere
//   /slow      never answers
//   /late      answers after three seconds the first time, and then at once
//   /later/X   answers 429 the first time and asks for four seconds: as X, which is `seconds` or `date`
//   /endless   answers 200 and sends a body without end; /trickle a byte a second; /broken-off less than it announced
//
// POST /secrets tells it the secrets to verify with; GET /received lists what came, in its order.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const received = [];
const counts = {};
let secrets = [];

function verifiedBy(body, headers) {
    return secrets.filter((secret) => {
        try {
            new Webhook(secret).verify(body, headers);
            return true;
        } catch {
            return false;
        }
    });
}

function answer(path, response) {
    const [, kind, number] = path.split('/');
    counts[path] = (counts[path] ?? 0) + 1;
    const status = { broken: 500, gone: 410, moved: 302 }[kind] ?? 200;
    if (kind === 'slow') return;
    if (kind === 'later' && counts[path] === 1) {
        response.statusCode = 429;
        response.setHeader('Retry-After', number === 'date' ? new Date(Date.now() + 4000).toUTCString() : 4);
        return response.end();
    }
    if (kind === 'late' && counts[path] === 1) return setTimeout(() => response.end('late'), 3000);
    if (kind === 'endless') {
        const more = () => { while (!response.destroyed && response.write('x'.repeat(65536))); };
        response.on('drain', more);
        return more();
    }
    if (kind === 'trickle') {
        const clock = setInterval(() => response.write('x'), 1000);
        response.write('x');
        return response.on('close', () => clearInterval(clock));
    }
    if (kind === 'broken-off') {
        response.setHeader('Content-Length', 100);
        response.write('x');
        return setTimeout(() => response.destroy(), 100);
    }
    if (kind === 'moved') response.setHeader('Location', '/good');
    response.statusCode = kind === 'flaky' && counts[path] <= Number(number) ? 500 : status;
    response.end(`answer ${counts[path]}`);
}

const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        if (request.url === '/received') {
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify({ items: received }));
        } else if (request.url === '/secrets') {
            secrets = JSON.parse(body).secrets;
            response.end('{}');
        } else {
            received.push({
                path: request.url,
                at: Date.now(),
                id: request.headers['webhook-id'],
                payload: JSON.parse(body),
                verified_by: verifiedBy(body, request.headers),
            });
            answer(request.url, response);
        }
    });
});
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
