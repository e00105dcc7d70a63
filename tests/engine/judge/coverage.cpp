#include "engine/judge/coverage.h"

namespace sonde::judge {

namespace {

constexpr ColumnType types[] = {ColumnType::Bool,   ColumnType::Int,      ColumnType::Long,
                                ColumnType::Real,   ColumnType::DateTime, ColumnType::TimeSpan,
                                ColumnType::String, ColumnType::Dynamic};

} // namespace

void Coverage::note(const QString &operation, ColumnType type, bool withNull)
{
    Count &count = m_counts[operation][static_cast<std::size_t>(type)];
    ++count.all;
    count.withNull += withNull ? 1 : 0;
}

QString Coverage::table() const
{
    QString text = QStringLiteral("operator").leftJustified(28);
    for (const ColumnType type : types)
        text += columnTypeName(type).rightJustified(18);
    text += u'\n';
    for (auto each = m_counts.cbegin(); each != m_counts.cend(); ++each) {
        text += each.key().leftJustified(28);
        for (const ColumnType type : types) {
            const Count &count = each.value().at(static_cast<std::size_t>(type));
            const QString cell = count.all == 0 ? QStringLiteral("-")
                                                : QStringLiteral("%1/%2").arg(count.all).arg(count.withNull);
            text += cell.rightJustified(18);
        }
        text += u'\n';
    }
    return text;
}

} // namespace sonde::judge
