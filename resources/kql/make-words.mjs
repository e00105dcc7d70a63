// Writes words.json: the words of KQL by where they may stand, as the language service completes them, for the list that
// shows before the service has answered. Run after the service's version changed:
//   node resources/kql/make-words.mjs resources/node_modules/@kusto/language-service-next resources/kql/words.json
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [folder, out] = process.argv.slice(2);
globalThis.window = globalThis;
globalThis.self = globalThis;
const here = path.dirname(new URL(import.meta.url).pathname);
for (const file of [path.join(folder, 'bridge.min.js'), path.join(folder, 'Kusto.Language.Bridge.min.js'),
                    path.join(here, 'glue.js')])
    vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file });

const service = globalThis.sonde;
service.addSchema(1, JSON.stringify({ database: 'workspace', tables: ['T'] }));
service.useSchema(1);
service.addColumns(JSON.stringify([['T', [['a', 'string', ''], ['n', 'long', '']]]]));
const places = {
    start: [''], operator: ['T | '], scalar: ['T | where '], aggregate: ['T | summarize '],
    infix: ['T | where a ', 'T | where n ', 'T | where n == 1 '], chart: ['T | render ']
};
const names = new Set([13, 14, 21, 22]); // what a schema knows: columns, tables, databases, clusters
const words = {};
for (const [place, texts] of Object.entries(places)) {
    const items = new Map();
    for (const text of texts) {
        for (const item of JSON.parse(service.complete(text, text.length)).i) {
            // Nobody picks a bracket from a list.
            const isSign = !/\w/.test(item[1]);
            if (!names.has(item[0]) && (!isSign || (place === 'infix' && item[0] === 11)))
                items.set(item[1], item);
        }
    }
    words[place] = [...items.values()]; // the likeliest first
}
// Aggregates are asked for beside everything that any expression takes.
const scalar = new Set(words.scalar.map((item) => item[1]));
words.aggregate = words.aggregate.filter((item) => !scalar.has(item[1]) || item[0] === 18);
const lines = Object.entries(words).map(([place, items]) =>
    `${JSON.stringify(place)}:[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`);
fs.writeFileSync(out, `{${lines.join(',\n')}}\n`);
