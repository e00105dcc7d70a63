#include "kql/classictranslator.h"

#include "kql/classicparser.h"
#include "kql/classicquerywriter.h"

#include <QCoreApplication>

namespace sonde {

namespace {

/// The embedded workspace and the service refuse longer queries.
constexpr qsizetype longestQuery = 1'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

tl::unexpected<Error> refuseLength()
{
    Error error;
    error.kind = ErrorKind::Query;
    error.serviceCode = QStringLiteral("QuerySyntax");
    error.message = Words::tr("The search is too long.");
    error.advice = Words::tr("Run it in parts.");
    return failure(std::move(error));
}

} // namespace

ClassicTranslator::ClassicTranslator(QList<KqlTable> tables)
    : m_tables(std::move(tables))
{}

Result<ClassicTranslation> ClassicTranslator::translate(const QString &search, const QDateTime &nowUtc,
                                                        ClassicNow now) const
{
    if (search.size() > longestSearch)
        return refuseLength();
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return failure(parsed.error());
    auto translation =
        ClassicQueryWriter(search, m_tables, toTicks(nowUtc), now == ClassicNow::Moving).write(*parsed);
    if (translation && translation->kql.size() > longestQuery)
        return refuseLength();
    return translation;
}

} // namespace sonde
