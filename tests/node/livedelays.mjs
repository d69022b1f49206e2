// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long after it was drawn a picture of waymark-camera --timecode is shown in a browser: as Motion JPEG, by
// hls.js with and without low latency, and by WebRTC.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import puppeteer from 'puppeteer-core';

const { server, hls, mjpeg, whep, chromium, seconds, kinds } = JSON.parse(process.env.WAYMARK_TEST);

// One origin for the page and the stream, so that the pixels of the pictures may be read.
const site = http.createServer(async (request, response) => {
    if (request.url === '/page') {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!DOCTYPE html><script src="/hls.js"></script>');
    } else if (request.url === '/hls.js') {
        response.end(await readFile(new URL('./node_modules/hls.js-1.7/dist/hls.js', import.meta.url)));
    } else {
        const type = request.headers['content-type'];
        const headers = type ? { 'Content-Type': type } : {};
        const asked = http.request(new URL(request.url, server), { method: request.method, headers }, (answer) => {
            response.writeHead(answer.statusCode, { 'Content-Type': answer.headers['content-type'] ?? 'text/plain' });
            answer.pipe(response);
            response.on('close', () => answer.destroy());
        });
        asked.on('error', () => response.destroy());
        request.pipe(asked);
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
 * Returns the median delay in seconds, after the player has settled; the longest time for which the picture stood
 * still; the number of pictures that were seen; the delay of each minute; and the energy of the sound by WebRTC.
 */
async function delay(url, kind) {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`${origin}/page`);
    const result = await page.evaluate(
        async (url, kind, seconds) => {
            let connection;
            const picture = document.body.appendChild(document.createElement(kind === 'mjpeg' ? 'img' : 'video'));
            if (kind === 'mjpeg') {
                picture.src = url;
            } else if (kind === 'whep') {
                connection = new RTCPeerConnection();
                connection.addTransceiver('video', { direction: 'recvonly' });
                connection.addTransceiver('audio', { direction: 'recvonly' });
                picture.srcObject = new MediaStream();
                connection.ontrack = (event) => picture.srcObject.addTrack(event.track);
                await connection.setLocalDescription();
                const answer = await fetch(url, {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/sdp' },
                    body: connection.localDescription.sdp,
                });
                if (answer.status !== 201) throw new Error(await answer.text());
                await connection.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
            } else {
                // A player that has stalled once stays behind unless it may play a little faster.
                const lowLatencyMode = kind === 'll-hls';
                const player = new Hls({ lowLatencyMode, maxLiveSyncPlaybackRate: lowLatencyMode ? 1.5 : 1 });
                picture.muted = true;
                player.loadSource(url);
                player.attachMedia(picture);
            }
            const canvas = new OffscreenCanvas(256, 16);
            const context = canvas.getContext('2d', { willReadFrequently: true });
            const period = 65536; // hundredths of a second
            const delays = [];
            const minutes = [];
            let shown = -1;
            let moved = 0;
            let stall = 0;
            let pictures = 0;
            const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
            const settled = performance.now() + (Math.min(seconds, 30) * 1000) / 2;
            for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
                await new Promise((resolve) => setTimeout(resolve, 40));
                if (picture.paused) picture.play().catch(() => {});
                const width = picture.videoWidth ?? picture.naturalWidth;
                if (!width || performance.now() < settled) continue;
                context.drawImage(picture, 0, 0, 256, 16, 0, 0, 256, 16); // 16 squares of 16 pixels
                const now = Math.floor(Date.now() / 10) % period;
                let time = 0;
                for (let bit = 0; bit < 16; ++bit)
                    time = time * 2 + (context.getImageData(bit * 16 + 8, 8, 1, 1).data[1] > 128 ? 1 : 0);
                delays.push(((now - time + period) % period) / 100);
                if (time !== shown || !moved) {
                    shown = time;
                    ++pictures;
                    moved = performance.now();
                }
                stall = Math.max(stall, (performance.now() - moved) / 1000);
                if (performance.now() - settled > (minutes.length + 1) * 60000) minutes.push(median(delays.slice(-1000)));
            }
            const reports = connection ? [...(await connection.getStats()).values()] : [];
            const sound = reports.find((report) => report.type === 'inbound-rtp' && report.kind === 'audio');
            return { delay: median(delays), stall, pictures, minutes, loudness: sound?.totalAudioEnergy ?? 0 };
        },
        url,
        kind,
        seconds,
    );
    await page.close();
    return result;
}

const delays = {};
for (const kind of kinds) delays[kind] = await delay({ mjpeg, whep }[kind] ?? hls, kind);
await browser.close();
site.close();
site.closeAllConnections();
console.log(JSON.stringify(delays));
