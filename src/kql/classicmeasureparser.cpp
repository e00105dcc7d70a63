#include "kql/classicparser.h"

namespace sonde {

namespace {

/// As documented.
constexpr std::size_t mostGroupFields = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicParser)
};

} // namespace

Result<ClassicCommand> ClassicParser::parseMeasure()
{
    ClassicMeasure measure;
    do {
        auto function = parseFunction();
        if (!function)
            return failure(function.error());
        measure.functions.push_back(std::move(*function));
    } while (skip(u","));
    if (auto grouping = parseGrouping(measure); !grouping)
        return failure(grouping.error());
    return measure;
}

Result<ClassicMeasure::Function> ClassicParser::parseFunction()
{
    skipSpace();
    ClassicMeasure::Function function;
    function.position = m_at;
    function.name = takeWhile(isFieldCharacter).toLower();
    if (function.name.isEmpty() || !skip(u"("))
        return unexpected();
    skipSpace();
    const int start = m_at;
    if (!at(u")")) {
        auto argument = parseExpression();
        if (!argument)
            return failure(argument.error());
        function.argument.push_back(std::move(*argument));
    }
    const QString written = m_text.mid(start, m_at - start).trimmed();
    if (!skip(u")"))
        return unexpected();
    function.written = function.name + u'(' + written + u')';
    if (skipWord(QLatin1StringView("as"))) {
        auto alias = parseField();
        if (!alias)
            return failure(alias.error());
        function.alias = alias->name;
    }
    return function;
}

Result<void> ClassicParser::parseGrouping(ClassicMeasure &measure)
{
    if (skipWord(QLatin1StringView("by"))) {
        auto fields = parseFields();
        if (!fields)
            return failure(fields.error());
        if (fields->size() > mostGroupFields)
            return refuseAt(fields->at(mostGroupFields).position,
                            Words::tr("“measure” groups by three fields at most."));
        measure.by = std::move(*fields);
    }
    if (skipWord(QLatin1StringView("interval"))) {
        const auto interval = parseInterval();
        if (!interval)
            return failure(interval.error());
        measure.interval = *interval;
    }
    return {};
}

/// `1HOUR`. How several months or years would be counted off is not documented.
Result<ClassicMeasure::Interval> ClassicParser::parseInterval()
{
    using Unit = ClassicMeasure::Interval::Unit;
    skipSpace();
    const int position = m_at;
    bool isValid = false;
    const qint64 count = takeWhile(isDigit).toLongLong(&isValid);
    skipSpace();
    QString unit = takeWhile(isLetter).toUpper();
    if (unit.endsWith(u'S'))
        unit.chop(1);
    if (count == 1 && (unit == u"MONTH" || unit == u"YEAR"))
        return ClassicMeasure::Interval{unit == u"MONTH" ? Unit::Month : Unit::Year, 1};
    qint64 milliseconds = 0;
    if (unit == u"MILLISECOND" || unit == u"MILLI")
        milliseconds = 1;
    else if (unit == u"SECOND")
        milliseconds = 1000;
    else if (unit == u"MINUTE")
        milliseconds = 60'000;
    else if (unit == u"HOUR")
        milliseconds = 3'600'000;
    else if (unit == u"DAY")
        milliseconds = 86'400'000;
    if (!isValid || count < 1 || count > 1'000'000 || milliseconds == 0) {
        return refuseAt(position, Words::tr("This interval is not supported here."),
                        Words::tr("Write it in DAY, HOUR, MINUTE or SECOND, such as “1HOUR”, or as “1MONTH” "
                                  "or “1YEAR”."));
    }
    return ClassicMeasure::Interval{Unit::Millisecond, count * milliseconds};
}

} // namespace sonde
