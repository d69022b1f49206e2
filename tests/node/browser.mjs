// SPDX-License-Identifier: GPL-3.0-or-later
// A real browser, without JavaScript in its pages, in which web sites of our own invention answer.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

export class Browser {
    /** `sites`: what answers at hosts that do not exist, by host: (url) => ({status, headers, body}). */
    static async start({ chromium, screenshots, sites = {}, args = [] }) {
        await mkdir(screenshots, { recursive: true });
        const browser = await puppeteer.launch({
            executablePath: chromium,
            args: ['--no-sandbox', '--disable-gpu', ...args],
        });
        return new Browser(browser, screenshots, sites);
    }

    constructor(browser, screenshots, sites) {
        this.browser = browser;
        this.screenshots = screenshots;
        this.sites = sites;
    }

    /** Somebody's window, with cookies of its own. */
    async window({ dark = false, language = 'en', width = 1100, height = 800 } = {}) {
        const context = await this.browser.createBrowserContext();
        const page = await context.newPage();
        const window = new Window(this, page);
        await page.setJavaScriptEnabled(false);
        await page.setViewport({ width, height, deviceScaleFactor: width < 500 ? 2 : 1, isMobile: width < 500 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
        await page.setExtraHTTPHeaders({ 'Accept-Language': language });
        await page.setRequestInterception(true);
        page.on('request', (request) => window.answer(request));
        page.on('console', (message) => window.messages.push(message.text()));
        const network = await page.createCDPSession();
        await network.send('Network.enable');
        network.on('Network.responseReceivedExtraInfo', ({ headers }) => {
            const location = headers.location ?? headers.Location;
            if (location) window.locations.push(location);
        });
        return window;
    }

    stop() {
        return this.browser.close();
    }
}

class Window {
    constructor(browser, page) {
        this.browser = browser;
        this.page = page;
        this.messages = []; // of the console, where the browser tells what it has blocked
        this.locations = []; // that servers have sent it to
        this.visited = []; // addresses of the invented sites
    }

    answer(request) {
        const url = new URL(request.url());
        const site = this.browser.sites[url.host];
        if (!site) return request.continue();
        if (request.isNavigationRequest()) this.visited.push(url);
        const answer = site(url, request);
        return answer ? request.respond({ contentType: 'text/html', ...answer }) : request.abort();
    }

    open(url) {
        return this.page.goto(url);
    }

    async shot(name) {
        await this.page.screenshot({ path: `${this.browser.screenshots}/${name}.png`, fullPage: true });
    }

    text() {
        return this.page.$eval('body', (body) => body.innerText);
    }


    /** Waits until the page at hand, perhaps one after a redirect, has this text. */
    async shows(text) {
        const now = () => this.text().catch(() => ''); // a page that is just going has none
        for (const end = Date.now() + 20_000; !(await now()).includes(text); ) {
            if (Date.now() > end) throw new Error(`no "${text}" in: ${await now()}`);
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
    }

    /** Clicks, and waits until the browser has come to rest on another page. */
    async click(selector) {
        const loaded = this.page.waitForNavigation({ timeout: 20_000 });
        await this.page.click(selector);
        await loaded;
    }

    async fill(selector, text) {
        await this.page.click(selector, { count: 3 });
        await this.page.type(selector, text);
    }

    async signIn({ email, password }) {
        await this.fill('#email', email);
        await this.fill('#password', password);
        await this.click('form.fields button');
    }

    /** Waits until the browser has asked an invented site for a page, and answers the address. */
    async arrival(host) {
        for (;;) {
            const index = this.visited.findIndex((url) => url.host === host);
            if (index >= 0) return this.visited.splice(index, 1)[0];
            await once(this.page, 'request');
        }
    }

    /** Waits until a server has sent the browser to an app, and answers the address. Fails if that was blocked. */
    async departure(scheme) {
        const found = () => this.locations.find((location) => location.startsWith(scheme));
        while (!found() && this.blocked().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        // A visit elsewhere makes sure that what the browser has to say about it has been said.
        await this.page.goto('about:blank');
        if (this.blocked().length > 0) throw new Error(this.blocked().join());
        return new URL(found());
    }

    blocked() {
        return this.messages.filter((text) => text.includes('Content Security Policy'));
    }
}
