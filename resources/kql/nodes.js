// Walking the service's trees.
(function (root) {
    'use strict';
    // SyntaxKind's names by number: asking the service for each name would search all of them every time.
    const kindNames = {};
    const kinds = root.Kusto.Language.Syntax.SyntaxKind;
    for (const name of Object.getOwnPropertyNames(kinds)) {
        if (typeof kinds[name] === 'number')
            kindNames[kinds[name]] = name;
    }

    function kindOf(node) {
        return kindNames[node.Kind];
    }

    // All of it, but nothing below what `see` says false to.
    function visit(node, see) {
        if (!node || node.IsToken || see(node, kindOf(node)) === false)
            return;
        for (let i = 0; i < node.ChildCount; ++i)
            visit(node.GetChild(i), see);
    }

    root.sondeNodes = { kindNames: kindNames, kindOf: kindOf, visit: visit };
})(this);
