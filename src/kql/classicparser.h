#pragma once

#include "core/result.h"
#include "kql/parsedsearch.h"

#include <QCoreApplication>
#include <QString>

namespace sonde {

/// Reads the text of a classic search into its tree. Used once, for one text.
///
/// Precedence, tightest first: NOT, OR, AND, whether it is written or not: `A OR B AND C` is `(A OR B) AND C`
/// (source: Microsoft's "Log searches in Log Analytics" of October 2016, which explains that very example).
///
/// Its parts lie in classicparser.cpp (the text and the filter's tree), classicvalueparser.cpp (what a field
/// is compared with), classiccommandparser.cpp and classicmeasureparser.cpp.
class ClassicParser
{
public:
    explicit ClassicParser(const QString &text);
    Result<ParsedSearch> parse();

    /// What a refusal advises where there is nothing better.
    static QString usualAdvice();
    /// A refusal with its place in the text.
    static tl::unexpected<Error> refuse(const QString &text, int position, const QString &message,
                                        const QString &advice = {});

private:
    /// Counts nesting while it lives.
    class DepthGuard;

    Result<ParsedSearch> parseSearch();
    Result<ClassicFilter> parseAll();
    Result<ClassicFilter> parseOr();
    Result<ClassicFilter> parseUnary();
    Result<ClassicFilter> parseTerm();
    Result<void> checkSubsearch(const ClassicFilter &filter, bool isLast);

    bool atComparison();
    Result<ClassicFilter> parseComparison(ClassicFilter term);
    Result<ClassicFilter> parseRange(ClassicFilter term);
    Result<ClassicFilter> parseCall(ClassicFilter term);
    Result<ClassicFilter> parseIn(ClassicFilter term);
    bool isListAhead() const;
    Result<ClassicFilter> parseSubsearch(ClassicFilter term);
    Result<ClassicValue> parseValue(const QString &enders);
    Result<ClassicValue> parseQuoted();

    Result<ClassicCommand> parseCommand();
    Result<ClassicCommand> parseWhere(int position);
    Result<ClassicCommand> parseExtend(int position);
    Result<ClassicCommand> parseJoin(int position);
    Result<ClassicCommand> parseSort();
    Result<qint64> parseCount();
    Result<std::vector<ClassicField>> parseFields();
    Result<ClassicField> parseField();
    Result<ClassicExpression> parseExpression();
    Result<ClassicExpression> parseExpressionCall(ClassicExpression call);

    Result<ClassicCommand> parseMeasure();
    Result<ClassicMeasure::Function> parseFunction();
    Result<void> parseGrouping(ClassicMeasure &measure);
    Result<ClassicMeasure::Interval> parseInterval();

    void skipSpace();
    bool atEnd();
    bool at(QStringView text);
    bool skip(QStringView text);
    bool atWord(QLatin1StringView word);
    bool skipWord(QLatin1StringView word);
    bool atWrongQuote() const;
    QString takeWhile(bool (*accepts)(QChar));
    static bool isFieldCharacter(QChar c);
    static bool isDigit(QChar c);
    static bool isLetter(QChar c);
    tl::unexpected<Error> refuseBracket(const QString &field, int sign) const;
    tl::unexpected<Error> refuseHere(const QString &message) const;
    tl::unexpected<Error> refuseAt(int position, const QString &message, const QString &advice = {}) const;
    tl::unexpected<Error> tooDeep() const;
    tl::unexpected<Error> unexpected() const;

    const QString m_text;
    int m_at = 0;
    int m_depth = 0;
    QChar m_closer;         ///< of the search within a search that is being read; null outside
    bool m_isWhere = false; ///< the condition of the command `where` is being read
    bool m_hasIn = false;
    bool m_hasSubsearch = false;
    bool m_hasJoin = false;
};

class ClassicParser::DepthGuard
{
public:
    explicit DepthGuard(int &depth)
        : m_depth(++depth)
    {}
    ~DepthGuard() { --m_depth; }
    Q_DISABLE_COPY_MOVE(DepthGuard)
    bool isTooDeep() const { return m_depth > maximum; }

private:
    static constexpr int maximum = 100;
    int &m_depth;
};

} // namespace sonde
