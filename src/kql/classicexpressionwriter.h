#pragma once

#include "core/result.h"
#include "core/ticks.h"
#include "kql/parsedsearch.h"

#include <functional>

namespace sonde {

/// Writes what `extend` calculates, and what a function of `measure` looks at, as an expression of KQL.
///
/// All numbers are calculated as real numbers. What is calculated from a field that a record lacks is absent,
/// too, but for `min` and `max`, which leave it out, and `if`, `map`, `def` and `exists`, which say
/// themselves what becomes of it (source of the functions: Microsoft's "Log Analytics search reference" of
/// July 2017). A function whose meaning the sources do not settle is refused by its name.
///
/// Changes nothing once it is made: may be used by several threads if what tells it the types may.
class ClassicExpressionWriter
{
public:
    struct Written
    {
        QString kql;
        QString type; ///< KQL's; empty where it is not known
        bool needsParentheses = false;
        bool mayBeNull = false; ///< of a bool
    };
    /// A function as a person calls it.
    struct Signature
    {
        const char *name = nullptr;
        const char *parameters = nullptr; ///< with commas between them
    };
    /// KQL's type of a field, empty where it is not known; an error where there is no such field.
    using FieldType = std::function<Result<QString>(const QString &field, int position)>;

    /// \a search is the whole text, for positions; it has to outlive the writer. With \a isNowMoving NOW
    /// becomes `now()` and not the moment \a now.
    ClassicExpressionWriter(const QString &search, FieldType typeOf, Ticks now, bool isNowMoving);

    /// Fails with Query and a position.
    Result<Written> write(const ClassicExpression &expression) const;

    /// The functions that are translated, the likeliest first. From any thread.
    static std::vector<Signature> signatures();

private:
    struct Function;
    using Arguments = std::vector<ClassicExpression>;
    using Writer = Result<Written> (ClassicExpressionWriter::*)(const ClassicExpression &) const;
    static const std::vector<Function> &functions();

    Result<Written> writeField(const ClassicExpression &expression) const;
    Result<Written> writeDate(const ClassicExpression &expression) const;
    Result<Written> writeCall(const ClassicExpression &call) const;
    Result<Written> writeFormula(const ClassicExpression &call, const Function &function) const;
    Result<Written> writeChain(const ClassicExpression &call) const;
    Result<Written> writeExtreme(const ClassicExpression &call) const;
    Result<Written> writeIf(const ClassicExpression &call) const;
    Result<Written> writeMap(const ClassicExpression &call) const;
    Result<Written> writeDefault(const ClassicExpression &call) const;
    Result<Written> writeExists(const ClassicExpression &call) const;
    Result<Written> writeLogic(const ClassicExpression &call) const;
    Result<Written> writeNot(const ClassicExpression &call) const;
    Result<Written> writeMilliseconds(const ClassicExpression &call) const;

    Result<Written> number(const ClassicExpression &expression) const;
    Result<std::vector<Written>> numbers(const ClassicExpression &call) const;
    Result<Written> asNumber(const Written &written, int position) const;
    Result<QString> condition(const ClassicExpression &expression) const;
    Result<Written> instant(const ClassicExpression &expression) const;
    Result<std::vector<Written>> alike(const ClassicExpression &call, std::size_t from) const;
    tl::unexpected<Error> refuse(int position, const QString &message, const QString &advice = {}) const;

    const QString &m_search;
    FieldType m_typeOf;
    Ticks m_now;
    bool m_isNowMoving;
};

} // namespace sonde
