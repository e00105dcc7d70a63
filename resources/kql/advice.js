// What would make a query cheaper, read from its bound tree: published thresholds and rules of the service's own pages
// on efficient queries, and nothing that is only a guess. Each finding is [rule, start, length]; for Span a fourth
// number, the days that the query's own filter looks back. The words are the program's.
(function (root) {
    'use strict';
    const Kusto = root.Kusto.Language;
    const Symbols = Kusto.Symbols;
    const timeColumn = 'TimeGenerated';
    const mostWorkspaces = 5;

    const kindNames = {};
    for (const name of Object.getOwnPropertyNames(Kusto.Syntax.SyntaxKind)) {
        if (typeof Kusto.Syntax.SyntaxKind[name] === 'number')
            kindNames[Kusto.Syntax.SyntaxKind[name]] = name;
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

    function namesTime(node) {
        let isNamed = false;
        visit(node, function (part, kind) {
            if (kind === 'PipeExpression')
                return false; // a query of its own
            isNamed = isNamed || (kind === 'NameReference' && part.SimpleName === timeColumn);
            return true;
        });
        return isNamed;
    }

    // What is read: a table that has the column of the time.
    function isTimedTable(node, kind) {
        if (kind !== 'NameReference' || !node.ReferencedSymbol || !Bridge.is(node.ReferencedSymbol, Symbols.TableSymbol))
            return false;
        const columns = node.ReferencedSymbol.Columns;
        for (let i = 0; i < System.Array.getCount(columns); ++i) {
            if (System.Array.getItem(columns, i).Name === timeColumn)
                return true;
        }
        return false;
    }

    // The conditions on the time that hold for what \a node brings: those that follow it in its own pipe, or in one
    // that it is a part of by a union. Null where they cannot be told: in a function, which anything may call, and where
    // search or find have one, which are of another kind.
    function timeFilters(node, uses, seen) {
        const filters = [];
        for (let at = node; at.Parent; at = at.Parent) {
            const parent = at.Parent;
            const kind = kindOf(parent);
            if (kind === 'PipeExpression' && parent.Expression === at) {
                if (kindOf(parent.Operator) === 'FilterOperator' && namesTime(parent.Operator.Condition))
                    filters.push(parent.Operator.Condition);
            } else if (kind === 'JoinOperator' || kind === 'LookupOperator') {
                break;
            } else if (kind === 'FunctionDeclaration') {
                return null;
            } else if (kind === 'SearchOperator' || kind === 'FindOperator') {
                if (parent.Condition && namesTime(parent.Condition))
                    return null;
            } else if (kind === 'LetStatement') {
                const name = parent.Name.SimpleName;
                if (seen.has(name))
                    break;
                // Where any use of the name is filtered, the query's writer thought of it.
                for (const use of uses.get(name) || []) {
                    const filtersOfUse = timeFilters(use, uses, new Set(seen).add(name));
                    if (filtersOfUse === null)
                        return null;
                    filters.push.apply(filters, filtersOfUse);
                }
                break;
            }
        }
        return filters;
    }

    // The days of TimeGenerated > ago(30d); nothing where it is anything else.
    function daysBack(condition) {
        const kind = kindOf(condition);
        if (kind !== 'GreaterThanExpression' && kind !== 'GreaterThanOrEqualExpression')
            return undefined;
        const call = condition.Right;
        if (kindOf(condition.Left) !== 'NameReference' || condition.Left.SimpleName !== timeColumn
            || kindOf(call) !== 'FunctionCallExpression' || call.Name.SimpleName !== 'ago')
            return undefined;
        const written = /\(\s*(\d+)d\s*\)$/.exec(call.ToString());
        return written ? Number(written[1]) : undefined;
    }

    function parts(condition) {
        return kindOf(condition) === 'AndExpression'
            ? parts(condition.Left).concat(parts(condition.Right)) : [condition];
    }

    // Tables without a condition on the time, where others have one; and how far back those of each go.
    function adviseTime(tables, uses, found) {
        const filtersOf = tables.map(function (table) { return timeFilters(table, uses, new Set()); });
        const isAnyFiltered = filtersOf.some(function (filters) { return filters !== null && filters.length > 0; });
        tables.forEach(function (table, index) {
            const filters = filtersOf[index];
            if (filters === null)
                return;
            if (filters.length === 0) {
                if (isAnyFiltered)
                    found.push(finding('Unfiltered', table));
                else
                    found.push(finding('Span', table)); // as far as the time range goes
                return;
            }
            const days = [].concat.apply([], filters.map(parts)).filter(namesTime).map(daysBack);
            if (days.every(function (count) { return count !== undefined; }))
                found.push(finding('Span', table).concat(Math.min.apply(null, days)));
        });
    }

    function advise(code) {
        const found = [];
        const tables = [];
        const uses = new Map();
        const resources = new Resources();
        visit(code.Syntax, function (node, kind) {
            adviseHas(node, kind, found);
            adviseSearch(node, kind, found);
            resources.advise(node, kind, found);
            if (isTimedTable(node, kind))
                tables.push(node);
            if (kind === 'NameReference') {
                if (!uses.has(node.SimpleName))
                    uses.set(node.SimpleName, []);
                uses.get(node.SimpleName).push(node);
            }
            return true;
        });
        adviseTime(tables, uses, found);
        return found.sort(function (a, b) { return a[1] - b[1]; });
    }

    root.sondeAdvice = advise;
})(this);
