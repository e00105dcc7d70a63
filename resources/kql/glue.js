// Between the Kusto language service and C++: makes the schema, parses and binds, and hands the bound tree over as
// one JSON text, so that C++ never walks the service's own objects.
//
// A node is {k: kind, s: start, l: length} and, where it has them, v: value, t: result type, n: referenced symbol,
// y: kind of that symbol, e: name of the column it becomes in a list, x: index of its columns in `columns`,
// c: children. Left out are separators, punctuation and what is missing from the text; an expression list is its
// List; names and literals have no children.
// Values of literals: strings unescaped, True and False; of all others the text as written. Null has z: true and no
// value.
(function (root) {
    'use strict';
    const Kusto = root.Kusto.Language;
    const Symbols = Kusto.Symbols;
    const Syntax = Kusto.Syntax;
    const Binder = Kusto.Binding.Binder;

    // SyntaxKind's names by number: asking the service for each name would search all of them every time.
    const kindNames = {};
    for (const name of Object.getOwnPropertyNames(Syntax.SyntaxKind)) {
        if (typeof Syntax.SyntaxKind[name] === 'number')
            kindNames[Syntax.SyntaxKind[name]] = name;
    }

    const scalarTypes = {
        bool: Symbols.ScalarTypes.Bool, int: Symbols.ScalarTypes.Int, long: Symbols.ScalarTypes.Long,
        real: Symbols.ScalarTypes.Real, decimal: Symbols.ScalarTypes.Decimal, guid: Symbols.ScalarTypes.Guid,
        datetime: Symbols.ScalarTypes.DateTime, timespan: Symbols.ScalarTypes.TimeSpan,
        string: Symbols.ScalarTypes.String, dynamic: Symbols.ScalarTypes.Dynamic
    };

    let globals = Kusto.GlobalState.Default;

    function setSchema(json) {
        const schema = JSON.parse(json);
        const tables = schema.tables.map(function (table) {
            const columns = table.columns.map(function (column) {
                const type = scalarTypes[column[1]] || Symbols.ScalarTypes.Dynamic;
                return new Symbols.ColumnSymbol(column[0], type, null, null, null, null);
            });
            return new Symbols.TableSymbol.$ctor4(table.name, columns);
        });
        const database = new Symbols.DatabaseSymbol.$ctor1(schema.database, tables, false);
        const cluster = new Symbols.ClusterSymbol.$ctor1('cluster', [database], false);
        globals = Kusto.GlobalState.Default.WithCluster(cluster).WithDatabase(database);
    }

    function list(items, convert) {
        const result = [];
        const count = System.Array.getCount(items);
        for (let i = 0; i < count; ++i)
            result.push(convert(System.Array.getItem(items, i)));
        return result;
    }

    function symbolKind(symbol) {
        const name = Bridge.getTypeName(symbol);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    function TreeWriter(text) {
        this.text = text;
        this.columns = [];
        this.known = new Map();
    }

    TreeWriter.prototype.columnsIndex = function (table) {
        let index = this.known.get(table);
        if (index === undefined) {
            index = this.columns.length;
            this.known.set(table, index);
            this.columns.push(list(table.Columns, function (column) {
                return [column.Name, column.Type ? column.Type.Name : 'unknown'];
            }));
        }
        return index;
    };

    // Types whose values the service does not keep, or keeps less exactly than they are written.
    // (In JavaScript it makes 0 of 0x1F, of real(nan), of timespan(1.02:03:04) and of numbers beyond its range.)
    const writtenLiterals = new Set(['DateTimeLiteralExpression', 'DecimalLiteralExpression',
                                     'GuidLiteralExpression', 'RawGuidLiteralExpression', 'DynamicExpression',
                                     'IntLiteralExpression', 'LongLiteralExpression', 'RealLiteralExpression',
                                     'TimespanLiteralExpression']);

    TreeWriter.prototype.literal = function (node, result) {
        const written = this.text.substr(node.TextStart, node.Width);
        if (result.k === 'NullLiteralExpression' || /^\w+\s*\(\s*null\s*\)$/i.test(written)) {
            result.z = true;
            return;
        }
        const value = node.LiteralValue;
        if (writtenLiterals.has(result.k) || value === null || value === undefined)
            result.v = written;
        else
            result.v = String(value);
    };

    TreeWriter.prototype.node = function (node) {
        const kind = kindNames[node.Kind];
        const result = { k: kind, s: node.TextStart, l: node.Width };
        if (node.IsToken) {
            result.v = node.Text;
            return result;
        }
        const type = node.ResultType;
        if (type) {
            if (type.Columns && Bridge.is(type, Symbols.TableSymbol))
                result.x = this.columnsIndex(type);
            else
                result.t = type.Name;
        }
        const symbol = node.ReferencedSymbol;
        if (symbol) {
            result.n = symbol.Name;
            result.y = symbolKind(symbol);
        }
        if (kind === 'NameReference' || kind === 'NameDeclaration') {
            result.v = node.SimpleName;
            return result;
        }
        if (node.IsLiteral || kind === 'DynamicExpression') {
            this.literal(node, result);
            return result;
        }
        result.c = [];
        for (let i = 0; i < node.ChildCount; ++i)
            this.child(node.GetChild(i), result.c);
        return result;
    };

    TreeWriter.prototype.child = function (child, into) {
        if (!child)
            return;
        const kind = kindNames[child.Kind];
        if (child.IsToken) {
            if (child.Text && (kind.endsWith('Keyword') || kind === 'IdentifierToken'))
                into.push(this.node(child));
            return;
        }
        if (kind === 'SeparatedElement' || kind === 'ExpressionList') {
            const first = into.length;
            for (let i = 0; i < child.ChildCount; ++i)
                this.child(child.GetChild(i), into);
            if (kind === 'SeparatedElement' && into.length > first && into[first].t)
                into[first].e = Binder.GetExpressionResultName(child.GetChild(0), null) || undefined;
            return;
        }
        into.push(this.node(child));
    };

    function diagnostic(item) {
        return { c: item.Code, v: item.Severity, g: item.Category, m: item.Message, s: item.Start, l: item.Length };
    }

    function analyze(text) {
        const code = Kusto.KustoCode.ParseAndAnalyze(text, globals);
        const syntaxErrors = new Map();
        list(code.GetSyntaxDiagnostics(), function (item) { syntaxErrors.set(item.Code + ':' + item.Start, true); });
        const diagnostics = list(code.GetDiagnostics(), diagnostic);
        for (const item of diagnostics)
            item.p = syntaxErrors.has(item.c + ':' + item.s);
        const writer = new TreeWriter(text);
        const tree = diagnostics.some(function (item) { return item.v === 'Error'; })
            ? { k: 'QueryBlock', s: 0, l: text.length } : writer.node(code.Syntax);
        return JSON.stringify({ tree: tree, columns: writer.columns, diagnostics: diagnostics });
    }

    // A script: queries with empty lines between them, each for itself. Positions are the script's.
    function blocks(text, convert) {
        return list(Kusto.Editor.CodeScript.From$1(text, globals).Blocks, convert);
    }

    function check(text) {
        const found = [];
        blocks(text, function (block) { found.push.apply(found, list(block.Service.GetDiagnostics(), diagnostic)); });
        return JSON.stringify(found);
    }

    // The white space around each query stays as it is.
    function format(text) {
        let result = '';
        let end = 0;
        blocks(text, function (block) {
            const written = text.substr(block.Start, block.Length);
            const before = /^\s*/.exec(written)[0];
            const after = before.length === written.length ? '' : /\s*$/.exec(written)[0];
            const query = block.Service.GetFormattedText(Kusto.Editor.FormattingOptions.Default).Text;
            result += text.substring(end, block.Start) + before + query.trim() + after;
            end = block.Start + block.Length;
        });
        return result + text.substring(end);
    }

    root.sonde = { setSchema: setSchema, analyze: analyze, check: check, format: format };
})(this);
