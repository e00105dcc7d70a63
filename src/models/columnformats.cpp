#include "models/columnformats.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ColumnFormats)
};

QString describeNumber(const ColumnFormat &format)
{
    if (format.isAsItCame())
        return {};
    QStringList parts;
    if (format.decimals != ColumnFormat::allDecimals)
        parts << Words::tr("%n decimal places", nullptr, format.decimals);
    if (format.isGrouped)
        parts << Words::tr("thousands separators");
    return parts.join(QLatin1String(", "));
}

} // namespace

void ColumnFormats::set(const QString &name, const ColumnFormat &format)
{
    if (format.isAsItCame())
        m_cells.remove(name);
    else
        m_cells.insert(name, FormattedCells(format, QLocale(), m_now));
}

ColumnFormat ColumnFormats::format(const QString &name) const
{
    const auto cells = m_cells.constFind(name);
    return cells == m_cells.cend() ? ColumnFormat() : cells->format();
}

const FormattedCells *ColumnFormats::of(const ColumnHeader &column) const
{
    if (m_cells.isEmpty())
        return nullptr;
    const auto cells = m_cells.constFind(column.name);
    return cells == m_cells.cend() || !cells->format().fits(column.type) ? nullptr : &*cells;
}

std::map<int, ColumnFormat> ColumnFormats::of(const QList<ColumnHeader> &columns) const
{
    std::map<int, ColumnFormat> all;
    for (int column = 0; column < columns.size(); ++column) {
        if (const FormattedCells *cells = of(columns.at(column)))
            all.emplace(column, cells->format());
    }
    return all;
}

bool ColumnFormats::followTime(const QList<ColumnHeader> &columns) const
{
    return std::any_of(columns.begin(), columns.end(), [this](const ColumnHeader &column) {
        const FormattedCells *cells = of(column);
        return cells != nullptr && cells->format().followsTime();
    });
}

void ColumnFormats::setNow(Ticks now)
{
    m_now = now;
    for (FormattedCells &cells : m_cells)
        cells.setNow(now);
}

void ColumnFormats::renew()
{
    for (FormattedCells &cells : m_cells)
        cells = FormattedCells(cells.format(), QLocale(), m_now);
}

QString describeSearch(const ColumnFormat &format)
{
    if (format.isAsItCame())
        return {};
    if (format.followsTime()) {
        return Words::tr(
            "Text is looked for in the date and time, not in the relative time that is shown. It "
            "is compared as the date and time, too.");
    }
    return Words::tr(
        "Text is looked for in what is shown and in the value as it came. What is compared is the "
        "value as it came.");
}

QString describeFormat(const ColumnFormat &format)
{
    switch (format.kind) {
    case ColumnFormat::Kind::Number:
        return describeNumber(format);
    case ColumnFormat::Kind::Hexadecimal:
        return Words::tr("hexadecimal");
    case ColumnFormat::Kind::Bytes:
        return Words::tr("bytes");
    case ColumnFormat::Kind::Milliseconds:
        return Words::tr("duration, of milliseconds");
    case ColumnFormat::Kind::Seconds:
        return Words::tr("duration, of seconds");
    case ColumnFormat::Kind::Duration:
        return Words::tr("duration");
    case ColumnFormat::Kind::TotalSeconds:
        return Words::tr("seconds");
    case ColumnFormat::Kind::Relative:
        return Words::tr("relative time");
    }
    return {};
}

} // namespace sonde
