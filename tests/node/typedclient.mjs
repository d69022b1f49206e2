// SPDX-License-Identifier: GPL-3.0-or-later
// Generates TypeScript types from openapi.json, compiles typedclient.ts against them, and runs it.
// Prints what typedclient.ts prints; with `breaks`, the compiler's errors for a source that uses the API wrongly.
import openapiTS, { astToString } from 'openapi-typescript';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const { document, folder, breaks } = JSON.parse(process.env.WAYMARK_TEST);
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const types = path.join(folder, 'api.d.ts');
fs.writeFileSync(types, astToString(await openapiTS(JSON.parse(fs.readFileSync(document, 'utf8')))));
// The compiled client finds its packages beside itself.
fs.symlinkSync(path.join(here, 'node_modules'), path.join(folder, 'node_modules'));

const source = path.join(folder, 'client.mts');
const text = fs.readFileSync(path.join(here, 'typedclient.ts'), 'utf8');
fs.writeFileSync(source, breaks ? text.replace(breaks.from, breaks.to) : text);
const program = ts.createProgram([source], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    typeRoots: [path.join(here, 'node_modules', '@types')],
    paths: { 'waymark-api': [types] },
    skipLibCheck: true,
    outDir: folder,
});
const errors = ts.getPreEmitDiagnostics(program).map((error) => ts.flattenDiagnosticMessageText(error.messageText, '\n'));
if (breaks) {
    console.log(JSON.stringify({ errors }));
} else if (errors.length > 0) {
    throw new Error(errors.join('\n'));
} else {
    program.emit();
    await import(pathToFileURL(path.join(folder, 'client.mjs')));
}
