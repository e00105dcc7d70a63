#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

class QJsonArray;

namespace sonde {

/// What the language service says about a piece of the text.
struct KqlDiagnostic
{
    enum class Severity { Error, Warning, Suggestion };
    Severity severity = Severity::Error;
    QString code;        ///< the language service's own, such as KS006
    QString message;     ///< the language service's words, English
    bool syntax = false; ///< found by the parser; otherwise by the binder
    int start = 0;       ///< UTF-16 units from the beginning of the text
    int length = 0;
    TextPosition position; ///< of `start`
};

/// Reads those of glue.js.
QList<KqlDiagnostic> kqlDiagnosticsFrom(const QJsonArray &json, const QString &text);
/// Reads glue.js's JSON. Decode if it is not of that form.
Result<QList<KqlDiagnostic>> kqlDiagnosticsFromJson(const QByteArray &json, const QString &text);

/// One node of the bound syntax tree, as resources/kql/glue.js hands it over. A plain value.
struct KqlNode
{
    QString kind; ///< the language service's SyntaxKind, such as `SummarizeOperator`
    /// Tokens and names: the text. Literals: the value in the form that glue.js describes. Otherwise empty.
    QString value;
    bool nullLiteral = false; ///< such as int(null)
    int start = 0;            ///< UTF-16 units from the beginning of the text, without leading white space
    int length = 0;
    QString type;       ///< result type of an expression, such as `long`; empty where it has none
    QString symbol;     ///< name of the function, column, table or variable it refers to
    QString resultName; ///< of an element of a list: the column name it gets without an alias; may be empty
    QString symbolKind; ///< ColumnSymbol, FunctionSymbol, TableSymbol, VariableSymbol...; empty if none
    bool hasColumns = false;  ///< the result is tabular, and `columns` is known
    QList<KqlColumn> columns; ///< of a tabular result: the names and types that the binder gives
    QList<KqlColumn> tuple;   ///< of a call that becomes several columns: their names and types
    int body = -1; ///< of the call of a function that is defined in KQL: its place in KqlTree::bodies
    std::vector<KqlNode> children; ///< in the order of the text; children that are absent are left out

    bool is(QLatin1StringView name) const { return kind == name; }
    /// The first child of that kind, or null.
    const KqlNode *child(QLatin1StringView name) const;
    /// A word of the language itself; glue.js leaves punctuation out.
    bool isToken() const
    {
        return kind.endsWith(QLatin1String("Token")) || kind.endsWith(QLatin1String("Keyword"));
    }
};

/// A parameter of a function that is defined in KQL.
struct KqlParameter
{
    QString name;
    std::optional<KqlNode> standard; ///< its value where a call gives none
};

/// What a function does that is defined in KQL, bound with the types of one call.
struct KqlBody
{
    KqlNode root; ///< a FunctionBody
    std::vector<KqlParameter> parameters;
    int start = 0; ///< where its text begins behind the query's
    int call = 0;  ///< where the first such call begins
};

/// The answer of the language service: the bound tree and everything it found wrong.
struct KqlTree
{
    QString text; ///< the query, and behind it the bodies of functions and the default values of parameters
    KqlNode root;
    std::vector<KqlBody> bodies;
    QList<KqlDiagnostic> diagnostics;

    /// The first diagnostic that keeps the query from running, parser before binder; null if there is none.
    const KqlDiagnostic *firstError() const;
    /// `text` without what stands behind the query.
    QString queryText() const;
    /// Where in the query a node stands, or the call that its function's body belongs to.
    int placeOf(const KqlNode &node) const;

    /// Reads glue.js's JSON. Decode if it is not of that form.
    static Result<KqlTree> fromJson(const QByteArray &json, const QString &text);
};

/// Line and column (UTF-16) of an offset into a text; `\n`, `\r\n` and `\r` end a line.
TextPosition textPositionAt(const QString &text, qsizetype offset);

/// The word, number or single character that stands at a place in a query; empty at the end of the text.
QString tokenAt(const QString &text, const TextPosition &position);

} // namespace sonde
