#include "kql/kqltext.h"

#include <QRegularExpression>
#include <QStringList>

namespace sonde {

QString kqlName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    // Words of the language that a field of a table may be called; a bare one would not be read as a name.
    static const QStringList reserved = {
        QStringLiteral("and"),    QStringLiteral("or"),       QStringLiteral("not"),
        QStringLiteral("in"),     QStringLiteral("by"),       QStringLiteral("on"),
        QStringLiteral("has"),    QStringLiteral("contains"), QStringLiteral("where"),
        QStringLiteral("let"),    QStringLiteral("set"),      QStringLiteral("between"),
        QStringLiteral("true"),   QStringLiteral("false"),    QStringLiteral("union"),
        QStringLiteral("search"), QStringLiteral("print"),    QStringLiteral("range"),
        QStringLiteral("find"),   QStringLiteral("datatable")};
    if (plain.match(name).hasMatch() && !reserved.contains(name))
        return name;
    return u"[" + kqlString(name) + u']';
}

QString kqlString(const QString &text)
{
    QString literal;
    literal.reserve(text.size() + 2);
    literal.append(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal.append(u'\\').append(c);
        else if (c == u'\n')
            literal.append(QLatin1String("\\n"));
        else if (c == u'\r')
            literal.append(QLatin1String("\\r"));
        else if (c == u'\t')
            literal.append(QLatin1String("\\t"));
        else
            literal.append(c);
    }
    return literal.append(u'"');
}

} // namespace sonde
