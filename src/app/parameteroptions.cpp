#include "app/parameteroptions.h"

#include "core/queryparameters.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Option
{
    QString name;
    std::optional<ParameterType> type;
    QString value;
};

Result<Option> optionOf(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    QString name = text.left(std::max<qsizetype>(equals, 0));
    const qsizetype colon = name.indexOf(u':');
    const QString type = colon < 0 ? QString() : name.mid(colon + 1);
    name.truncate(colon < 0 ? name.size() : colon);
    if (equals < 0 || name.isEmpty()) {
        return failure(ErrorKind::Usage, Words::tr("“%1” gives no parameter a value.").arg(text),
                       Words::tr("Write it as --param name=value or --param name:type=value."));
    }
    const auto known = parameterTypeFromName(type);
    if (colon >= 0 && !known) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a type of parameters.").arg(type),
                       Words::tr("Types are string, number, datetime, timespan and list."));
    }
    return Option{name, colon < 0 ? std::nullopt : known, text.mid(equals + 1)};
}

/// \a names are those that the query has.
Result<void> addValue(const Option &option, const QStringList &names, const QSet<QString> &known,
                      ParameterValues &values)
{
    if (!known.contains(option.name)) {
        QString advice = Words::tr("It has none at all.");
        if (!names.isEmpty()) {
            //: %1: the names of parameters
            advice = Words::tr("It has: %1.").arg(names.join(QLatin1String(", ")));
        }
        return failure(ErrorKind::Usage, Words::tr("The query has no parameter “%1”.").arg(option.name),
                       advice);
    }
    if (values.contains(option.name)) {
        return failure(ErrorKind::Usage, Words::tr("The parameter “%1” is given twice.").arg(option.name),
                       Words::tr("Give several values as a list: --param name=one,two."));
    }
    values.insert(option.name, {option.type, option.value, option.value.isEmpty()});
    return {};
}

/// For a window there is a field beside the sentence; here it says which parameter it is about.
Error errorOf(const ParameterProblem &problem)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = problem.message;
    error.advice = problem.advice;
    if (problem.isOpen) {
        error.advice = Words::tr("Give it with --param %1=VALUE.").arg(problem.name);
    } else {
        //: %1: the name of a parameter; %2: a sentence on what is wrong with its value
        error.message = Words::tr("The value of “%1”: %2").arg(problem.name, problem.message);
    }
    return error;
}

} // namespace

Result<SentText> withParameters(const Query &query, const QStringList &options)
{
    SentText text(query.text);
    const bool isKql = query.language == QueryLanguage::Kql;
    if (!isKql && !options.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("A classic search has no parameters."),
                       Words::tr("Leave --param out, or ask in KQL."));
    if (!isKql)
        return text;
    const QList<QueryParameter> parameters = queryParameters(query.text);
    QStringList names;
    for (const QueryParameter &parameter : parameters)
        names << parameter.name;
    const QSet<QString> known(names.cbegin(), names.cend());
    ParameterValues values;
    for (const QString &given : options) {
        const auto option = optionOf(given);
        if (!option)
            return failure(option.error());
        if (auto added = addValue(*option, names, known, values); !added)
            return failure(added.error());
    }
    if (const auto problem = fillParameters(text, values))
        return failure(errorOf(*problem));
    return text;
}

} // namespace sonde
