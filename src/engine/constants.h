#pragma once

#include "engine/scalarfunctions.h"

#include <QStringList>
#include <optional>

namespace sonde {

/// What an expression is worth where the query itself says it: a literal or texts put together. Internal to
/// the engine.
std::optional<QString> constantText(const SqlExpression &expression);
std::optional<std::int64_t> constantWhole(const SqlExpression &expression);

/// A regular expression that stands in the query. Internal to the engine.
class Pattern
{
public:
    explicit Pattern(QString text);

    /// As RE2 takes it.
    const QString &text() const { return m_text; }
    /// The names of its capture groups in order; those without one are empty.
    const QStringList &groups() const { return m_names; }
    /// Whether a `|` stands outside of all parentheses.
    bool hasAlternatives() const { return m_hasAlternatives; }
    /// The same with no group but that one, which becomes the first; 0: with none.
    QString withGroup(qsizetype group) const;

private:
    QString m_text;
    QStringList m_names;
    bool m_hasAlternatives = false;
    QList<qsizetype> m_opening; ///< where each group's parenthesis stands
    QList<qsizetype> m_inside;  ///< where what it holds begins
};

/// The argument as a pattern, or a refusal.
Result<Pattern> patternOf(const FunctionCall &call, std::size_t argument);

} // namespace sonde
