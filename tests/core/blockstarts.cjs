// What the Kusto language service itself says: reads a JSON list of texts from the standard input and writes for
// each where its blocks begin that are not blank. The argument is the folder of the npm package.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const folder = process.argv[2];
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
    vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });

const texts = JSON.parse(fs.readFileSync(0, 'utf8'));
const { TextFacts } = Kusto.Language.Parsing;
process.stdout.write(JSON.stringify(texts.map((text) => {
    const script = Kusto.Language.Editor.CodeScript.From$1(text, Kusto.Language.GlobalState.Default);
    const starts = [];
    for (let i = 0; i < System.Array.getCount(script.Blocks); ++i) {
        const block = System.Array.getItem(script.Blocks, i);
        if (!TextFacts.IsWhitespaceOnly(block.Text))
            starts.push(block.Start);
    }
    return starts;
})));
