#pragma once

#include "core/ticks.h"

#include <QHash>
#include <QList>
#include <QString>
#include <vector>

/// The rows that the judge of classic searches looks at. Everything here is plain and slow on purpose, and
/// shares nothing with the translator or the engine but the parser: what AND, OR and NOT join is written down
/// in tst_classicjudge and tst_classictranslator.
namespace sonde::classicjudge {

struct Value
{
    enum class Kind { Absent, Bool, Number, Time, Text };
    Kind kind = Kind::Absent;
    double number = 0; ///< also of a bool
    Ticks ticks = 0;
    QString text;

    static Value of(double number) { return {Kind::Number, number, 0, {}}; }
    static Value of(bool truth) { return {Kind::Bool, truth ? 1.0 : 0.0, 0, {}}; }
    static Value at(Ticks ticks) { return {Kind::Time, 0, ticks, {}}; }
    /// An empty text is no value.
    static Value of(const QString &text) { return text.isEmpty() ? Value() : Value{Kind::Text, 0, 0, text}; }
    bool isAbsent() const { return kind == Kind::Absent; }
};

/// -1, 0 or 1; what is absent comes first.
int compare(const Value &left, const Value &right);
/// The same but for the last digits of a number.
bool isSame(const Value &left, const Value &right);
/// As a word is looked for in it.
QString textOf(const Value &value);

using Record = QHash<QString, Value>;
using Records = std::vector<Record>;

QString shown(const Record &record);

struct RecordTable
{
    QString name;
    QList<std::pair<QString, Value::Kind>> fields;
    bool hasTypeColumn = false;
    Records rows;
};

} // namespace sonde::classicjudge
