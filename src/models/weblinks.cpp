#include "models/weblinks.h"

#include <algorithm>

namespace sonde {

namespace {

bool endsAddress(QChar c)
{
    // A reader cannot tell what is hidden or blank, so it ends there.
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           QStringLiteral("\"<>\\^`{|}").contains(c);
}

/// What stands behind an address in a sentence rather than in it.
qsizetype withoutPunctuation(QStringView address)
{
    qsizetype length = address.size();
    while (length > 0) {
        const QChar last = address.at(length - 1);
        const QStringView rest = address.left(length);
        const bool isClosing = (last == u')' && rest.count(u'(') < rest.count(u')')) ||
                               (last == u']' && rest.count(u'[') < rest.count(u']'));
        if (!isClosing && !QStringLiteral(".,;:!?'*\u2026\u201D\u2019").contains(last))
            break;
        --length;
    }
    return length;
}

/// Of `http://` or `https://` at that place; 0 where there is none.
qsizetype schemeLength(QStringView text, qsizetype at)
{
    for (const QStringView scheme : {QStringView(u"https://"), QStringView(u"http://")}) {
        if (text.mid(at).startsWith(scheme, Qt::CaseInsensitive))
            return scheme.size();
    }
    return 0;
}

} // namespace

QList<WebLink> findWebLinks(const QString &text)
{
    QList<WebLink> links;
    qsizetype at = 0;
    while ((at = text.indexOf(QLatin1String("http"), at, Qt::CaseInsensitive)) >= 0) {
        const qsizetype scheme = schemeLength(text, at);
        const bool isWord = at > 0 && text.at(at - 1).isLetterOrNumber();
        if (scheme == 0 || isWord) {
            at += 4;
            continue;
        }
        qsizetype end = at + scheme;
        while (end < text.size() && !endsAddress(text.at(end)))
            ++end;
        const qsizetype length = withoutPunctuation(QStringView(text).mid(at, end - at));
        const QUrl url(text.mid(at, length), QUrl::StrictMode);
        if (length > scheme && url.isValid() && !url.host().isEmpty())
            links.append({at, length, url});
        at = end;
    }
    return links;
}

LinkTarget targetOf(const QUrl &url)
{
    LinkTarget target;
    target.address = QString::fromLatin1(url.toEncoded());
    target.host = url.host(QUrl::FullyEncoded);
    const QString shown = QUrl::fromAce(target.host.toLatin1(), QUrl::IgnoreIDNWhitelist);
    if (shown != target.host)
        target.shownHost = shown;
    target.isEncrypted = url.scheme().compare(QLatin1String("https"), Qt::CaseInsensitive) == 0;
    target.hasUser = !url.userInfo().isEmpty();
    return target;
}

} // namespace sonde
