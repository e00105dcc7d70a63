#include "import/typeguess.h"

#include "import/cellvalues.h"

#include <algorithm>

namespace sonde {

namespace {

constexpr qsizetype shownValues = 3;
constexpr qsizetype shownLength = 60; ///< UTF-16 units

constexpr unsigned boolean = 1U << 0;
constexpr unsigned whole = 1U << 1;
constexpr unsigned real = 1U << 2;
constexpr unsigned commaReal = 1U << 3;
constexpr unsigned dateTime = 1U << 4;
constexpr unsigned guid = 1U << 5;
constexpr unsigned dynamic = 1U << 6;

unsigned numberTypes(std::string_view text)
{
    if (cells::toLong(text))
        return whole | real | commaReal;
    return (cells::toReal(text) ? real : 0) | (cells::toReal(text, true) ? commaReal : 0);
}

} // namespace

void TypeGuess::keep(unsigned types)
{
    m_types &= types;
    m_any = true;
}

void TypeGuess::addText(std::string_view text)
{
    if (text.empty() || cells::isNullWord(text) || (m_types == 0 && m_any))
        return;
    unsigned types = 0;
    if (m_types & boolean)
        types |= cells::toBool(text) ? boolean : 0;
    if (m_types & (whole | real | commaReal))
        types |= numberTypes(text);
    if (m_types & dateTime)
        types |= cells::toDateTime(text) ? dateTime : 0;
    if (m_types & guid)
        types |= cells::toGuid(text) ? guid : 0;
    if (m_types & dynamic)
        types |= cells::toDynamic(text) ? dynamic : 0;
    if (const auto at = text.find(','); at != std::string_view::npos) {
        m_comma = true;
        m_commaIsPoint = m_commaIsPoint || text.size() - at != 4;
    }
    keep(types);
}

void TypeGuess::addQuotedText(std::string_view text)
{
    keep((cells::toDateTime(text) ? dateTime : 0) | (cells::toGuid(text) ? guid : 0));
}

void TypeGuess::addBool()
{
    keep(boolean);
}

void TypeGuess::addLong()
{
    keep(whole | real);
}

void TypeGuess::addReal()
{
    keep(real);
}

void TypeGuess::addNested()
{
    m_nested = true;
    keep(dynamic);
}

void TypeGuess::see(std::string_view text)
{
    if (text.empty() || m_firstValues.size() >= shownValues)
        return;
    // Cut before it is decoded: a cell may have megabytes.
    const auto bytes = std::min<std::size_t>(text.size(), 4 * shownLength);
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(bytes));
    if (shown.size() > shownLength || bytes < text.size())
        shown = shown.left(shownLength) + QChar(0x2026);
    m_firstValues += shown.simplified();
}

bool TypeGuess::hasDecimalComma() const
{
    return m_any && m_comma && m_commaIsPoint && (m_types & (whole | real)) == 0 &&
           (m_types & commaReal) != 0;
}

ColumnType TypeGuess::type() const
{
    if (!m_any)
        return ColumnType::String;
    if (m_types & boolean)
        return ColumnType::Bool;
    if (m_types & whole)
        return ColumnType::Long;
    if ((m_types & real) || hasDecimalComma())
        return ColumnType::Real;
    if (m_types & dateTime)
        return ColumnType::DateTime;
    if (m_types & guid)
        return ColumnType::Guid;
    return (m_types & dynamic) || m_nested ? ColumnType::Dynamic : ColumnType::String;
}

} // namespace sonde
