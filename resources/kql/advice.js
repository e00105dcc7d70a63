// What would make a query cheaper, read from its bound tree: published thresholds and rules of the service's own pages
// on efficient queries, and nothing that is only a guess. Each finding is [rule, start, length]. What a query says of
// the time is read by reads.js. The words are the program's.
(function (root) {
    'use strict';
    const kindOf = root.sondeNodes.kindOf;
    const mostWorkspaces = 5;

    function finding(rule, node) {
        return [rule, node.TextStart, node.Width];
    }

    // The whole of the value is terms of the index, which have three characters or more: then `has` finds it.
    function isWholeTerms(text) {
        return typeof text === 'string' && /^[A-Za-z0-9]+( [A-Za-z0-9]+)*$/.test(text)
            && text.split(' ').every(function (term) { return term.length >= 3; });
    }

    // `contains` with a literal of whole terms on its right.
    function adviseHas(node, kind, found) {
        if (!/^(Not)?Contains(Cs)?Expression$/.test(kind))
            return;
        const right = node.Right;
        if (right && kindOf(right) === 'StringLiteralExpression' && isWholeTerms(right.LiteralValue))
            found.push(finding('Contains', node.Operator));
    }

    // A search that no table and no rows before it narrow.
    function adviseSearch(node, kind, found) {
        if (kind !== 'SearchOperator' || node.InClause)
            return;
        const parent = node.Parent;
        if (!(kindOf(parent) === 'PipeExpression' && parent.Operator === node))
            found.push(finding('Search', node.SearchKeyword));
    }

    // workspace("...") and app("..."), each resource once.
    function Resources() {
        this.names = new Set();
        this.isSaid = false;
    }

    Resources.prototype.advise = function (node, kind, found) {
        if (kind !== 'FunctionCallExpression' || !/^(workspace|app|resource)$/.test(node.Name.SimpleName))
            return;
        const argument = node.ArgumentList.Expressions.ChildCount === 1
            ? node.ArgumentList.Expressions.GetChild(0).GetChild(0) : null;
        if (!argument || kindOf(argument) !== 'StringLiteralExpression')
            return;
        this.names.add(String(argument.LiteralValue).toLowerCase());
        if (this.names.size > mostWorkspaces && !this.isSaid) {
            this.isSaid = true;
            found.push(finding('Workspaces', node));
        }
    };

    function advise(code) {
        const found = [];
        const resources = new Resources();
        root.sondeNodes.visit(code.Syntax, function (node, kind) {
            adviseHas(node, kind, found);
            adviseSearch(node, kind, found);
            resources.advise(node, kind, found);
            return true;
        });
        return found;
    }

    root.sondeAdvice = advise;
})(this);
