#include "models/cellformatter.h"

#include "results/datetimetext.h"
#include "results/writers.h"

#include <algorithm>

namespace sonde {

namespace {

/// More than fits any column; what is beyond is read in the row details.
constexpr qsizetype lineLimit = 400;

/// The longest prefix of \a text with at most \a bytes bytes that does not cut a character in two.
std::string_view utf8Prefix(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    while (bytes > 0 && continues(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A surrogate pair is never cut.
void cutTo(QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return;
    if (limit > 0 && text.at(limit - 1).isHighSurrogate())
        --limit;
    text.truncate(limit);
}

bool isLineBreak(char byte)
{
    return byte == '\n' || byte == '\r';
}

} // namespace

QString toLimitedText(std::string_view text, qsizetype limit)
{
    if (limit <= 0)
        return fromUtf8(text);
    // A character takes at most four bytes, so the text behind the first 4 * limit need not be decoded at
    // all.
    QString shown = fromUtf8(utf8Prefix(text, static_cast<std::size_t>(limit) * 4));
    const bool isCut = shown.size() > limit || text.size() > static_cast<std::size_t>(limit) * 4;
    if (!isCut)
        return shown;
    cutTo(shown, limit);
    return shown + QChar(0x2026);
}

QString toSingleLine(std::string_view text, qsizetype limit)
{
    return makeVisible(toLimitedText(text, limit), LineBreaks::Sign).text;
}

std::optional<QTimeZone> CellFormatter::timeZone() const
{
    if (m_place)
        return m_place;
    if (m_zone == TimeRange::Zone::Local)
        return QTimeZone::systemTimeZone();
    return {};
}

QString CellFormatter::zoneName() const
{
    const std::optional<QTimeZone> zone = timeZone();
    if (!zone)
        return QStringLiteral("UTC");
    const QByteArray id = zone->id();
    return QString::fromLatin1(id.mid(id.lastIndexOf('/') + 1)).replace(u'_', u' ');
}

QString CellFormatter::line(const CellRef &cell) const
{
    if (cell.isNull())
        return QString(nullSign);
    const Column &column = *cell.column;
    if (column.type() == ColumnType::DateTime) {
        std::string text;
        DateTimeText(timeZone()).append(text, column.integer(cell.row));
        return fromUtf8(text);
    }
    if (isTextType(column.type()))
        return toSingleLine(column.text(cell.row), lineLimit);
    return fromUtf8(cellText(cell));
}

QList<VisibleText::Mark> CellFormatter::lineMarks(const CellRef &cell) const
{
    if (cell.isNull() || !isTextType(cell.column->type()))
        return {};
    return makeVisible(toLimitedText(cell.column->text(cell.row), lineLimit), LineBreaks::Sign).marks;
}

QString CellFormatter::full(const CellRef &cell, qsizetype limit) const
{
    if (cell.isNull())
        return {};
    if (isTextType(cell.column->type()))
        return toLimitedText(cell.column->text(cell.row), limit);
    return fromUtf8(cellText(cell));
}

bool CellFormatter::isShortened(const CellRef &cell) const
{
    if (cell.isNull())
        return false;
    const Column &column = *cell.column;
    if (column.type() == ColumnType::DateTime)
        return column.integer(cell.row) % ticksPerMillisecond != 0;
    if (!isTextType(column.type()))
        return false;
    const std::string_view text = column.text(cell.row);
    return text.size() > static_cast<std::size_t>(lineLimit) ||
           std::any_of(text.begin(), text.end(), isLineBreak);
}

bool CellFormatter::isRightAligned(ColumnType type)
{
    switch (type) {
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
    case ColumnType::Decimal:
    case ColumnType::TimeSpan:
        return true;
    case ColumnType::Bool:
    case ColumnType::Guid:
    case ColumnType::DateTime:
    case ColumnType::String:
    case ColumnType::Dynamic:
        return false;
    }
    return false;
}

} // namespace sonde
