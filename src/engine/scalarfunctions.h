#pragma once

#include "core/ticks.h"
#include "engine/comparisons.h"
#include "engine/refusal.h"
#include "engine/sqlexpression.h"

#include <QHash>
#include <vector>

namespace sonde {

struct ExpressionScope;

/// A call as the function tables see it: arguments already translated. Internal to the engine.
struct FunctionCall
{
    const KqlNode &node;
    const std::vector<SqlExpression> &arguments;
    ColumnType type; ///< of the result, as the binder has it
    const Refusal &refusal;
    const Comparisons &comparisons;
    Ticks now;
    const QHash<QString, SqlExpression> &options; ///< `set name = value`
    bool &readsRow;
    const ExpressionScope &scope; ///< who reads its columns asks row() for them

    /// The scope; from now on the call is one that reads columns of the rows at hand.
    const ExpressionScope &row() const
    {
        readsRow = true;
        return scope;
    }
};

/// One function: either SQL with $1, $2... for arguments of fixed types, or code where the types decide.
struct ScalarFunction
{
    using Build = Result<SqlExpression> (*)(const FunctionCall &);
    const char *name;
    std::vector<ColumnType> parameters; ///< of `sql`: all of them are given; narrower arguments are widened
    const char *sql = nullptr;
    bool mayBeNull = false; ///< even where no argument is null
    Build build = nullptr;
};

/// nullptr if the engine does not have it.
const ScalarFunction *findScalarFunction(const QString &name);
Result<SqlExpression> applyScalar(const ScalarFunction &function, const FunctionCall &call);

/// $1, $2... replaced by the arguments' SQL.
QString fillTemplate(const char *sql, const std::vector<SqlExpression> &arguments);

} // namespace sonde
