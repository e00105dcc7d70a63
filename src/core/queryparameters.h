#pragma once

#include "core/parametervalue.h"
#include "core/senttext.h"

#include <QList>
#include <QStringList>

namespace sonde {

/// A value that a query leaves open: `{name}`, or one that it declares with `declare query_parameters(...)`.
struct QueryParameter
{
    /// Where the value is written. UTF-16 units of the query.
    struct Place
    {
        qsizetype start = 0;
        qsizetype length = 0;
        ListForm form = ListForm::Dynamic;
        bool isDefault = false; ///< of a declaration: `= value` goes there
        bool operator==(const Place &) const = default;
    };

    QString name;
    QString declaredType; ///< such as `long`; empty where the query declares none
    /// As declared, else as the text around it wants it; nothing where any could be.
    std::optional<ParameterType> type;
    QString standard; ///< the default value, as the query writes it; empty: none
    QList<Place> places;

    bool isDeclared() const { return !declaredType.isEmpty(); }
    /// Whether it needs a value from outside before the query can run.
    bool isOpen() const { return standard.isEmpty(); }
    bool operator==(const QueryParameter &) const = default;
};

/// Those of \a query, which is one query in KQL, in the order in which they stand in it. `{name}` is one
/// where it stands as a whole token: not in strings, comments, literals such as `datetime(...)` or
/// `dynamic(...)`, not glued to a name or number, and not as the body of a function or the query of
/// `partition by A {T}`. Linear in the text; may be called on any thread.
QList<QueryParameter> queryParameters(QStringView query);

/// Why a query cannot be sent as it is.
struct ParameterProblem
{
    QString name;        ///< of the parameter
    QString message;     ///< one sentence on what is wrong with its value
    QString advice;      ///< one on what to do; may be empty
    bool isOpen = false; ///< it has no value
};

/// The type of \a value as the value of \a parameter: the declared one, else the one chosen by hand, else the
/// one that the text around it wants, else what it looks like. The same for a window and without one.
ParameterType typeOf(const QueryParameter &parameter, const ParameterValue &value);
/// The value that \a parameter has, with that type. Empty where there is none.
ParameterValue valueOf(const QueryParameter &parameter, const ParameterValues &values);

/// What is wrong with the value of \a parameter; nothing where it is good, or where the query does without.
std::optional<ParameterProblem> problemOf(const QueryParameter &parameter, const ParameterValues &values);

/// Writes \a values into \a sent, which is one query in KQL, as literals that mean nothing else. Returns what
/// keeps it from being sent, \a sent is left as it is then; values for other parameters are not looked at.
std::optional<ParameterProblem> fillParameters(SentText &sent, const ParameterValues &values);

} // namespace sonde
