#include "kql/classicfilterwriter.h"

#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "kql/classicdates.h"
#include "kql/classicfields.h"
#include "kql/classicparser.h"
#include "kql/classicregex.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace sonde {

namespace {

using Condition = ClassicFilterWriter::Condition;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

Condition constant(bool value)
{
    return {value, value ? QStringLiteral("true") : QStringLiteral("false"), false};
}

Condition text(const QString &kql, bool needsParentheses = false)
{
    return {{}, kql, needsParentheses};
}

Condition negate(const Condition &condition)
{
    if (condition.constant)
        return constant(!*condition.constant);
    return text(u"not(" + condition.text + u')');
}

QString comparisonSign(ClassicComparison comparison)
{
    switch (comparison) {
    case ClassicComparison::Less:
        return QStringLiteral("<");
    case ClassicComparison::LessOrEqual:
        return QStringLiteral("<=");
    case ClassicComparison::Greater:
        return QStringLiteral(">");
    case ClassicComparison::GreaterOrEqual:
        return QStringLiteral(">=");
    case ClassicComparison::NotEqual:
        return QStringLiteral("!=");
    case ClassicComparison::Equal:
    case ClassicComparison::Contains:
    case ClassicComparison::Regex:
        break;
    }
    return QStringLiteral("==");
}

bool isOrdering(ClassicComparison comparison)
{
    return comparison == ClassicComparison::Less || comparison == ClassicComparison::LessOrEqual ||
           comparison == ClassicComparison::Greater || comparison == ClassicComparison::GreaterOrEqual;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[+-]?\\d{1,18}(\\.\\d+)?$"));
    return pattern.match(text).hasMatch();
}

/// The pattern's pieces between stars, as a regular expression for the whole value.
QString wildcardRegex(const QString &pattern)
{
    QStringList pieces = pattern.split(u'*');
    for (QString &piece : pieces)
        piece = escapedForKqlRegex(piece);
    return u"^(?s:" + pieces.join(QStringLiteral(".*")) + u")$";
}

/// Whether the stars of \a pattern can stand for texts that make it \a text.
bool fitsPattern(const QString &text, const QString &pattern)
{
    const QStringList pieces = pattern.split(u'*');
    if (!text.startsWith(pieces.constFirst()) || !text.endsWith(pieces.constLast()))
        return false;
    qsizetype at = pieces.constFirst().size();
    for (qsizetype i = 1; i + 1 < pieces.size(); ++i) {
        const qsizetype found = text.indexOf(pieces.at(i), at);
        if (found < 0)
            return false;
        at = found + pieces.at(i).size();
    }
    return at <= text.size() - pieces.constLast().size();
}

QString wildcardCondition(const QString &operand, const QString &pattern)
{
    const QString inner = pattern.mid(1, pattern.size() - 2);
    const bool starts = pattern.startsWith(u'*');
    const bool ends = pattern.endsWith(u'*');
    if (pattern.count(u'*') == pattern.size())
        return kqlPresence(operand, QStringLiteral("string"));
    if (starts && ends && !inner.contains(u'*'))
        return operand + u" contains_cs " + kqlString(inner);
    if (ends && pattern.count(u'*') == 1)
        return operand + u" startswith_cs " + kqlString(pattern.chopped(1));
    if (starts && pattern.count(u'*') == 1)
        return operand + u" endswith_cs " + kqlString(pattern.mid(1));
    return operand + u" matches regex " + kqlString(wildcardRegex(pattern));
}

} // namespace

ClassicFilterWriter::ClassicFilterWriter(const Setting &setting, const KqlTable *table)
    : m_setting(setting)
    , m_table(table)
{}

Result<Condition> ClassicFilterWriter::write(const ClassicFilter &filter) const
{
    return writeNode(filter, false);
}

Result<Condition> ClassicFilterWriter::writeNode(const ClassicFilter &filter, bool negated) const
{
    switch (filter.kind) {
    case ClassicFilter::Kind::All:
        return constant(true);
    case ClassicFilter::Kind::Text:
        return writeText(filter);
    case ClassicFilter::Kind::Compare:
        return writeCompare(filter, negated);
    case ClassicFilter::Kind::Range:
        return writeRange(filter, negated);
    case ClassicFilter::Kind::List:
        return writeValues(filter);
    case ClassicFilter::Kind::Subsearch:
        return writeSubsearch(filter);
    case ClassicFilter::Kind::And:
    case ClassicFilter::Kind::Or:
        return writeList(filter, negated);
    case ClassicFilter::Kind::Not:
        break;
    }
    const auto operand = writeNode(filter.operands.front(), true);
    return operand ? Result<Condition>(negate(*operand)) : operand;
}

Result<Condition> ClassicFilterWriter::writeList(const ClassicFilter &filter, bool negated) const
{
    const bool isOr = filter.kind == ClassicFilter::Kind::Or;
    std::vector<Condition> kept;
    std::optional<Error> refused;
    for (const ClassicFilter &operand : filter.operands) {
        const auto condition = writeNode(operand, negated);
        if (!condition && !refused)
            refused = condition.error();
        if (!condition)
            continue;
        if (!condition->constant)
            kept.push_back(*condition);
        else if (*condition->constant == isOr)
            return constant(
                isOr); // such as another Type: what the other conditions say of this table is no matter
    }
    if (refused)
        return failure(*refused);
    if (kept.empty())
        return constant(!isOr);
    if (kept.size() == 1)
        return kept.front();
    QStringList parts;
    for (const Condition &condition : kept)
        parts.append(!isOr && condition.needsParentheses ? u'(' + condition.text + u')' : condition.text);
    return text(parts.join(isOr ? QStringLiteral(" or ") : QStringLiteral(" and ")), isOr);
}

/// A word; with a star at its end, the beginning of one.
Result<Condition> ClassicFilterWriter::writeText(const ClassicFilter &filter) const
{
    const QString &word = filter.value.text;
    if (!filter.value.hasWildcard())
        return text(u"* has " + kqlString(word));
    const bool starts = word.startsWith(u'*');
    const bool ends = word.endsWith(u'*');
    const QString inner = word.mid(starts ? 1 : 0).chopped(ends ? 1 : 0);
    // Only of letters and digits is it sure that they lie in one word.
    if (inner.isEmpty() ||
        !std::all_of(inner.cbegin(), inner.cend(), [](QChar c) { return c.isLetterOrNumber(); })) {
        return ClassicParser::refuse(m_setting.search, filter.position,
                                     Words::tr("A wildcard within a free word is not supported here."),
                                     Words::tr("Name the field, such as “Computer=web*”."));
    }
    const QString comparison = starts && ends ? QStringLiteral("contains")
                               : starts       ? QStringLiteral("hassuffix")
                                              : QStringLiteral("hasprefix");
    return text(u"* " + comparison + u' ' + kqlString(inner));
}

QString ClassicFilterWriter::guessedType(const ClassicValue &value) const
{
    if (value.quoted)
        return QStringLiteral("string");
    if (isNumber(value.text))
        return QStringLiteral("real");
    return parseClassicDate(value.text, m_setting.now) ? QStringLiteral("datetime")
                                                       : QStringLiteral("string");
}

/// The type the field is compared as; empty if the table has no such field.
QString ClassicFilterWriter::typeOf(const ClassicFilter &filter, const ClassicValue &value) const
{
    if (m_table == nullptr)
        return guessedType(value);
    for (const KqlColumn &column : m_table->columns) {
        if (column.name == filter.field)
            return column.type.isEmpty() ? guessedType(value) : column.type;
    }
    return {};
}

/// Every record has a Type, whether or not the table keeps it in a column.
Result<Condition> ClassicFilterWriter::writeType(const ClassicFilter &filter) const
{
    const QString &text = filter.value.text;
    if (filter.comparison == ClassicComparison::Contains)
        return constant(m_table->name.contains(text));
    const bool isEquality =
        filter.comparison == ClassicComparison::Equal || filter.comparison == ClassicComparison::NotEqual;
    if (!isEquality) {
        return ClassicParser::refuse(
            m_setting.search, filter.position,
            Words::tr("“Type” can be compared with a name, also with stars in it, or "
                      "searched with contains."));
    }
    const bool isEqual =
        filter.value.hasWildcard() ? fitsPattern(m_table->name, text) : text == m_table->name;
    return constant(isEqual == (filter.comparison == ClassicComparison::Equal));
}

Result<Condition> ClassicFilterWriter::writeCompare(const ClassicFilter &filter, bool negated) const
{
    const QString type = typeOf(filter, filter.value);
    if (filter.field == classicTypeField && m_table != nullptr && !m_table->name.isEmpty())
        return writeType(filter);
    if (type.isEmpty())
        return constant(filter.comparison == ClassicComparison::NotEqual);
    return compare(filter, type, negated);
}

Result<Condition> ClassicFilterWriter::compare(const ClassicFilter &filter, const QString &type,
                                               bool negated) const
{
    const QString field = kqlName(filter.field);
    const bool isSearch =
        filter.comparison == ClassicComparison::Contains || filter.comparison == ClassicComparison::Regex;
    if (isSearch && type != u"string" && type != u"dynamic") {
        return ClassicParser::refuse(
            m_setting.search, filter.position,
            //: %1: a field’s name
            Words::tr("“%1” holds no text, and only a text can be searched.").arg(filter.field));
    }
    if (type == u"string" || type == u"guid" || type == u"dynamic" || filter.value.hasWildcard())
        return compareText(filter, type == u"string" ? field : u"tostring(" + field + u')');
    bool matchesNothing = false;
    const auto value = literal(filter.field, filter.value, type, matchesNothing);
    if (!value)
        return failure(value.error());
    if (matchesNothing)
        return constant(filter.comparison == ClassicComparison::NotEqual);
    const QString condition = field + u' ' + comparisonSign(filter.comparison) + u' ' + *value;
    // Under a NOT a record without the field has to come through, and a comparison with null is null in KQL.
    if (negated && isOrdering(filter.comparison))
        return text(u"(isnotnull(" + field + u") and " + condition + u')');
    return text(condition);
}

Result<Condition> ClassicFilterWriter::compareText(const ClassicFilter &filter, const QString &operand) const
{
    if (isOrdering(filter.comparison)) {
        return ClassicParser::refuse(m_setting.search, filter.position,
                                     //: %1: a field’s name; %2: an operator such as <
                                     Words::tr("“%1” holds text, which “%2” cannot compare.")
                                         .arg(filter.field, comparisonSign(filter.comparison)));
    }
    if (filter.comparison == ClassicComparison::Regex)
        return writeRegex(filter, operand);
    // An absent text is an empty one in KQL: where that would match, the record must have the field.
    const bool isEmpty = filter.value.text.isEmpty();
    if (filter.comparison == ClassicComparison::Contains && isEmpty)
        return text(kqlPresence(operand, QStringLiteral("string")));
    if (isEmpty)
        return constant(filter.comparison == ClassicComparison::NotEqual);
    if (filter.comparison == ClassicComparison::Contains)
        return text(operand + u" contains_cs " + kqlString(filter.value.text));
    if (filter.value.hasWildcard()) {
        const Condition found = text(wildcardCondition(operand, filter.value.text));
        return filter.comparison == ClassicComparison::NotEqual ? negate(found) : found;
    }
    return text(operand + u' ' + comparisonSign(filter.comparison) + u' ' + kqlString(filter.value.text));
}

Result<Condition> ClassicFilterWriter::writeRegex(const ClassicFilter &filter, const QString &operand) const
{
    const QString &expression = filter.value.text;
    const auto regex = kqlRegexOfClassic(expression);
    if (!regex) {
        // Behind the quotation mark; each of those within has a backslash before it in the search.
        const int at = regex.error().position ? regex.error().position->column : 0;
        const auto quotes = static_cast<int>(QStringView(expression).left(at).count(u'"'));
        return ClassicParser::refuse(m_setting.search, filter.value.position + 1 + at + quotes,
                                     regex.error().message);
    }
    return text(kqlPresence(operand, QStringLiteral("string")) + u" and " + operand + u" matches regex " +
                kqlString(*regex));
}

/// `field IN {a,b}`.
Result<Condition> ClassicFilterWriter::writeValues(const ClassicFilter &filter) const
{
    if (filter.field == classicTypeField && m_table != nullptr && !m_table->name.isEmpty()) {
        return constant(
            std::any_of(filter.values.begin(), filter.values.end(),
                        [this](const ClassicValue &value) { return value.text == m_table->name; }));
    }
    QString type = typeOf(filter, filter.values.front());
    if (type.isEmpty())
        return constant(false);
    const bool isGuessed =
        m_table == nullptr ||
        std::none_of(m_table->columns.begin(), m_table->columns.end(), [&filter](const KqlColumn &column) {
            return column.name == filter.field && !column.type.isEmpty();
        });
    const bool isMixed =
        std::any_of(filter.values.begin(), filter.values.end(),
                    [this, &type](const ClassicValue &value) { return guessedType(value) != type; });
    if (isGuessed && isMixed)
        type = QStringLiteral("string");
    const bool isText = type == u"string" || type == u"guid" || type == u"dynamic";
    QStringList written;
    for (const ClassicValue &value : filter.values) {
        if (isText) {
            if (!value.text.isEmpty()) // no record has it, and an absent text is an empty one in KQL
                written.append(kqlString(value.text));
            continue;
        }
        bool matchesNothing = false;
        const auto one = literal(filter.field, value, type, matchesNothing);
        if (!one)
            return failure(one.error());
        if (!matchesNothing)
            written.append(*one);
    }
    if (written.isEmpty())
        return constant(false);
    const QString field = kqlName(filter.field);
    const QString operand = isText && type != u"string" ? u"tostring(" + field + u')' : field;
    return text(operand + u" in (" + written.join(QStringLiteral(", ")) + u')');
}

/// `field IN {search}`.
Result<Condition> ClassicFilterWriter::writeSubsearch(const ClassicFilter &filter) const
{
    const ClassicSubsearch &subsearch = *m_setting.subsearch;
    QString type;
    QString operand = kqlName(filter.field);
    if (m_table != nullptr) {
        if (const KqlColumn *column = findColumn(*m_table, filter.field)) {
            type = column->type;
        } else if (filter.field == classicTypeField && !m_table->name.isEmpty()) {
            type = QStringLiteral("string");
            operand = kqlString(m_table->name);
        } else {
            return constant(false);
        }
    }
    const auto isWhole = [](const QString &each) { return each == u"int" || each == u"long"; };
    const bool isSame = type == subsearch.type || (isWhole(type) && isWhole(subsearch.type));
    if (!isSame && !type.isEmpty() && !subsearch.type.isEmpty()) {
        return ClassicParser::refuse(
            m_setting.search, filter.position,
            //: %1: a field’s name; %2, %3: KQL’s names of types
            Words::tr("“%1” is of the type %2, and the search in braces finds values of the type %3.")
                .arg(filter.field, type, subsearch.type));
    }
    return text(operand + u" in ((" + subsearch.kql + u"))");
}

Result<Condition> ClassicFilterWriter::writeRange(const ClassicFilter &filter, bool negated) const
{
    const QString type = typeOf(filter, filter.value);
    if (type.isEmpty())
        return constant(false);
    if (!isNumericKqlType(type) && type != u"datetime") {
        return ClassicParser::refuse(
            m_setting.search, filter.position,
            Words::tr("A range needs numbers or dates, and “%1” holds neither.").arg(filter.field));
    }
    bool matchesNothing = false;
    const auto lower = literal(filter.field, filter.value, type, matchesNothing);
    const auto upper = literal(filter.field, filter.upper, type, matchesNothing);
    if (!lower || !upper)
        return failure(lower ? upper.error() : lower.error());
    if (matchesNothing)
        return constant(false);
    const QString field = kqlName(filter.field);
    const QString condition = field + u" between (" + *lower + u" .. " + *upper + u')';
    return text(negated ? u"(isnotnull(" + field + u") and " + condition + u')' : condition);
}

/// The value as a literal of that type; \a matchesNothing where no value of the type is written so.
Result<QString> ClassicFilterWriter::literal(const QString &field, const ClassicValue &value,
                                             const QString &type, bool &matchesNothing) const
{
    if (isNumericKqlType(type)) {
        if (!isNumber(value.text)) {
            const QString message =
                m_table != nullptr
                    //: %1: a field’s name; %2: KQL’s name of its type; %3: what was typed
                    ? Words::tr("“%1” is of the type %2, and “%3” is no number.").arg(field, type, value.text)
                    : Words::tr("“%1” is no number.").arg(value.text);
            return ClassicParser::refuse(m_setting.search, value.position, message);
        }
        return value.text.startsWith(u'+') ? value.text.mid(1) : value.text;
    }
    if (type == u"datetime") {
        const std::optional<Ticks> ticks = parseClassicDate(value.text, m_setting.now);
        if (!ticks)
            return ClassicParser::refuse(m_setting.search, value.position,
                                         Words::tr("“%1” is no date.").arg(value.text));
        if (const QString moving = m_setting.isNowMoving ? kqlOfClassicNow(value.text) : QString();
            !moving.isEmpty())
            return moving;
        return u"datetime(" + QString::fromStdString(formatIsoDateTime(*ticks)) + u')';
    }
    if (type == u"bool") {
        const QString lower = value.text.toLower();
        matchesNothing = matchesNothing || (lower != u"true" && lower != u"false");
        return lower;
    }
    return ClassicParser::refuse(m_setting.search, value.position,
                                 Words::tr("Fields of the type “%1” cannot be compared here.").arg(type));
}

} // namespace sonde
