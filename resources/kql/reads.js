// Which tables a query reads, and what its own conditions on TimeGenerated leave of each, read from its bound tree.
//
// A read is [start, length, state, condition]; states are below. A condition is ['and', condition...],
// ['or', condition...], ['not', condition], ['>=', value], ['<=', value], ['==', value], true (nothing is said of the
// time) or null (something is, but it is not understood: it may leave less). A value is ['datetime', text],
// ['timespan', text], ['number', text], ['string', text] as written, [name, value...] for a call or an operator, or
// null where it is none of these. The values are worked out by the program, at its own now.
(function (root) {
    'use strict';
    const Kusto = root.Kusto.Language;
    const Symbols = Kusto.Symbols;
    const Binder = Kusto.Binding.Binder;
    const timeColumn = 'TimeGenerated';
    const states = { timed: 0, unknown: 1, unlimited: 2, limited: 3 }; // the last two: without a column of the time
    // A name may be used twice in a name that is used twice: so much is followed, and then nothing is said.
    const mostSteps = 5000;

    const kindOf = root.sondeNodes.kindOf;
    const visit = root.sondeNodes.visit;

    function items(list) {
        const found = [];
        for (let i = 0; list && i < list.ChildCount; ++i)
            found.push(list.GetChild(i).GetChild(0));
        return found;
    }

    function unwrapped(node) {
        while (node && kindOf(node) === 'ParenthesizedExpression')
            node = node.Expression;
        return node;
    }

    // What is known of the names while a table's rows go through a pipe: which are its time, which are made of it, and
    // whether a condition still is one on what is read.
    function Names(like) {
        this.same = new Set(like ? like.same : [timeColumn]);
        this.derived = new Set(like ? like.derived : []);
        this.passes = like ? like.passes : true;
    }

    Names.prototype.isTime = function (node) {
        node = unwrapped(node);
        return !!node && kindOf(node) === 'NameReference' && this.same.has(node.SimpleName);
    };

    Names.prototype.isIn = function (node) {
        const names = this;
        let isIn = false;
        visit(node, function (part, kind) {
            if (kind === 'PipeExpression')
                return false; // a query of its own
            if (kind === 'NameReference')
                isIn = isIn || names.same.has(part.SimpleName) || names.derived.has(part.SimpleName);
            return !isIn;
        });
        return isIn;
    };

    // The operators through which a row goes with its time, so that a condition behind them is one before them.
    const passing = new Set(['FilterOperator', 'ProjectOperator', 'ProjectAwayOperator', 'ProjectKeepOperator',
                             'ProjectReorderOperator', 'ProjectRenameOperator', 'ProjectByNamesOperator',
                             'ExtendOperator', 'SortOperator', 'MvExpandOperator', 'ParseOperator',
                             'ParseWhereOperator', 'ParseKvOperator', 'DistinctOperator', 'SerializeOperator',
                             'AsOperator', 'JoinOperator', 'LookupOperator', 'UnionOperator', 'RenderOperator',
                             'ConsumeOperator', 'SearchOperator']);

    // What a condition behind it is about are other rows: groups of those that were read, or some of them.
    Names.prototype.end = function () {
        this.same = new Set();
        this.derived = new Set();
    };

    // Of the rows that were read only what they are grouped by is left.
    Names.prototype.group = function (operator) {
        const before = new Names(this);
        this.end();
        for (const key of operator.ByClause ? items(operator.ByClause.Expressions) : []) {
            const isNamed = kindOf(key) === 'SimpleNamedExpression';
            const name = isNamed ? key.Name.SimpleName : Binder.GetExpressionResultName(key, timeColumn);
            if (before.isTime(isNamed ? key.Expression : key))
                this.same.add(name);
            else if (before.isIn(key))
                this.derived.add(name);
        }
    };

    Names.prototype.rename = function (operator) {
        const names = this;
        const same = new Set(this.same);
        visit(operator, function (part, partKind) {
            if (partKind === 'PipeExpression')
                return false;
            if (partKind !== 'SimpleNamedExpression')
                return true;
            const name = part.Name.SimpleName;
            if (names.isTime(part.Expression)) {
                same.add(name);
            } else {
                same.delete(name);
                if (names.isIn(part.Expression))
                    names.derived.add(name);
            }
            return true;
        });
        this.same = same;
    };

    Names.prototype.follow = function (operator, kind) {
        if (kind === 'SummarizeOperator') {
            this.group(operator);
            return;
        }
        if (/^(Take|Top|Sample|Count|GetSchema|MakeSeries)Operator$/.test(kind)) {
            this.end();
            return;
        }
        this.rename(operator);
        const isOfRight = kind === 'JoinOperator' && /kind\s*=\s*right(semi|anti)/.test(operator.ToString());
        if (!passing.has(kind) || isOfRight) {
            this.passes = false;
            this.derived.add(timeColumn);
        }
    };

    // Values.

    const functions = new Set(['now', 'ago', 'startofday', 'startofweek', 'startofmonth', 'startofyear', 'endofday',
                               'endofweek', 'endofmonth', 'endofyear', 'bin', 'floor', 'datetime_add', 'todatetime',
                               'totimespan']);
    const operators = { AddExpression: '+', SubtractExpression: '-', MultiplyExpression: '*', DivideExpression: '/' };
    const literals = { DateTimeLiteralExpression: 'datetime', TimespanLiteralExpression: 'timespan',
                       LongLiteralExpression: 'number', IntLiteralExpression: 'number',
                       RealLiteralExpression: 'number' };

    function Values(lets) {
        this.lets = lets; // by name; null where there are several of that name
    }

    Values.prototype.of = function (node, depth) {
        const values = this;
        node = unwrapped(node);
        if (!node || depth > 30)
            return null;
        function all(name, parts) {
            const made = parts.map(function (part) { return values.of(part, depth + 1); });
            return made.includes(null) ? null : [name].concat(made);
        }
        const kind = kindOf(node);
        if (literals[kind])
            return [literals[kind], node.ToString().trim()];
        if (kind === 'StringLiteralExpression')
            return ['string', String(node.LiteralValue)];
        if (operators[kind])
            return all(operators[kind], [node.Left, node.Right]);
        if (kind === 'UnaryMinusExpression')
            return all('negative', [node.Expression]);
        if (kind === 'NameReference')
            return this.ofName(node, depth);
        if (kind === 'FunctionCallExpression' && functions.has(node.Name.SimpleName))
            return all(node.Name.SimpleName, items(node.ArgumentList.Expressions));
        return null;
    };

    Values.prototype.ofName = function (node, depth) {
        const let_ = this.lets.get(node.SimpleName);
        return let_ && Bridge.is(node.ReferencedSymbol, Symbols.VariableSymbol)
            ? this.of(let_.Expression, depth + 1) : null;
    };

    // Conditions.

    const comparisons = { GreaterThanExpression: '>=', GreaterThanOrEqualExpression: '>=', LessThanExpression: '<=',
                          LessThanOrEqualExpression: '<=', EqualExpression: '==' };
    const turned = { '>=': '<=', '<=': '>=', '==': '==' };

    // The terms of `a or b or c`, which the tree has as (a or b) or c, hundreds deep in places.
    function terms(node, kind) {
        const found = [];
        while (kindOf(node) === kind) {
            found.push(node.Right);
            node = unwrapped(node.Left);
        }
        return found.concat(node).reverse();
    }

    Values.prototype.condition = function (node, names) {
        const values = this;
        node = unwrapped(node);
        const kind = node ? kindOf(node) : '';
        if (kind === 'AndExpression' || kind === 'OrExpression') {
            const parts = terms(node, kind).map(function (term) { return values.condition(term, names); });
            return [kind === 'AndExpression' ? 'and' : 'or'].concat(parts);
        }
        if (!node || !names.isIn(node))
            return true;
        if (kind === 'FunctionCallExpression' && node.Name.SimpleName === 'not') {
            const inner = items(node.ArgumentList.Expressions);
            return inner.length === 1 ? ['not', this.condition(inner[0], names)] : null;
        }
        if (kind === 'BetweenExpression' && names.isTime(node.Left))
            return this.between(node.Right);
        if (kind === 'NotBetweenExpression' && names.isTime(node.Left))
            return ['not', this.between(node.Right)];
        if (comparisons[kind])
            return this.comparison(comparisons[kind], node, names);
        return null;
    };

    Values.prototype.comparison = function (sign, node, names) {
        if (names.isTime(node.Right))
            return this.comparison(turned[sign], { Left: node.Right, Right: node.Left }, names);
        if (!names.isTime(node.Left))
            return null;
        const value = this.of(node.Right, 0);
        return value && [sign, value];
    };

    // (from .. to), where the second may be a length.
    Values.prototype.between = function (couple) {
        const from = this.of(couple.First, 0);
        const second = couple.Second && couple.Second.ResultType;
        let to = this.of(couple.Second, 0);
        if (to && from && second === Symbols.ScalarTypes.TimeSpan)
            to = ['+', from, to];
        else if (second === Symbols.ScalarTypes.TimeSpan)
            to = null;
        return ['and', from && ['>=', from], to && ['<=', to]];
    };

    // make-series takes what lies between from and to of the column it is on.
    Values.prototype.series = function (operator, names) {
        if (!operator.OnClause || !names.isTime(operator.OnClause.Expression))
            return true;
        const bounds = ['and'];
        const values = this;
        visit(operator, function (part, kind) {
            if (kind === 'MakeSeriesFromClause' || kind === 'MakeSeriesToClause') {
                const value = values.of(part.Expression, 0);
                bounds.push(value && [kind === 'MakeSeriesFromClause' ? '>=' : '<=', value]);
            }
            return true;
        });
        return bounds;
    };

    // Tables.

    function hasTime(table) {
        const columns = table.Columns;
        for (let i = 0; i < System.Array.getCount(columns); ++i) {
            if (System.Array.getItem(columns, i).Name === timeColumn)
                return true;
        }
        return false;
    }

    // Whether it has a column of the time; undefined where the node is no table.
    function timeOfTable(node, kind) {
        if (kind === 'NameReference' && node.ReferencedSymbol) {
            if (Bridge.is(node.ReferencedSymbol, Symbols.TableSymbol)) {
                // Of a table whose columns nobody knows the usual is thought.
                return System.Array.getCount(node.ReferencedSymbol.Columns) === 0 || hasTime(node.ReferencedSymbol);
            }
            const isPattern = Bridge.is(node.ReferencedSymbol, Symbols.GroupSymbol)
                && kindOf(node.GetChild(0)) === 'WildcardedName';
            return isPattern ? true : undefined;
        }
        if (kind === 'FunctionCallExpression' && node.Name.SimpleName === 'table') {
            return node.ResultType && Bridge.is(node.ResultType, Symbols.TableSymbol)
                ? System.Array.getCount(node.ResultType.Columns) === 0 || hasTime(node.ResultType) : true;
        }
        // Of another workspace, of which nothing is known here.
        const isElsewhere = kind === 'PathExpression' && node.Expression
            && kindOf(node.Expression) === 'FunctionCallExpression'
            && /^(workspace|app|resource|cluster|database)$/.test(node.Expression.Name.SimpleName);
        return isElsewhere ? true : undefined;
    }

    function Reader(code) {
        const reader = this;
        this.tables = [];
        this.uses = new Map();
        this.lets = new Map();
        this.steps = 0;
        visit(code.Syntax, function (node, kind) {
            const time = timeOfTable(node, kind);
            if (time !== undefined) {
                reader.tables.push([node, time]);
                return kind === 'NameReference';
            }
            if (kind === 'LetStatement')
                reader.lets.set(node.Name.SimpleName, reader.lets.has(node.Name.SimpleName) ? null : node);
            if (kind === 'NameReference' && node.ReferencedSymbol
                && !Bridge.is(node.ReferencedSymbol, Symbols.ColumnSymbol)) {
                if (!reader.uses.has(node.SimpleName))
                    reader.uses.set(node.SimpleName, []);
                reader.uses.get(node.SimpleName).push(node);
            }
            return true;
        });
        this.values = new Values(this.lets);
    }

    // What an operator of the pipe demands of the rows before it.
    Reader.prototype.demand = function (operator, kind, names) {
        let condition = true;
        if (kind === 'FilterOperator' || kind === 'SearchOperator')
            condition = this.values.condition(operator.Condition, names);
        else if (kind === 'MakeSeriesOperator')
            condition = this.values.series(operator, names);
        return condition === true || names.passes ? condition : null;
    };

    // All conditions on what `node` brings: those that follow it in its own pipe, or in one that it is a part of by a
    // union, or wherever the name is used that it is given.
    Reader.prototype.conditions = function (node, names, seen) {
        const all = ['and'];
        for (let at = node; at.Parent; at = at.Parent) {
            if (++this.steps > mostSteps)
                throw new RangeError('too many uses');
            const parent = at.Parent;
            const kind = kindOf(parent);
            if (kind === 'PipeExpression' && parent.Expression === at) {
                const operatorKind = kindOf(parent.Operator);
                all.push(this.demand(parent.Operator, operatorKind, names));
                names.follow(parent.Operator, operatorKind);
            } else if (kind === 'PipeExpression' && kindOf(at) !== 'UnionOperator') {
                break; // a part of a join or a condition: what follows is about other rows
            } else if (kind === 'JoinOperator' || kind === 'LookupOperator') {
                break;
            } else if (kind === 'FunctionCallExpression' && parent.Name.SimpleName === 'toscalar') {
                break;
            } else if (kind === 'SearchOperator' || kind === 'FindOperator') {
                all.push(this.values.condition(parent.Condition, names));
                if (kind === 'FindOperator')
                    names.passes = false;
            } else if (kind === 'LetStatement') {
                const name = parent.Name.SimpleName;
                if (!seen.has(name))
                    all.push(this.conditionsOfUses(name, names, new Set(seen).add(name)));
                break;
            }
        }
        return all;
    };

    Reader.prototype.conditionsOfUses = function (name, names, seen) {
        const uses = this.lets.get(name) ? this.uses.get(name) || [] : [];
        if (uses.length === 0)
            return true;
        const reader = this;
        return ['or'].concat(uses.map(function (use) { return reader.conditions(use, new Names(names), seen); }));
    };

    // Whether its own pipe narrows it in any way.
    function isLimited(node) {
        for (let at = node; at.Parent; at = at.Parent) {
            const parent = at.Parent;
            if (/^(Join|Lookup)Operator$/.test(kindOf(parent)))
                return false;
            if (kindOf(parent) === 'PipeExpression' && parent.Expression === at
                && /^(Filter|Take|Top|Search|Sample|GetSchema)Operator$/.test(kindOf(parent.Operator)))
                return true;
        }
        return false;
    }

    // Without the parts that say nothing.
    function simplified(condition) {
        if (!Array.isArray(condition))
            return condition;
        const word = condition[0];
        if (word === 'not') {
            const inner = simplified(condition[1]);
            return inner === true ? true : ['not', inner];
        }
        if (word !== 'and' && word !== 'or')
            return condition;
        const parts = condition.slice(1).map(simplified);
        if (word === 'or')
            return parts.includes(true) ? true : parts.length === 1 ? parts[0] : ['or'].concat(parts);
        const saying = parts.filter(function (part) { return part !== true; });
        return saying.length === 0 ? true : saying.length === 1 ? saying[0] : ['and'].concat(saying);
    }

    function reads(code) {
        const reader = new Reader(code);
        return reader.tables.map(function (table) {
            const node = table[0];
            const place = [node.TextStart, node.Width];
            if (!table[1])
                return place.concat(isLimited(node) ? states.limited : states.unlimited, true);
            try {
                return place.concat(states.timed, [simplified(reader.conditions(node, new Names(), new Set()))]);
            } catch (error) {
                if (!(error instanceof RangeError))
                    throw error;
                return place.concat(states.unknown, null);
            }
        });
    }

    root.sondeReads = reads;
})(this);
