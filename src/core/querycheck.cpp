#include "core/querycheck.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryCheck)
};

Error problem(const QString &message, const QString &advice)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = message;
    error.advice = advice;
    return error;
}

TextPosition positionOf(QStringView text, qsizetype index)
{
    const QStringView before = text.first(index);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return {static_cast<int>(before.count(u'\n')) + 1, static_cast<int>(index - lineStart)};
}

/// JSON could carry both, but no two programs agree on what they then mean.
std::optional<Error> problemOfCharacters(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        Error error;
        if (c.isNull()) {
            error = problem(Words::tr("The query holds a NUL character, which no service reads."),
                            Words::tr("Delete it and run the query again."));
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        } else if (c.isSurrogate()) {
            error = problem(Words::tr("The query holds half of a character, which no service reads."),
                            Words::tr("Delete it and run the query again."));
        } else {
            continue;
        }
        error.position = positionOf(text, i);
        return error;
    }
    return {};
}

} // namespace

std::optional<Error> problemOf(const Query &query)
{
    constexpr int longestServerTimeout = 600;
    if (query.text.trimmed().isEmpty())
        return problem(Words::tr("There is no query."), Words::tr("Type one and run it."));
    if (query.text.size() > longestQueryText) {
        return problem(Words::tr("The query is longer than 10 million characters."),
                       Words::tr("Put long lists into a table of the workspace."));
    }
    if (auto error = problemOfCharacters(query.text))
        return error;
    if (query.top && *query.top < 1) {
        return problem(Words::tr("A row limit of %L1 gives no rows.").arg(*query.top),
                       Words::tr("Ask for one row or more."));
    }
    if (query.top && *query.top > largestTop) {
        return problem(Words::tr("A row limit of %L1 is more than a service can count.").arg(*query.top),
                       Words::tr("Ask for at most %L1 rows, or set no limit.").arg(largestTop));
    }
    if (query.serverTimeoutSeconds < 1 || query.serverTimeoutSeconds > longestServerTimeout) {
        return problem(Words::tr("A time limit of %1 s cannot be asked for.").arg(query.serverTimeoutSeconds),
                       //: %1: seconds
                       Words::tr("Choose 1 to %1 s.").arg(longestServerTimeout));
    }
    return {};
}

Result<QString> queryTextOf(const QByteArray &bytes, const QString &name)
{
    const bool wide = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    QStringDecoder decoder(wide ? QStringDecoder::Utf16 : QStringDecoder::Utf8);
    QString text = decoder(bytes);
    // The decoder forgives a last character that is cut.
    if (decoder.hasError() || (wide ? bytes.size() % 2 != 0 : !bytes.isValidUtf8())) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is not text in UTF-8.").arg(name),
                       Words::tr("Save it as UTF-8 and try again."));
    }
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return text;
}

} // namespace sonde
