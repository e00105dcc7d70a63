#include "results/columntest.h"

#include "results/decimaltext.h"
#include "results/rowwalk.h"
#include "results/textneedle.h"

#include <QCoreApplication>
#include <QUuid>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace sonde {

namespace {

using Kind = ColumnCondition::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RowFilter)
};

/// Whether an order (less than, equal to, greater than zero) is what the condition asks for.
bool holds(Kind kind, int order)
{
    switch (kind) {
    case Kind::Equals:
        return order == 0;
    case Kind::NotEquals:
        return order != 0;
    case Kind::Less:
        return order < 0;
    case Kind::AtMost:
        return order <= 0;
    case Kind::Greater:
        return order > 0;
    case Kind::AtLeast:
        return order >= 0;
    default:
        return false;
    }
}

template <typename Number>
std::optional<Number> readNumber(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

tl::unexpected<Error> noValue(const QString &message, const QString &advice)
{
    return failure(ErrorKind::Usage, message, advice);
}

tl::unexpected<Error> noNumber(const QString &text)
{
    return noValue(Words::tr("“%1” is no number.").arg(text), Words::tr("Type one such as 42 or -0.5."));
}

Result<std::int64_t> readInteger(const QString &typed, ColumnType type, const std::optional<QTimeZone> &zone)
{
    const std::string text = typed.trimmed().toStdString();
    std::optional<std::int64_t> value;
    switch (type) {
    case ColumnType::Bool:
        if (typed.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || text == "1")
            return 1;
        if (typed.trimmed().compare(QLatin1String("false"), Qt::CaseInsensitive) == 0 || text == "0")
            return 0;
        return noValue(Words::tr("“%1” is neither true nor false.").arg(typed),
                       Words::tr("Type true or false."));
    case ColumnType::DateTime:
        value = parseDateTimeText(text, zone);
        if (!value)
            return noValue(Words::tr("“%1” is no date.").arg(typed),
                           Words::tr("Type one such as 2026-03-01 14:30."));
        return *value;
    case ColumnType::TimeSpan:
        value = parseTimespan(text);
        if (!value)
            return noValue(Words::tr("“%1” is no timespan.").arg(typed),
                           Words::tr("Type one such as 00:05:00."));
        return *value;
    default:
        value = readNumber<std::int64_t>(text);
        if (!value)
            return noNumber(typed);
        return *value;
    }
}

/// Some locales part thousands with spaces that no keyboard has.
QString withPlainSpaces(QString text)
{
    return text.replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
}

void replaceByPlainSpaces(std::string &text)
{
    for (const std::string_view space : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
            text.replace(at, space.size(), " ");
    }
}

/// The characters (small letters) that what is displayed of such cells can have; empty: any.
std::string_view alphabetOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return "truefals";
    case ColumnType::Int:
    case ColumnType::Long:
        return "0123456789-";
    case ColumnType::Real:
        return "0123456789-+.einfatyn";
    case ColumnType::DateTime:
        return "0123456789-: .";
    case ColumnType::TimeSpan:
        return "0123456789-:.";
    // Stored as the service sent them, whatever that was.
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return {};
}

} // namespace

Result<ColumnTest> ColumnTest::make(const ColumnCondition &condition, ColumnType type,
                                    const CellDisplay &display)
{
    ColumnTest test;
    test.m_dateTime = DateTimeText(display.zone);
    const auto format = display.formats.find(condition.column);
    // What is another text in a minute is no good to look for.
    if (format != display.formats.end() && format->second.fits(type) && !format->second.isAsItCame() &&
        !format->second.followsTime() &&
        (condition.kind == Kind::Contains || condition.kind == Kind::Matches))
        test.m_formatted.emplace(format->second, display.locale);
    Result<void> prepared;
    switch (condition.kind) {
    case Kind::Null:
        test.m_keepsNull = true;
        // The service has no null of this type: an empty text is its way to say that there is none.
        if (type == ColumnType::String)
            test.m_text = [](std::string_view text) { return text.empty(); };
        return test;
    case Kind::NotNull:
        test.m_keepsOthers = true;
        if (type == ColumnType::String)
            test.m_text = [](std::string_view text) { return !text.empty(); };
        return test;
    case Kind::Contains:
    case Kind::Matches:
    case Kind::OneOf:
        prepared = test.prepareText(condition, type);
        break;
    case Kind::NotEquals:
        test.m_keepsNull = true;
        [[fallthrough]];
    default:
        prepared = test.prepareTyped(condition, type, display.zone);
    }
    if (!prepared)
        return failure(prepared.error());
    return test;
}

Result<void> ColumnTest::prepareText(const ColumnCondition &condition, ColumnType type)
{
    if (condition.kind == Kind::Contains) {
        TextNeedle needle(m_formatted ? withPlainSpaces(condition.text) : condition.text);
        const std::string_view alphabet = alphabetOf(type);
        if (!m_formatted && !alphabet.empty() && !needle.isMadeOf(alphabet))
            return {}; // no cell has it, so there is nothing to look at
        m_text = [needle = std::move(needle)](std::string_view text) { return needle.isIn(text); };
        return {};
    }
    if (condition.kind == Kind::OneOf) {
        std::unordered_set<std::string> values;
        for (const QString &value : condition.values)
            values.insert(value.toStdString());
        m_looksAtShown = false;
        m_keepsNull = condition.nullToo;
        m_text = [values = std::move(values)](std::string_view text) {
            return values.count(std::string(text)) > 0;
        };
        return {};
    }
    QRegularExpression expression(condition.text, QRegularExpression::CaseInsensitiveOption |
                                                      QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid()) {
        return failure(ErrorKind::Usage,
                       Words::tr("The regular expression “%1” is not valid.").arg(condition.text),
                       expression.errorString());
    }
    expression.optimize();
    m_lookEvery = 16; // one cell can take long
    m_expression = expression;
    return {};
}

Result<void> ColumnTest::prepareGuid(const ColumnCondition &condition)
{
    const QString typed = condition.text.trimmed();
    const QUuid wanted = QUuid::fromString(typed);
    if (wanted.isNull() && typed != QUuid().toString(QUuid::WithoutBraces))
        return noValue(Words::tr("“%1” is no guid.").arg(condition.text),
                       Words::tr("Type one such as 74be27de-1e4e-49d9-b579-fe0b331d3642."));
    const bool isWanted = condition.kind == Kind::Equals;
    m_text = [isWanted, wanted](std::string_view text) {
        const QLatin1StringView latin(text.data(), static_cast<qsizetype>(text.size()));
        return (QUuid::fromString(latin) == wanted) == isWanted;
    };
    return {};
}

Result<void> ColumnTest::prepareTyped(const ColumnCondition &condition, ColumnType type,
                                      const std::optional<QTimeZone> &zone)
{
    const Kind kind = condition.kind;
    const bool hasOrder = type != ColumnType::Bool && type != ColumnType::Guid;
    if (!hasOrder && kind != Kind::Equals && kind != Kind::NotEquals) {
        return noValue(Words::tr("Values of the type %1 have no order.").arg(columnTypeName(type)),
                       Words::tr("Compare them with = or !=."));
    }
    if (type == ColumnType::Guid)
        return prepareGuid(condition);
    if (type == ColumnType::Decimal) {
        const std::string wanted = condition.text.trimmed().toStdString();
        if (!isDecimal(wanted))
            return noNumber(condition.text);
        m_text = [kind, wanted](std::string_view text) { return holds(kind, compareDecimals(text, wanted)); };
        return {};
    }
    if (isTextType(type)) {
        m_text = [kind, wanted = condition.text.toStdString()](std::string_view text) {
            return holds(kind, text.compare(wanted));
        };
        return {};
    }
    if (type == ColumnType::Real) {
        const auto wanted = readNumber<double>(condition.text.trimmed().toStdString());
        if (!wanted)
            return noNumber(condition.text);
        m_real = [kind, wanted = *wanted](double value) {
            // What is not a number is equal to itself alone, or nobody could ask for it.
            if (std::isnan(value) || std::isnan(wanted)) {
                const bool isSame = std::isnan(value) && std::isnan(wanted);
                return isSame ? kind == Kind::Equals : kind == Kind::NotEquals;
            }
            return holds(kind, value < wanted ? -1 : static_cast<int>(value > wanted));
        };
        return {};
    }
    const auto wanted = readInteger(condition.text, type, zone);
    if (!wanted)
        return failure(wanted.error());
    m_integer = [kind, wanted = *wanted](std::int64_t value) {
        return holds(kind, value < wanted ? -1 : static_cast<int>(value > wanted));
    };
    return {};
}

void ColumnTest::appendShown(const Column &column, std::size_t row)
{
    if (column.type() == ColumnType::DateTime && m_looksAtShown)
        m_dateTime.append(m_shown, column.integer(row));
    else
        appendCell(m_shown, {&column, row});
}

/// What is found of m_shown.
bool ColumnTest::holdsShown()
{
    return m_expression ? matchesExpression() : m_text(m_shown);
}

/// A value that is shown in another form is found by both, since one may be typed as well as the other.
bool ColumnTest::matchesShown(const Column &column, std::size_t row)
{
    m_shown.clear();
    appendShown(column, row);
    if (holdsShown())
        return true;
    if (!m_formatted)
        return false;
    m_shown.clear();
    if (!m_formatted->append(m_shown, {&column, row}))
        return false;
    replaceByPlainSpaces(m_shown);
    return holdsShown();
}

bool ColumnTest::matchesExpression()
{
    if (m_problem)
        return true; // nothing is hidden that was not looked at
    const QRegularExpressionMatch match =
        m_expression->match(QString::fromUtf8(m_shown.data(), static_cast<qsizetype>(m_shown.size())));
    if (!match.isValid()) {
        Error error;
        error.kind = ErrorKind::Usage;
        error.message = Words::tr("The regular expression “%1” takes too long on some cells.")
                            .arg(m_expression->pattern());
        error.advice = Words::tr("Write it without repetitions within repetitions.");
        m_problem = std::move(error);
    }
    return match.hasMatch();
}

bool ColumnTest::isCellKept(const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return m_keepsNull;
    if (m_integer)
        return m_integer(column.integer(row));
    if (m_real)
        return m_real(column.real(row));
    if (!m_text && !m_expression)
        return m_keepsOthers;
    if (m_text && isTextType(column.type())) {
        std::uint8_t &verdict = m_verdicts[column.textNumber(row)];
        if (verdict == 0)
            verdict = m_text(column.text(row)) || (m_formatted && matchesShown(column, row)) ? 2 : 1;
        return verdict == 2;
    }
    return matchesShown(column, row);
}

bool ColumnTest::keep(const Column *column, RowMask &mask, const CancelState &cancel)
{
    if (column == nullptr) {
        if (!m_keepsNull)
            std::fill(mask.begin(), mask.end(), std::uint8_t(0));
        return !cancel.isCancelled();
    }
    if (m_text && isTextType(column->type()))
        m_verdicts.assign(column->textCount(), 0);
    else if (!m_text && !m_expression && !m_integer && !m_real && !m_keepsOthers && !column->hasNulls()) {
        std::fill(mask.begin(), mask.end(), std::uint8_t(0)); // nothing can be kept
        return !cancel.isCancelled();
    }
    for (std::size_t row = 0; row < mask.size(); ++row) {
        if (row % m_lookEvery == 0 && cancel.isCancelled())
            return false;
        if (mask[row] != 0 && !isCellKept(*column, row))
            mask[row] = 0;
    }
    return !m_problem;
}

} // namespace sonde
