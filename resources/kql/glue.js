// Between the Kusto language service and C++: makes the schema, parses and binds, and hands the bound tree over as
// one JSON text, so that C++ never walks the service's own objects.
//
// A node is {k: kind, s: start, l: length} and, where it has them, v: value, t: result type, n: referenced symbol,
// y: kind of that symbol, e: name of the column it becomes in a list, x: index of its columns in `columns`,
// c: children. Left out are separators, punctuation and what is missing from the text; an expression list is its
// List; names and literals have no children.
// A tuple, which becomes several columns, has u: index of those in `columns`. A call of a function that the query or
// the workspace defines has b: index of its body in `bodies`, bound with the types of this call. The bodies' texts
// stand behind the query's: their positions lie there, and c says where the first call is; p: [[name, default]...] of
// the parameters.
// Values of literals: strings unescaped, True and False; of all others the text as written. Null has z: true and no
// value.
(function (root) {
    'use strict';
    const Kusto = root.Kusto.Language;
    const Editor = Kusto.Editor;
    const noCancel = new Kusto.Utils.CancellationToken();
    const Symbols = Kusto.Symbols;
    const Syntax = Kusto.Syntax;
    const Binder = Kusto.Binding.Binder;

    const kindNames = root.sondeNodes.kindNames;

    const scalarTypes = {
        bool: Symbols.ScalarTypes.Bool, int: Symbols.ScalarTypes.Int, long: Symbols.ScalarTypes.Long,
        real: Symbols.ScalarTypes.Real, decimal: Symbols.ScalarTypes.Decimal, guid: Symbols.ScalarTypes.Guid,
        datetime: Symbols.ScalarTypes.DateTime, timespan: Symbols.ScalarTypes.TimeSpan,
        string: Symbols.ScalarTypes.String, dynamic: Symbols.ScalarTypes.Dynamic
    };

    // What was made of the queries asked about last, by their text: one question follows another about the same text.
    const mostKept = 20000; // UTF-16 units of them together: a tree is hundreds of times as large as its text

    // A schema knows the names of all tables at once, but columns only of those it is told: each is an object that
    // stays, and every collection of garbage goes through all of them.
    function Schema(description) {
        this.database = description.database;
        this.functions = (description.functions || []).map(functionSymbol).filter(Boolean);
        this.tables = new Map();
        for (const name of description.tables)
            this.tables.set(name, new Symbols.TableSymbol.$ctor4(name, []));
        this.update();
    }

    // Null where its parameters are no list that the service can read: the others are of use without it.
    function functionSymbol(description) {
        const parameters = description.parameters || '()';
        try {
            return makeFunction(description, parameters);
        } catch (error) {
            return null;
        }
    }

    function makeFunction(description, parameters) {
        return new Symbols.FunctionSymbol.$ctor16(description.name, parameters, description.body, description.text);
    }

    // What names another resource in Log Analytics, and no other Kusto has. Of its tables and columns any may be there.
    function elsewhere(members) {
        const resource = new Symbols.DatabaseSymbol.$ctor1('resource', members, true);
        return ['workspace', 'app', 'resource'].map(function (name) {
            const parameter = new Symbols.Parameter.$ctor1('name', Symbols.ScalarTypes.String);
            return new Symbols.FunctionSymbol.$ctor5(name, resource, [parameter]);
        });
    }

    Schema.prototype.globalsOf = function (members) {
        const database = new Symbols.DatabaseSymbol.$ctor1(this.database, members, false);
        const cluster = new Symbols.ClusterSymbol.$ctor1('cluster', [database], false);
        return Kusto.GlobalState.Default.WithCluster(cluster).WithDatabase(database);
    };

    Schema.prototype.update = function () {
        const members = Array.from(this.tables.values()).concat(this.functions);
        this.globals = this.globalsOf(members);
        // In an editor {name} is a parameter: its value is there when the query is sent.
        this.editing = this.globalsOf(members.concat(elsewhere(members)))
            .WithProperty(System.Boolean, Kusto.Properties.AllowClientParameters, true);
        this.queries = new Map();
        this.kept = 0;
    };

    // {code, service}: parsed and bound once for all questions about it, which are those of an editor.
    Schema.prototype.query = function (text) {
        return this.ask(text, text, this.editing);
    };

    // As it would be sent. There is no difference without a brace, and without a name that only an editor knows.
    Schema.prototype.sentQuery = function (text) {
        const isOther = /\{|\b(workspace|app|resource)\b/.test(text);
        return isOther ? this.ask('\0' + text, text, this.globals) : this.query(text);
    };

    Schema.prototype.ask = function (key, text, globals) {
        let query = this.queries.get(key);
        if (query) {
            this.queries.delete(key);
        } else {
            const code = Kusto.KustoCode.ParseAndAnalyze(text, globals);
            query = { code: code, service: new Editor.KustoCodeService.ctor(code) };
            this.kept += key.length;
        }
        this.queries.set(key, query);
        while (this.kept > mostKept && this.queries.size > 0) {
            const oldest = this.queries.keys().next().value;
            this.queries.delete(oldest);
            this.kept -= oldest.length;
        }
        return query;
    };

    const schemas = new Map();
    let schema = new Schema({ database: 'workspace', tables: [] });

    function addSchema(id, json) {
        schemas.set(id, new Schema(JSON.parse(json)));
    }

    function removeSchema(id) {
        schemas.delete(id);
    }

    function useSchema(id) {
        schema = schemas.get(id);
    }

    // [[table, [[column, type, description]...]]...] of the schema in use.
    function addColumns(json) {
        for (const [name, columns] of JSON.parse(json)) {
            const symbols = columns.map(function (column) {
                const type = scalarTypes[column[1]] || Symbols.ScalarTypes.Dynamic;
                return new Symbols.ColumnSymbol(column[0], type, column[2], null, null, null);
            });
            schema.tables.set(name, new Symbols.TableSymbol.$ctor4(name, symbols));
        }
        schema.update();
    }

    // What was being made when the service was interrupted is not to be trusted: the query, or, where one was being
    // made, the schemas. Whether the engine as a whole is not.
    function forgetQuery(text) {
        for (const key of [text, '\0' + text]) {
            if (schema.queries.delete(key))
                schema.kept -= key.length;
        }
        return root.sondeRuntime.forget();
    }

    function forgetSchemas() {
        schemas.clear();
        return root.sondeRuntime.forget();
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
        this.base = 0; // where the text of what is being written begins in `text`
        this.columns = [];
        this.known = new Map();
        this.bodies = [];
        this.knownBodies = new Map();
    }

    const mostBodyText = 1000000; // a function that calls functions that call functions...

    // What stands elsewhere, as if it stood behind the query.
    TreeWriter.prototype.written = function (node) {
        const base = this.base;
        this.text += '\n';
        this.base = this.text.length - node.TriviaStart;
        this.text += node.ToString(Syntax.IncludeTrivia.All);
        const result = this.node(node);
        this.base = base;
        return result;
    };

    // [[name, default value where it has one]...]
    TreeWriter.prototype.parameters = function (symbol) {
        const writer = this;
        return list(System.Array.getItem(symbol.Signatures, 0).Parameters, function (parameter) {
            const standard = parameter.DefaultValue;
            return standard ? [parameter.Name, writer.written(standard)] : [parameter.Name];
        });
    };

    // Undefined where there is none, or too much of them.
    TreeWriter.prototype.bodyIndex = function (node, kind) {
        const isCall = kind === 'FunctionCallExpression' ||
            (kind === 'NameReference' && kindNames[node.Parent.Kind] !== 'FunctionCallExpression');
        const body = isCall ? node.GetCalledFunctionBody() : null;
        if (!body || this.text.length > mostBodyText)
            return undefined;
        let index = this.knownBodies.get(body);
        if (index === undefined) {
            index = this.bodies.length;
            this.knownBodies.set(body, index);
            this.bodies.push(null);
            this.bodies[index] = {
                c: node.TextStart + this.base, s: this.text.length + 1, t: this.written(body),
                p: this.parameters(node.ReferencedSymbol)
            };
        }
        return index;
    };

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
        const written = this.text.substr(node.TextStart + this.base, node.Width);
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
        const result = { k: kind, s: node.TextStart + this.base, l: node.Width };
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
            if (Bridge.is(type, Symbols.TupleSymbol))
                result.u = this.columnsIndex(type);
        }
        const symbol = node.ReferencedSymbol;
        if (symbol) {
            result.n = symbol.Name;
            result.y = symbolKind(symbol);
        }
        result.b = this.bodyIndex(node, kind);
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

    // A pattern that fits no table is no error of a union that asks for no more than there is.
    function isFuzzyPattern(text, item) {
        return item.c === 'KS142' && text.substr(item.s, item.l).includes('*') &&
            /\bunion\b[^|;]*\bisfuzzy\s*=\s*true\b[^|;]*$/i.test(text.substring(0, item.s));
    }

    function analyze(text) {
        const code = schema.sentQuery(text).code;
        const syntaxErrors = new Map();
        list(code.GetSyntaxDiagnostics(), function (item) { syntaxErrors.set(item.Code + ':' + item.Start, true); });
        const diagnostics = list(code.GetDiagnostics(), diagnostic);
        for (const item of diagnostics) {
            item.p = syntaxErrors.has(item.c + ':' + item.s);
            if (isFuzzyPattern(text, item))
                item.v = 'Warning';
        }
        const writer = new TreeWriter(text);
        const tree = diagnostics.some(function (item) { return item.v === 'Error'; })
            ? { k: 'QueryBlock', s: 0, l: text.length } : writer.node(code.Syntax);
        return JSON.stringify({ tree: tree, columns: writer.columns, bodies: writer.bodies, text: writer.text,
                                diagnostics: diagnostics });
    }

    // A script: queries with empty lines between them, each for itself. Positions are the script's.
    function blocks(text, convert) {
        return list(Kusto.Editor.CodeScript.From$1(text, schema.globals).Blocks, convert);
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

    function complete(text, position) {
        const info = schema.query(text).service.GetCompletionItems(position, Editor.CompletionOptions.Default);
        const items = list(info.Items, function (item) {
            return [item.Kind, item.MatchText || item.DisplayText, item.DisplayText, item.BeforeText, item.AfterText,
                    item.Retrigger ? 1 : 0];
        });
        return JSON.stringify({ s: info.EditStart, l: info.EditLength, i: items });
    }

    function examine(text) {
        const query = schema.query(text);
        const service = query.service;
        const colours = [];
        list(service.GetClassifications(0, text.length).Classifications, function (item) {
            colours.push(item.Start, item.Length, item.Kind);
        });
        const diagnostics = list(service.GetDiagnostics(), diagnostic);
        // Of what cannot run there is nothing to say on what it reads.
        const isRunnable = !diagnostics.some(function (item) { return item.v === 'Error'; });
        return JSON.stringify({ d: diagnostics, c: colours, a: isRunnable ? root.sondeAdvice(query.code) : [],
                                r: isRunnable ? root.sondeReads(query.code) : [] });
    }

    const quickInfoKinds = Editor.QuickInfoKind;
    const problemKinds = new Set([quickInfoKinds.Error, quickInfoKinds.Warning, quickInfoKinds.Suggestion]);

    function quickInfo(text, position) {
        const answer = { p: [] };
        list(schema.query(text).service.GetQuickInfo(position).Items, function (item) {
            if (problemKinds.has(item.Kind))
                answer.p.push(item.Text);
            else if (item.Kind === quickInfoKinds.Text)
                answer.t = item.Text;
            else if (answer.n === undefined)
                answer.n = item.Text;
        });
        return JSON.stringify(answer);
    }

    function references(text, position) {
        const kinds = Editor.RelatedElementKind;
        const found = [];
        list(schema.query(text).service.GetRelatedElements(position).Elements, function (item) {
            if (item.Kind === kinds.Reference || item.Kind === kinds.Declaration)
                found.push([item.Start, item.Length, item.Kind === kinds.Declaration]);
        });
        found.sort(function (a, b) { return a[0] - b[0]; });
        return JSON.stringify({ r: found });
    }

    function typeNames(types) {
        return list(types, function (type) { return type.Name; }).join('|');
    }

    function signature(item, name) {
        const parameters = list(item.Parameters, function (parameter) {
            const types = parameter.DeclaredTypes ? typeNames(parameter.DeclaredTypes) : '';
            const written = types === '' ? parameter.Name : parameter.Name + ': ' + types;
            return parameter.IsOptional ? '[' + written + ']' : written;
        });
        return { n: name, p: parameters, r: item.DeclaredReturnType ? item.DeclaredReturnType.Name : '',
                 m: item.HasRepeatableParameters };
    }

    // The innermost call whose parentheses are around the position.
    function signatures(text, position) {
        let last = position - 1;
        while (last > 0 && /\s/.test(text[last]))
            --last;
        let node = schema.query(text).code.Syntax.GetTokenAt(Math.max(0, last));
        for (; node; node = node.Parent) {
            if (kindNames[node.Kind] !== 'FunctionCallExpression')
                continue;
            const call = node.ArgumentList;
            const open = call.OpenParen.TextStart;
            const close = call.CloseParen;
            if (position <= open || (close.Width > 0 && position > close.TextStart))
                continue;
            const symbol = node.ReferencedSymbol;
            if (!symbol || !symbol.Signatures)
                break;
            return JSON.stringify({
                f: list(symbol.Signatures, function (item) { return signature(item, symbol.Name); }),
                a: argumentAt(call.Expressions, position), s: node.TextStart
            });
        }
        return JSON.stringify({ f: [] });
    }

    // Which one is being written: the separators before the position, counted.
    function argumentAt(expressions, position) {
        let count = 0;
        for (let i = 0; i < expressions.ChildCount; ++i) {
            const separator = expressions.GetChild(i).Separator;
            if (separator && separator.Width > 0 && separator.TextStart < position)
                ++count;
        }
        return count;
    }

    // The selected expression as a variable of its own, named by whom it is for.
    function extract(text, start, length) {
        const service = schema.query(text).service;
        const options = Editor.CodeActionOptions.Default;
        let chosen = null;
        list(service.GetCodeActions(start, start, length, options, true, undefined, noCancel).Actions, function (action) {
            if (!chosen && action.Kind === 'Extract Expression' && Bridge.is(action, Editor.ApplyAction))
                chosen = action;
        });
        const answer = { e: [] };
        if (!chosen)
            return JSON.stringify(answer);
        const result = service.ApplyCodeAction(chosen, start, options, noCancel);
        list(result.Actions, function (action) {
            if (Bridge.is(action, Editor.ChangeTextAction)) {
                answer.e = list(action.Changes, function (edit) {
                    return [edit.Start, edit.DeleteLength, edit.InsertText];
                });
            } else if (Bridge.is(action, Editor.RenameAction) && action.Range) {
                answer.n = action.Range.Start;
                answer.m = action.Range.Length;
            }
        });
        return JSON.stringify(answer);
    }

    root.sonde = {
        addSchema: addSchema, removeSchema: removeSchema, useSchema: useSchema, addColumns: addColumns,
        forgetQuery: forgetQuery, forgetSchemas: forgetSchemas,
        analyze: analyze, check: check, format: format, complete: complete, examine: examine, quickInfo: quickInfo,
        references: references, signatures: signatures, extract: extract
    };
})(this);
