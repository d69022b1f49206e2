// SPDX-License-Identifier: GPL-3.0-or-later
// Holds an OpenAPI document against the linters of Redocly and Spectral. In: `file`, the document's path, and `folder`, where
// they may write. Out: `redocly` and `spectral`, their exit codes, and `said`, their words.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { file, folder } = JSON.parse(process.env.WAYMARK_TEST);
const programs = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '.bin');
const rules = join(folder, 'spectral.yaml');
writeFileSync(rules, 'extends: ["spectral:oas"]\n');

function run(program, ...options) {
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { status, stdout, stderr } = spawnSync(join(programs, program), options, { cwd: folder, env });
    return { status, said: `${stdout}${stderr}` };
}

const redocly = run('redocly', 'lint', file, '--format', 'summary');
const spectral = run('spectral', 'lint', file, '--ruleset', rules, '--fail-severity', 'error', '--display-only-failures');
console.log(
    JSON.stringify({ redocly: redocly.status, spectral: spectral.status, said: `${redocly.said}\n${spectral.said}` }),
);
