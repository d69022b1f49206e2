// SPDX-License-Identifier: GPL-3.0-or-later
// tus-js-client uploads a file: as a whole, in chunks, and again after an interruption. Prints the addresses of the
// finished uploads.
import assert from 'node:assert/strict';
import { createReadStream, rmSync, statSync } from 'node:fs';
import * as tus from 'tus-js-client';

const { endpoint, token, device, file, urls } = JSON.parse(process.env.WAYMARK_TEST);
const size = statSync(file).size;

/** Starts an upload and resolves once it has ended. `interrupt` may abort it at any progress. */
function upload(options, interrupt = () => false) {
    return new Promise((resolve, reject) => {
        const running = new tus.Upload(createReadStream(file), {
            endpoint,
            headers: { Authorization: `Bearer ${token}` },
            metadata: { device_id: device, filename: 'clip.mp4', filetype: 'video/mp4', taken_at: '2026-11-23T08:00:00Z' },
            uploadSize: size,
            urlStorage: new tus.FileUrlStorage(urls),
            fingerprint: async () => 'clip',
            retryDelays: [100, 200, 400, 800],
            ...options,
            onProgress: async (sent) => {
                if (interrupt(sent)) {
                    await running.abort();
                    resolve(null);
                }
            },
            onError: reject,
            onSuccess: () => resolve(running.url),
        });
        if (!options.resume) {
            running.start();
            return;
        }
        running.findPreviousUploads().then((found) => {
            assert.equal(found.length, 1);
            running.resumeFromPreviousUpload(found[0]);
            running.start();
        }, reject);
    });
}

const whole = await upload({ storeFingerprintForResuming: false });
const overridden = await upload({ storeFingerprintForResuming: false, overridePatchMethod: true });
const chunk = 5 * 1024 * 1024;
let begun = false;
await upload({ chunkSize: chunk }, (sent) => !begun && (begun = sent > 2 * chunk));
let first;
const resumed = await upload({ chunkSize: chunk, resume: true, onChunkComplete: (length, done) => (first ??= done - length) });
assert.ok(first >= chunk, `continued at ${first}`); // not from the start

const ended = await upload({ storeFingerprintForResuming: false });
await tus.Upload.terminate(ended, { headers: { Authorization: `Bearer ${token}` } });
const gone = await fetch(ended, { method: 'HEAD', headers: { Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0' } });
assert.equal(gone.status, 404);

rmSync(urls, { force: true });
console.log(JSON.stringify({ uploads: [whole, overridden, resumed] }));
