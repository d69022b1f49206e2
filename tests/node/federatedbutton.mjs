// SPDX-License-Identifier: GPL-3.0-or-later
// A person in Chromium who signs in by the first provider's button: who goes away at first, comes back to the sign-in
// page, tries again, and allows the app what it asks for. Says what was seen on the way, and where it ended.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';

const { authorize, provider, person, redirect } = JSON.parse(process.env.WAYMARK_TEST);

async function expect(who) {
    await fetch(`${provider}/test/person`, { method: 'PUT', body: JSON.stringify(who) });
}

async function click(page, selector) {
    await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

const profile = await mkdtemp(join(tmpdir(), 'waymark-chromium-'));
const browser = await launch({
    executablePath: '/usr/bin/chromium',
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=en'],
});
try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(authorize);
    const button = await page.$eval('.providers a.button', (link) => link.textContent);

    await expect({ cancels: true });
    await click(page, '.providers a.button');
    const notice = await page.$eval('[role=alert]', (element) => element.textContent);

    await expect(person);
    await click(page, '.providers a.button');
    const consent = await page.$eval('.who', (element) => element.textContent);
    const seen = [...complaints]; // before the browser goes where nobody answers: that it goes there is enough
    const end = page.waitForRequest((request) => request.url().startsWith(redirect));
    await page.click('button[name=decision][value=allow]');
    const url = (await end).url();
    const cookies = (await browser.cookies()).map((cookie) => cookie.name);
    console.log(JSON.stringify({ button, notice, consent, url, cookies, complaints: seen }));
} finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
}
