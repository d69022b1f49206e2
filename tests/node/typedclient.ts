// SPDX-License-Identifier: GPL-3.0-or-later
// The quickstart of the documentation in TypeScript, with types that are generated from openapi.json. Prints the marks
// that it has found, and the size of the newest picture, as one line of JSON.
import createClient from 'openapi-fetch';
import type { components, paths } from 'waymark-api';

type Mark = components['schemas']['DeviceMark'];

interface Input {
    base: string;
    appId: string;
    appKey: string;
    email: string;
    password: string;
}

function must<T>(answer: { data?: T; error?: unknown }): T {
    if (answer.data === undefined)
        throw new Error(JSON.stringify(answer.error));
    return answer.data;
}

const input: Input = JSON.parse(process.env.WAYMARK_TEST ?? '{}');
const client = createClient<paths>({ baseUrl: input.base });

const credential = Buffer.from(`${input.appId}:${input.appKey}`).toString('base64');
const tokens = must(await client.POST('/v1/accounts/login/local', {
    headers: { Authorization: `Basic ${credential}` },
    body: { name: input.email, password: input.password, scope: 'devices:read marks:read' },
}));
const headers = { Authorization: `Bearer ${tokens.access_token}` };

const cameras = must(await client.GET('/v1/devices', { headers, params: { query: { pagesize: 100 } } }));
const marks: Mark[] = [];
for (const camera of cameras.items) {
    let cursor: string | undefined;
    do {
        const page = must(await client.GET('/v1/device-marks/triggered/account/{account_id}/device/{device_id}', {
            headers,
            params: {
                path: { account_id: tokens.account_id, device_id: camera.device_id },
                query: { sort: '-date', pagesize: 1, ...(cursor ? { cursor } : {}) },
            },
        }));
        marks.push(...page.items);
        cursor = page.next_cursor;
    } while (cursor);
}

const signed = must(await client.PUT('/v1/device-marks/account/{account_id}/signedurl', {
    headers,
    params: { path: { account_id: tokens.account_id } },
    body: { mark_ids: marks.slice(0, 1).map((mark) => mark.devicemark_id), expires_in: 600 },
}));
const address = signed.results[0]?.snapshot;
if (!address)
    throw new Error('The newest mark has no picture.');
const picture = await (await fetch(new URL(address, input.base))).arrayBuffer();

console.log(JSON.stringify({
    cameras: cameras.items.map((camera) => camera.state),
    marks: marks.map((mark) => mark.devicemark_id),
    picture: picture.byteLength,
}));
