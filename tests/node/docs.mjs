// SPDX-License-Identifier: GPL-3.0-or-later
// A developer at the API reference, in a real browser.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';

const input = JSON.parse(process.env.WAYMARK_TEST);
const { root, app } = input;
const browser = await Browser.start(input);

async function open(path, look = {}) {
    const window = await browser.window({ width: 1440, height: 900, ...look });
    await window.page.setJavaScriptEnabled(true);
    await window.open(root + path);
    return window;
}

async function until(condition, what) {
    for (const end = Date.now() + 20_000; !(await condition()); ) {
        if (Date.now() > end) throw new Error(`never: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

const steps = {
    async sendsCallsAndAsksBeforeWrites() {
        const window = await open('/docs/calls/getAccountsByAccountId');
        const { page } = window;
        const shown = (text) => until(async () => (await window.text().catch(() => '')).includes(text), text);
        await page.type('#request input[name=account_id]', input.account);
        await page.click('#request .main');
        await shown('This call needs an access token');
        await page.type('#signin input[name=app_id]', app.app_id);
        await page.type('#signin input[name=app_key]', app.app_key);
        await page.type('#signin input[name=email]', input.email);
        await page.type('#signin input[name=password]', input.password);
        await page.click('#signin .main');
        await shown('Calls are sent with an access token.');
        await page.click('#account summary');
        await page.click('#request .main');
        await until(() => page.$eval('#answer', (answer) => answer.textContent.includes('"time_zone"')), 'the answer');
        await page.screenshot({ path: `${input.screenshots}/call-tried.png` });

        // Another page, by the search, keeps the credentials.
        await page.type('#search input[name=q]', 'post device-groups');
        await page.keyboard.press('Enter');
        await until(() => page.$('#calls'), 'the list');
        await page.click('#calls a[href="/docs/calls/postDeviceGroupsAccountByAccountId"]');
        await until(() => page.$('#request textarea'), 'the page of the call');
        assert.match(page.url(), /postDeviceGroupsAccountByAccountId$/);
        await page.type('#request input[name=account_id]', input.account);
        const asked = () => page.$eval('#confirm', (dialog) => dialog.open);
        await page.click('#request .main');
        await until(asked, 'the question');
        await page.screenshot({ path: `${input.screenshots}/question.png` });
        await page.click('#confirm button[value=""]');
        assert.equal(await page.$eval('#answer', (answer) => answer.hidden), true); // nothing was sent
        await page.click('#request .main');
        await until(asked, 'the question');
        await page.click('#confirm button[value=send]');
        await until(() => page.$eval('#answer', (answer) => answer.textContent.includes('"devgroup_id"')), 'the group');
        await page.goBack();
        await until(() => page.$('#calls'), 'the list again');

        // Nothing is kept outside the document.
        assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
        await page.reload();
        await page.waitForSelector('#account:not([hidden])');
        assert.equal(await page.$('#account.set'), null);
        assert.deepEqual(window.blocked(), []);
    },

    async filtersTheList() {
        const window = await open('/docs');
        const { page } = window;
        const visible = () => page.$$eval('.calls li', (all) => all.filter((each) => each.offsetParent).length);
        const all = await visible();
        assert.ok(all > 170);
        await page.type('#search input[name=q]', 'zone delete');
        await until(async () => (await visible()) < 5, 'a short list');
        assert.ok((await visible()) > 0);
        await page.$eval('#search input[name=q]', (field) => (field.value = ''));
        await page.type('#search input[name=q]', ' ');
        await until(async () => (await visible()) === all, 'the whole list');
    },

    async looksRight() {
        const looks = [
            { suffix: 'light' },
            { suffix: 'dark-zh', dark: true, language: 'zh-CN' },
            { suffix: 'phone', width: 360, height: 740 },
        ];
        for (const { suffix, ...look } of looks) {
            const window = await open('/docs', look);
            await window.page.screenshot({ path: `${input.screenshots}/index-${suffix}.png` });
            for (const [name, path] of [
                ['call', '/docs/calls/postDevices'],
                ['errors', '/docs/errors'],
                ['webhooks', '/docs/webhooks'],
            ]) {
                await window.open(root + path);
                await window.page.screenshot({ path: `${input.screenshots}/${name}-${suffix}.png` });
                const wide = await window.page.$eval('html', (html) => html.scrollWidth - html.clientWidth);
                assert.equal(wide, 0, `${name} ${suffix} scrolls sideways`);
            }
            assert.deepEqual(window.blocked(), []);
        }
    },
};

const done = [];
try {
    for (const [name, step] of Object.entries(steps)) {
        await step();
        done.push(name);
    }
} finally {
    await browser.stop();
}
console.log(JSON.stringify({ done }));
