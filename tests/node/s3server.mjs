// SPDX-License-Identifier: GPL-3.0-or-later
// A store that speaks the protocol of Amazon S3: s3rver keeps the objects, and aws4 checks the signature of each
// request before it. s3rver neither lists nor aborts uploads in parts, so that is done here, on its files. A file
// `broken` in the folder makes it answer 503, `corrupt` makes it confirm another digest, `onepart` makes it refuse
// all parts but the first, `slow` makes it wait before it stores an object, `locked` makes it refuse to delete one,
// and `unlisted` makes it answer 403 in place of 404, as to keys that may not list objects. The file `requests` gets
// a line for each request. Prints its address.
import aws4 from 'aws4';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
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

/** Returns the answer to what s3rver does not know of uploads in parts, or nothing. */
function ofUploads(method, url) {
    const uploads = join(folder, bucket, '._S3rver_uploads');
    const read = (id, name) => readFileSync(join(uploads, id, name), 'utf8');
    const { pathname, searchParams } = url;
    if (method === 'GET' && pathname === `/${bucket}` && searchParams.has('uploads')) {
        const ids = existsSync(uploads) ? readdirSync(uploads) : [];
        return `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${ids
            .filter((id) => read(id, 'key').startsWith(searchParams.get('prefix')))
            .map((id) => `<Upload><Key>${read(id, 'key')}</Key><UploadId>${id}</UploadId></Upload>`).join('')}</ListMultipartUploadsResult>`;
    }
    const id = searchParams.get('uploadId');
    if (!id || (method !== 'GET' && method !== 'DELETE'))
        return undefined;
    if (method === 'DELETE') {
        rmSync(join(uploads, id), { recursive: true, force: true });
        return '';
    }
    return `<ListPartsResult><IsTruncated>false</IsTruncated>${readdirSync(join(uploads, id))
        .filter((name) => /^[0-9]+$/.test(name) && existsSync(join(uploads, id, `${name}.md5`)))
        .map((name) => `<Part><PartNumber>${name}</PartNumber><ETag>&quot;${read(id, `${name}.md5`)}&quot;</ETag><Size>${statSync(join(uploads, id, name)).size}</Size></Part>`)
        .join('')}</ListPartsResult>`;
}

const server = new S3rver({
    port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: bucket }],
});
server.middleware.unshift(async (context, next) => {
    if (existsSync(join(folder, 'broken')))
        context.throw(503, 'broken');
    if (!isSigned(context.req))
        context.throw(403, 'SignatureDoesNotMatch');
    const url = new URL(context.url, 'http://store');
    appendFileSync(join(folder, 'requests'), `${context.method} ${context.url} ${context.headers.range ?? ''}\n`);
    if (Number(url.searchParams.get('partNumber')) > 1 && existsSync(join(folder, 'onepart')))
        context.throw(503, 'onepart');
    if (context.method === 'DELETE' && existsSync(join(folder, 'locked')))
        context.throw(403, 'AccessDenied');
    if (context.method === 'PUT' && existsSync(join(folder, 'slow')))
        await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = ofUploads(context.method, url);
    if (answer !== undefined) {
        context.type = 'application/xml';
        context.body = answer;
        return;
    }
    await next();
    if (context.status === 404 && existsSync(join(folder, 'unlisted')))
        context.throw(403, 'AccessDenied');
    if (context.method === 'PUT' && existsSync(join(folder, 'corrupt')))
        context.set('ETag', '"00000000000000000000000000000000"');
});
const { port } = await server.run();
console.log(`listening on http://127.0.0.1:${port}`);
