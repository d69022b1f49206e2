// SPDX-License-Identifier: GPL-3.0-or-later
// A store that speaks the protocol of Amazon S3: s3rver keeps the objects, and aws4 checks the signature of each request
// before it. A file `broken` in the folder makes it answer 503, and `corrupt` makes it confirm another digest. Prints its
// address.
import aws4 from 'aws4';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from 's3rver';

const { folder, bucket } = JSON.parse(process.env.WAYMARK_TEST);
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** Returns the signature that the request should have. */
function expected(request, signedHeaders, query) {
    const headers = Object.fromEntries(signedHeaders.map((name) => [name, request.headers[name]]));
    const signing = {
        host: request.headers.host, method: request.method, service: 's3', region: 'eu-test', headers, path: request.url,
    };
    if (!query) {
        const signed = aws4.sign({ ...signing, extraHeadersToInclude: Object.fromEntries(signedHeaders.map((name) => [name, true])) }, credentials);
        return /Signature=([0-9a-f]+)/.exec(signed.headers.Authorization)[1];
    }
    const url = new URL(request.url, 'http://store');
    url.searchParams.delete('X-Amz-Signature');
    const signed = aws4.sign({ ...signing, path: url.pathname + url.search, headers: {}, signQuery: true }, credentials);
    return new URL(signed.path, 'http://store').searchParams.get('X-Amz-Signature');
}

function isSigned(request) {
    const authorization = request.headers.authorization;
    if (authorization) {
        const signedHeaders = /SignedHeaders=([^,]+)/.exec(authorization)[1].split(';');
        return /Signature=([0-9a-f]+)/.exec(authorization)[1] === expected(request, signedHeaders, false);
    }
    const { searchParams } = new URL(request.url, 'http://store');
    const time = searchParams.get('X-Amz-Date');
    if (!time)
        return false;
    const begin = Date.parse(time.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'));
    return Date.now() < begin + 1000 * Number(searchParams.get('X-Amz-Expires'))
        && searchParams.get('X-Amz-Signature') === expected(request, ['host'], true);
}

const server = new S3rver({
    port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: bucket }],
});
server.middleware.unshift(async (context, next) => {
    if (existsSync(join(folder, 'broken')))
        context.throw(503, 'broken');
    if (!isSigned(context.req))
        context.throw(403, 'SignatureDoesNotMatch');
    await next();
    if (context.method === 'PUT' && existsSync(join(folder, 'corrupt')))
        context.set('ETag', '"00000000000000000000000000000000"');
});
const { port } = await server.run();
console.log(`listening on http://127.0.0.1:${port}`);
