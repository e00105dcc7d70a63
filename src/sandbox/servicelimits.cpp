#include "sandbox/servicelimits.h"

#include <QCoreApplication>
#include <limits>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServiceLimits)
};

} // namespace

Result<void> ServiceLimits::set(const QString &limit)
{
    const auto equals = limit.indexOf(u'=');
    const QString name = limit.left(equals).trimmed();
    bool valid = false;
    const qint64 number = limit.mid(equals + 1).toLongLong(&valid);
    const bool isSmall = number <= std::numeric_limits<int>::max();
    const bool isNatural = equals > 0 && valid && number >= 0;
    if (isNatural && name == u"rows")
        rows = number;
    else if (isNatural && name == u"bytes")
        bytes = number;
    else if (isNatural && name == u"wait" && number > 0 && number <= 600)
        wait = static_cast<int>(number);
    else if (isNatural && name == u"requests" && isSmall)
        requests = static_cast<int>(number);
    else if (isNatural && name == u"concurrent" && isSmall)
        concurrent = static_cast<int>(number);
    else
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a limit the sandbox knows.").arg(limit),
                       Words::tr("Use one of: %1.").arg(names()));
    return {};
}

Result<ServiceLimits> ServiceLimits::parse(const QStringList &limits)
{
    ServiceLimits parsed;
    for (const QString &limit : limits) {
        if (auto set = parsed.set(limit); !set)
            return tl::unexpected(set.error());
    }
    return parsed;
}

QString ServiceLimits::names()
{
    const ServiceLimits usual;
    return QStringLiteral("rows=%1, bytes=%2, wait=%3, requests=%4, concurrent=%5")
        .arg(usual.rows)
        .arg(usual.bytes)
        .arg(usual.wait)
        .arg(usual.requests)
        .arg(usual.concurrent);
}

ServiceLimits ServiceLimits::ofOnePerson()
{
    ServiceLimits limits;
    limits.requests = 0;
    limits.concurrent = 0;
    return limits;
}

} // namespace sonde
