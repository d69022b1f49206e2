// SPDX-License-Identifier: GPL-3.0-or-later
// Several versions of hls.js play the same live stream in a browser at the same time: with low latency, as they do by
// default, and one without.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import puppeteer from 'puppeteer-core';

const { server, playlist, chromium, seconds } = JSON.parse(process.env.WAYMARK_TEST);
const players = {
    '1.4': {},
    '1.5': {},
    '1.7': {},
    '1.7 plain': { lowLatencyMode: false },
};

// One origin for the page and the stream, so that the stream needs no CORS.
const site = http.createServer(async (request, response) => {
    const version = request.url.match(/^\/(page|hls)-([\d.]+)$/);
    if (version?.[1] === 'page') {
        response.setHeader('Content-Type', 'text/html');
        response.end(`<!DOCTYPE html><video muted></video><script src="/hls-${version[2]}"></script>`);
    } else if (version) {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(await readFile(new URL(`./node_modules/hls.js-${version[2]}/dist/hls.js`, import.meta.url)));
    } else {
        const answer = await fetch(new URL(request.url, server)).catch(() => null);
        response.writeHead(answer?.status ?? 502, { 'Content-Type': answer?.headers.get('content-type') ?? 'text/plain' });
        response.end(Buffer.from((await answer?.arrayBuffer()) ?? []));
    }
});
await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${site.address().port}`;

const browser = await puppeteer.launch({
    executablePath: chromium,
    protocolTimeout: 0, // a page plays for as long as it was told to
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
});

/**
 * Plays for a while. Answers for how long the picture moved, what went wrong, and how many seconds after it was taken a
 * picture was shown (the median).
 */
async function play(name) {
    const version = name.split(' ')[0];
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`${origin}/page-${version}`);
    return page.evaluate(
        async (url, seconds, config) => {
            const video = document.querySelector('video');
            const errors = [];
            const hls = new Hls(config);
            hls.on(Hls.Events.ERROR, (_, error) => {
                if (!error.fatal) return;
                errors.push(`${error.details}: ${error.error?.message ?? error.reason ?? ''}`);
                // As the documentation of hls.js recommends. A second error ends the playback.
                if (error.type === Hls.ErrorTypes.MEDIA_ERROR && errors.length === 1) hls.recoverMediaError();
            });
            hls.loadSource(url);
            hls.attachMedia(video);
            const delays = [];
            let parts = 0;
            hls.on(Hls.Events.FRAG_LOADED, (_, loaded) => (parts += loaded.part ? 1 : 0));
            let played = 0;
            let longestBlock = 0;
            let movedLast = 0;
            let last = performance.now();
            let position = 0;
            for (const end = last + seconds * 1000; performance.now() < end; ) {
                await new Promise((resolve) => setTimeout(resolve, 100));
                if (video.paused) video.play().catch(() => {});
                const now = performance.now();
                longestBlock = Math.max(longestBlock, (now - last) / 1000);
                if (video.currentTime > position) {
                    played += (now - last) / 1000;
                    movedLast = now;
                    if (hls.playingDate) delays.push((Date.now() - hls.playingDate) / 1000);
                }
                position = video.currentTime;
                last = now;
            }
            delays.sort((a, b) => a - b);
            const delay = delays[Math.floor(delays.length / 2)];
            return { played, delay, parts, longestBlock, stoodStill: (last - movedLast) / 1000, errors, version: Hls.version };
        },
        playlist,
        seconds,
        players[name],
    );
}

const results = Object.fromEntries(
    await Promise.all(Object.keys(players).map(async (name) => [name, await play(name)])),
);
await browser.close();
site.close();
site.closeAllConnections();
console.log(JSON.stringify(results));
