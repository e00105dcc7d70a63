#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sonde {

/// A piece of a query that is written again and again, under a name. Its text has stops that the caret goes
/// through: `${1:1h}` is the first one, with the text that stands there at first; `${0}` is where the caret
/// is in the end. The same number twice is written at once. `$${1}` is the characters `${1}`, `\}` within the
/// text of a stop does not close it, and any other dollar sign or backslash stands for itself.
struct Snippet
{
    /// Where it is offered.
    enum class Place : unsigned char {
        Query,     ///< where a query begins
        Pipe,      ///< behind a pipe
        Expression ///< where a value is written
    };

    QString name; ///< what is typed to find it
    QString description{};
    Place place = Place::Pipe;
    QString text{};
    bool operator==(const Snippet &) const = default;
};

/// The one of that name, whatever the case; null where there is none.
const Snippet *snippetOf(const QList<Snippet> &snippets, const QString &name);
Snippet *snippetOf(QList<Snippet> &snippets, const QString &name);

/// What the text of a snippet says.
struct SnippetText
{
    struct Stop
    {
        int number = 0;
        qsizetype start = 0; ///< in `text`, UTF-16 units
        qsizetype length = 0;
        bool operator==(const Stop &) const = default;
    };

    QString text;      ///< as it is inserted
    QList<Stop> stops; ///< in the order of the text
    QString problem;   ///< a sentence on what is hardly meant so; empty where nothing is

    /// Anything is one: what is no stop is text.
    static SnippetText read(const QString &source);
    /// The source that read() makes this of.
    QString toSource() const;

    /// The numbers in the order in which the caret goes through them; the last one is 0, also where the text
    /// has no such stop: that is behind its end.
    QList<int> order() const;
    /// With that white space before all lines but the first one.
    SnippetText indented(const QString &indent) const;
};

/// Why that cannot be a snippet's name, as a sentence; empty where it can. \a others are those of the other
/// snippets: names that differ in capitals alone could not be told apart while typing.
QString snippetNameProblem(const QString &name, const QStringList &others);

QJsonObject toJson(const Snippet &snippet);
/// \a problem becomes a sentence where it is not one; the snippet then has what could be read.
Snippet snippetFromJson(const QJsonValue &json, QString &problem);

} // namespace sonde
