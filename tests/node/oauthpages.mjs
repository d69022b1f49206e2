// SPDX-License-Identifier: GPL-3.0-or-later
// People at the sign-in pages, in a real browser, and what other web sites try with those.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';

const input = JSON.parse(process.env.WAYMARK_TEST);
const { targets, people } = input;
const page = (body) => ({ body: `<!DOCTYPE html><title>App</title><h1>${body}</h1>` });

const browser = await Browser.start({
    ...input,
    sites: {
        // Its callback goes on to another host, as those of many apps do.
        'app.example': () => ({ status: 302, headers: { location: 'https://www.app-home.example/garden' } }),
        'www.app-home.example': () => page('Welcome back'),
        'held.example': () => ({ status: 204 }), // nothing to show: the page before it stays
        'evil.example': (url) =>
            url.pathname === '/frame'
                ? { body: `<iframe src="${targets.plain}"></iframe>` }
                : {
                      body: `<form method="post" action="${url.searchParams.get('to')}">${[...url.searchParams]
                          .filter(([name]) => name !== 'to')
                          .map(([name, value]) => `<input name="${name}" value="${value}">`)
                          .join('')}<button>A prize!</button></form>`,
                  },
    },
});

const steps = {
    async signsInAndGoesBackToTheApp() {
        const window = await browser.window();
        await window.open(targets.plain);
        await window.shot('sign-in');
        await window.signIn({ ...people.ada, password: 'wrong' });
        assert.match(await window.text(), /Wrong email address or password/);
        await window.shot('sign-in-wrong');
        await window.signIn(people.ada);
        assert.match(await window.text(), /wants to use your Waymark account/);
        await window.shot('consent');
        await window.click('button[value=allow]');
        const answer = await window.arrival('app.example');
        assert.equal(answer.pathname, '/cb');
        assert.match(answer.searchParams.get('code'), /^wmg_/);
        assert.equal(answer.searchParams.get('state'), 'the state');
        await window.shows('Welcome back');
        assert.deepEqual(window.blocked(), []);

        // The second time nobody is asked.
        await window.open(targets.plain);
        assert.ok((await window.arrival('app.example')).searchParams.get('code'));
        await window.shows('Welcome back');
    },

    async opensAnAppByItsOwnScheme() {
        const window = await browser.window();
        await window.open(targets.native);
        await window.signIn(people.ada);
        await window.shot('consent-native');
        await window.page.click('button[value=allow]');
        assert.match((await window.departure('com.example.garden:')).searchParams.get('code'), /^wmg_/);

        // The second time the form for the password leads there.
        const another = await browser.window();
        await another.open(targets.native);
        await another.fill('#email', people.ada.email);
        await another.fill('#password', people.ada.password);
        await another.page.click('form.fields button');
        assert.match((await another.departure('com.example.garden:')).searchParams.get('code'), /^wmg_/);
    },

    async looksRight() {
        const looks = [
            { suffix: 'dark', dark: true },
            { suffix: 'zh', language: 'zh-CN,zh;q=0.9' },
            { suffix: 'dark-zh', dark: true, language: 'zh-CN' },
            { suffix: 'phone', width: 360, height: 740 },
            { suffix: 'phone-dark-zh', width: 320, height: 640, dark: true, language: 'zh-CN' },
        ];
        for (const { suffix, ...look } of looks) {
            const window = await browser.window(look);
            await window.open(targets.many);
            await window.shot(`sign-in-${suffix}`);
            await window.signIn(people.bea);
            await window.shot(`consent-many-${suffix}`);
            for (const name of ['long', 'rtl', 'html']) {
                await window.open(targets[name]);
                await window.shot(`consent-${name}-${suffix}`);
            }
            const wide = await window.page.$eval('html', (html) => html.scrollWidth - html.clientWidth);
            assert.equal(wide, 0, `${suffix} scrolls sideways`);
            await window.open(targets.error);
            await window.shot(`error-${suffix}`);
        }
    },

    async tellsThatItGoesBack() {
        const window = await browser.window();
        await window.open(targets.held);
        await window.signIn(people.ada);
        await window.click('button[value=allow]');
        await window.arrival('held.example');
        await window.shot('return');
        assert.match(await window.text(), /Returning to held\.example/);
    },

    async setsANewPassword() {
        const window = await browser.window();
        await window.open(targets.plain);
        await window.click('.between a');
        await window.shot('reset');
        await window.fill('#email', people.cleo.email);
        await window.click('form.fields button');
        await window.shot('reset-code');
        await window.fill('#code', '123');
        await window.fill('#password', 'letmein1');
        await window.click('form.fields button');
        assert.match(await window.text(), /too easy to guess/);
        await window.shot('reset-weak');
    },

    async isNotFramed() {
        const window = await browser.window();
        await window.open('https://evil.example/frame');
        const inside = window.page.frames().find((frame) => frame.parentFrame());
        assert.match(inside.url(), /^chrome-error:/);
    },

    async takesNoFormFromAnotherSite() {
        const window = await browser.window();
        await window.open(targets.plain);
        await window.signIn(people.ada);
        await window.open(targets.plain);
        await window.arrival('app.example');
        const form = { to: targets.other, form: 'consent', decision: 'allow', csrf_token: 'x' };
        await window.open(`https://evil.example/?${new URLSearchParams(form)}`);
        await window.click('button');
        assert.match(await window.text(), /This page has expired/);
        await window.shot('form-out-of-date');
    },

    /** OpenID Connect Core 1.0, 3.1.2.1: an app may send its request as a form; the user is known all the same. */
    async takesAnAppsRequestAsAForm() {
        const window = await browser.window();
        await window.open(targets.plain);
        await window.signIn(people.ada);
        await window.arrival('app.example');
        const request = new URL(targets.plain);
        const form = { to: request.origin + request.pathname, ...Object.fromEntries(request.searchParams) };
        await window.open(`https://evil.example/?${new URLSearchParams(form)}`);
        await window.click('button');
        assert.ok((await window.arrival('app.example')).searchParams.get('code'));
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
