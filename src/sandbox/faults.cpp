#include "sandbox/faults.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Faults)
};

std::optional<int> naturalNumber(const QString &text)
{
    bool valid = false;
    const int number = text.toInt(&valid);
    return valid && number >= 0 ? std::optional(number) : std::nullopt;
}

bool takeSwitch(Faults &faults, const QString &name)
{
    if (name == u"500" || name == u"503" || name == u"504")
        faults.status = name.toInt();
    else if (name == u"truncated")
        faults.truncated = true;
    else if (name == u"partial-error")
        faults.partialError = true;
    else if (name == u"gone")
        faults.gone = true;
    else if (name == u"expire-poll")
        faults.pollExpired = true;
    else
        return false;
    return true;
}

bool takeNumber(Faults &faults, const QString &name, int number)
{
    if (name == u"delay")
        faults.delay = std::chrono::milliseconds(number);
    else if (name == u"pending")
        faults.pendings = number;
    else if (name == u"unauthorized-after")
        faults.unauthorizedAfter = number;
    else if (name == u"throttle")
        faults.throttled = number;
    else if (name == u"cut-after")
        faults.cutAfter = static_cast<std::size_t>(number);
    else if (name == u"trickle" && number > 0)
        faults.trickle = static_cast<std::size_t>(number);
    else
        return false;
    return true;
}

} // namespace

Result<void> Faults::add(const QString &fault)
{
    const auto equals = fault.indexOf(u'=');
    const QString name = fault.left(equals).trimmed();
    if (equals < 0) {
        if (takeSwitch(*this, name))
            return {};
    } else if (const auto number = naturalNumber(fault.mid(equals + 1))) {
        if (takeNumber(*this, name, *number))
            return {};
    }
    return failure(ErrorKind::Usage, Words::tr("“%1” is not a fault the sandbox knows.").arg(fault),
                   Words::tr("Use one of: %1.").arg(names()));
}

Result<Faults> Faults::parse(const QStringList &faults)
{
    Faults parsed;
    for (const QString &fault : faults) {
        if (auto added = parsed.add(fault); !added)
            return tl::unexpected(added.error());
    }
    return parsed;
}

QString Faults::names()
{
    return QStringLiteral(
        "delay=MS, pending=N, unauthorized-after=N, throttle=N, 500, 503, 504, cut-after=BYTES, "
        "truncated, partial-error, trickle=BYTES, gone, expire-poll");
}

} // namespace sonde
