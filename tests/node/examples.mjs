// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of docs/examples as they stand: the page in a browser, and the Python script with a person at a browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Browser } from './browser.mjs';

const { folder, server, page, script, person, player, ...settings } = JSON.parse(process.env.WAYMARK_TEST);
const browser = await Browser.start(settings);

async function runPage() {
    const window = await browser.window();
    await window.page.setJavaScriptEnabled(true);
    await window.open(page.address);
    await window.fill('[name=server]', server);
    await window.fill('[name=appId]', page.appId);
    await window.click('#settings button');
    await window.signIn(person);
    await window.click('button[value=allow]');
    await window.shows('Hall (online)');
    assert.equal(new URL(window.page.url()).search, ''); // the code is gone from the address
    assert.equal(await window.page.$eval('#error', (error) => error.textContent), '');
    await window.page.click('#cameras button');
    await window.page.waitForFunction(() => document.getElementById('live').naturalWidth > 0, { timeout: 60_000 });
    await window.page.waitForFunction(() => document.getElementById('test').onclick, { timeout: 60_000 });
    await window.page.click('#test');
    await window.page.waitForSelector('#messages ::-p-text(Test of the channel)', { timeout: 60_000 });
    assert.equal(await window.page.$eval('#error', (error) => error.textContent), '');
    return window.page.$eval('#messages', (list) => list.textContent);
}

async function runScript() {
    const child = spawn(`${folder}/watch.py`, ['--server', server, '--play', player, '--no-browser', script.appId], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    const ended = once(child, 'exit');
    const lines = [];
    for await (const line of createInterface({ input: child.stdout })) {
        const url = line.match(/^Open this page to sign in: (.*)$/)?.[1];
        if (!url) {
            lines.push(line);
            continue;
        }
        const window = await browser.window();
        await window.open(url);
        await window.signIn(person);
        await window.click('button[value=allow]');
        await window.shows('You can close this page.');
    }
    assert.deepEqual(await ended, [0, null]);
    return lines;
}

try {
    console.log(JSON.stringify({ page: await runPage(), script: await runScript() }));
} finally {
    await browser.stop();
}
