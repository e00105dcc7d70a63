#pragma once

#include "core/result.h"
#include "kql/parsedsearch.h"

#include <QString>

namespace sonde {

/// Reads the text of a classic search into its tree. Used once, for one text.
///
/// Precedence, tightest first: NOT, the written AND, OR, terms side by side. That OR binds tighter than terms
/// side by side is documented; how it stands to a written AND is not, and every other language's rule is
/// taken.
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
    Result<ClassicFilter> parseAll();
    Result<ClassicFilter> parseOr();
    Result<ClassicFilter> parseAnd();
    Result<ClassicFilter> parseUnary();
    Result<ClassicFilter> parseTerm();
    Result<ClassicFilter> parseComparison(ClassicFilter term);
    Result<ClassicFilter> parseRange(ClassicFilter term);
    Result<ClassicFilter> parseCall(ClassicFilter term);
    Result<ClassicValue> parseValue(const QString &enders);
    Result<ClassicValue> parseQuoted();

    Result<ClassicCommand> parseCommand();
    Result<ClassicCommand> parseMeasure();
    Result<ClassicMeasure::Function> parseFunction();
    Result<void> parseGrouping(ClassicMeasure &measure);
    Result<qint64> parseInterval();
    Result<ClassicCommand> parseTop();
    Result<ClassicCommand> parseSort();
    Result<std::vector<ClassicField>> parseFields();
    Result<ClassicField> parseField();

    void skipSpace();
    bool atEnd();
    bool at(QStringView text);
    bool skip(QStringView text);
    bool atWord(QLatin1StringView word);
    bool skipWord(QLatin1StringView word);
    QString takeWhile(bool (*accepts)(QChar));
    tl::unexpected<Error> refuseBracket(const QString &field, int sign) const;
    tl::unexpected<Error> refuseHere(const QString &message) const;
    tl::unexpected<Error> unexpected() const;

    const QString m_text;
    int m_at = 0;
    int m_depth = 0;
};

} // namespace sonde
