// SPDX-License-Identifier: GPL-3.0-or-later
// A user's security key and passkey in a real browser, by the virtual authenticator of Chromium's DevTools protocol.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';

const input = JSON.parse(process.env.WAYMARK_TEST);
const { target, keysPage, person, other, host, port } = input;

const browser = await Browser.start({
    ...input,
    // The name is the server's public URL; nothing but this browser knows that it is on another port of this machine.
    args: [`--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`],
    sites: { 'app.example': () => ({ body: '<!DOCTYPE html><title>App</title><h1>Welcome back</h1>' }) },
});

/** A window with a key. `verifies`: the key asks for a PIN, which its user knows, and keeps passkeys. */
const windowWithKey = async ({ verifies = true, ...look } = {}) => {
    const window = await browser.window(look);
    await window.page.setJavaScriptEnabled(true);
    const devtools = await window.page.createCDPSession();
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
            protocol: 'ctap2',
            transport: 'usb',
            hasResidentKey: verifies,
            hasUserVerification: verifies,
            isUserVerified: verifies,
        },
    });
    const credentials = async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
    return { window, devtools, authenticatorId, credentials };
};

const addKey = async (window, name) => {
    await window.fill('#name', name);
    await window.click('form[data-key] button');
};
const passkey = 'form[data-verify=required] button';
const secondKey = 'form[data-verify=discouraged] button';

const steps = {
    async addsAPasskeyAndSignsInWithIt() {
        const { window, credentials } = await windowWithKey();
        await window.open(keysPage);
        await window.shot('keys-sign-in');
        await window.signIn(person);
        await window.shot('keys-none');
        await addKey(window, 'Work laptop');
        assert.match(await window.text(), /The key has been added/);
        assert.match(await window.text(), /Signs in without a password/);
        assert.equal((await window.page.$$('.codes li')).length, 10);
        await window.shot('keys-added');
        assert.equal((await credentials())[0].isResidentCredential, true);

        // The same key is recognized by the browser.
        await window.fill('#name', 'Again');
        await window.page.click('form[data-key] button');
        await window.shows('This key has been added already');

        await window.click('.below form:last-child button');
        await window.open(target);
        await window.click(passkey);
        assert.match(await window.text(), /wants to use your Waymark account/);
        await window.click('button[value=allow]');
        assert.match((await window.arrival('app.example')).searchParams.get('code'), /^wmg_/);
        assert.deepEqual(window.blocked(), []);
    },

    async takesAKeyAsTheSecondStep() {
        const { window } = await windowWithKey({ verifies: false });
        await window.open(keysPage);
        await window.signIn(other);
        await addKey(window, 'Blue key');
        assert.match(await window.text(), /Second step after the password/);
        await window.click('.below form:last-child button');
        await window.open(target);
        await window.signIn(other);
        await window.shot('second-key');
        await window.click(secondKey);
        assert.match(await window.text(), /wants to use your Waymark account/);
    },

    async tellsWhenNoKeyWasUsed() {
        const { window, devtools, authenticatorId } = await windowWithKey();
        await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
        await window.open(target);
        await window.page.click(passkey);
        await window.shows('The security key was not used');
        await window.shot('key-failed');
    },

    async hidesKeysWithoutJavaScript() {
        const window = await browser.window();
        await window.open(target);
        assert.equal(await window.page.$eval('form[data-key]', (form) => form.checkVisibility()), false);
        await window.signIn(person);
        assert.match(await window.text(), /Recovery code/);
    },

    async looksRight() {
        const looks = [
            { suffix: 'dark', dark: true },
            { suffix: 'de', language: 'de' },
            { suffix: 'zh', language: 'zh-CN' },
            { suffix: 'ar-dark', language: 'ar', dark: true },
            { suffix: 'phone', width: 320, height: 640 },
        ];
        for (const { suffix, ...look } of looks) {
            const { window } = await windowWithKey(look);
            await window.open(target);
            await window.shot(`passkey-${suffix}`);
            await window.open(keysPage);
            await window.signIn(input.people[suffix]);
            await addKey(window, 'Blue key');
            await window.shot(`keys-${suffix}`);
            const wide = await window.page.$eval('html', (html) => html.scrollWidth - html.clientWidth);
            assert.equal(wide, 0, `${suffix} scrolls sideways`);
        }
    },
};

const done = [];
try {
    for (const [name, step] of Object.entries(steps)) {
        await step().catch((error) => {
            throw new Error(`${name}: ${error.stack}`);
        });
        done.push(name);
    }
} finally {
    await browser.stop();
}
console.log(JSON.stringify({ done }));
