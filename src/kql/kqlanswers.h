#pragma once

#include "core/result.h"
#include "kql/kqlreads.h"
#include "kql/kqltree.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace sonde {

/// What a name of KQL is, as far as a person cares.
enum class KqlNameKind : unsigned char {
    Other,
    Column,
    Table,
    Function,  ///< of the language
    Aggregate, ///< a function for summarize
    Saved,     ///< a function of the workspace
    Local,     ///< a name that a let statement makes
    Parameter,
    Operator, ///< what follows a pipe
    Infix,    ///< == and its like
    Keyword,
    Chart,
    Type,
    Option,
    Snippet ///< text with stops; `before` is its source (see core/snippet.h)
};

/// What could be written at a place of a query.
struct KqlCompletionItem
{
    KqlNameKind kind = KqlNameKind::Other;
    QString name{};        ///< what is typed to find it
    QString label{};       ///< what is shown: a function with its parameters
    QString before{};      ///< what is written: before the caret
    QString after{};       ///< and behind it
    bool isOpener = false; ///< another list is of use once it is written
    QString detail{}; ///< of a column its type, which the service does not say; of a snippet what it is for
    bool operator==(const KqlCompletionItem &) const = default;
};

/// Everything that could, the likeliest first.
struct KqlCompletion
{
    int start = 0; ///< UTF-16 units: what is replaced
    int length = 0;
    QList<KqlCompletionItem> items;
    static Result<KqlCompletion> fromJson(const QByteArray &json);
};

/// How a stretch of the text is coloured.
struct KqlClassification
{
    enum class Kind : unsigned char {
        Text,
        Comment,
        Punctuation,
        Literal,
        String,
        Type,
        Column,
        Table,
        Function,
        Name, ///< a variable or a parameter
        QueryParameter,
        Operator, ///< a word of the language
    };
    int start = 0; ///< UTF-16 units
    int length = 0;
    Kind kind = Kind::Text;
    bool operator==(const KqlClassification &) const = default;
};

/// A way to ask for less, in a query that could run.
struct KqlAdvice
{
    enum class Rule : unsigned char {
        Unfiltered, ///< a table without a condition on the time, where others have one
        Span,       ///< a table that is read over a long time
        Search,     ///< a search through all tables
        Contains,   ///< where `has` finds the same through the index
        Workspaces, ///< more than five of them
        Untimed     ///< all of a table to which no time range applies
    };
    Rule rule = Rule::Unfiltered;
    int start = 0; ///< UTF-16 units
    int length = 0;
    std::optional<double> days{}; ///< of Span: how many are read
    bool operator==(const KqlAdvice &) const = default;
};

/// What the service says of one query.
struct KqlExamination
{
    QList<KqlAdvice>
        advice; ///< that of advice.js, which does not depend on a time range; in the order of the text
    QList<KqlRead> reads; ///< in the order of the text; none where the query cannot run
    QList<KqlDiagnostic> diagnostics;
    QList<KqlClassification> classifications; ///< in the order of the text
    static Result<KqlExamination> fromJson(const QByteArray &json, const QString &text);
};

/// What is said of the name under the pointer; the service's words, English.
struct KqlQuickInfo
{
    QString signature; ///< such as `strlen(string): long`; empty where nothing is known
    QString description;
    QStringList problems;
    bool isEmpty() const { return signature.isEmpty() && description.isEmpty() && problems.isEmpty(); }
    static Result<KqlQuickInfo> fromJson(const QByteArray &json);
};

/// The call that a place of the text is in.
struct KqlSignatures
{
    struct Signature
    {
        QString name;
        QStringList parameters; ///< as they are shown, `value: string`
        QString result;         ///< its type
        bool repeatsLast = false;
    };
    QList<Signature> signatures; ///< empty outside of calls
    int argument = 0;            ///< which one is being written, from 0
    int start = 0;               ///< of the call, UTF-16 units
    static Result<KqlSignatures> fromJson(const QByteArray &json);
};

/// The places of one name in a query.
struct KqlReferences
{
    struct Place
    {
        int start = 0; ///< UTF-16 units
        int length = 0;
        bool isDeclaration = false;
        bool operator==(const Place &) const = default;
    };
    QList<Place> places; ///< in the order of the text; empty where no name is
    /// Whether the query itself declares it, so that it can be renamed.
    bool isLocal() const;
    static Result<KqlReferences> fromJson(const QByteArray &json);
};

/// A change of the text.
struct KqlEdit
{
    struct Piece
    {
        int start = 0; ///< UTF-16 units of the text before any of the pieces
        int length = 0;
        QString text;
    };
    QList<Piece> pieces;  ///< in the order of the text
    int renameStart = -1; ///< of the name to change next, in the text afterwards; -1: none
    int renameLength = 0;
    bool isEmpty() const { return pieces.isEmpty(); }
    static Result<KqlEdit> fromJson(const QByteArray &json);
};

} // namespace sonde
