#include "core/kqltext.h"

#include <QRegularExpression>
#include <QSet>

namespace sonde {

QString kqlName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    // Words of the language that a field of a table may be called; a bare one would not be read as a name.
    static const QSet<QString> reserved = {
        QStringLiteral("and"),      QStringLiteral("or"),        QStringLiteral("not"),
        QStringLiteral("in"),       QStringLiteral("by"),        QStringLiteral("on"),
        QStringLiteral("has"),      QStringLiteral("contains"),  QStringLiteral("where"),
        QStringLiteral("let"),      QStringLiteral("set"),       QStringLiteral("between"),
        QStringLiteral("true"),     QStringLiteral("false"),     QStringLiteral("union"),
        QStringLiteral("search"),   QStringLiteral("print"),     QStringLiteral("range"),
        QStringLiteral("find"),     QStringLiteral("datatable"), QStringLiteral("bool"),
        QStringLiteral("boolean"),  QStringLiteral("date"),      QStringLiteral("datetime"),
        QStringLiteral("decimal"),  QStringLiteral("double"),    QStringLiteral("dynamic"),
        QStringLiteral("guid"),     QStringLiteral("int"),       QStringLiteral("long"),
        QStringLiteral("real"),     QStringLiteral("string"),    QStringLiteral("time"),
        QStringLiteral("timespan"), QStringLiteral("uniqueid"),  QStringLiteral("uuid"),
        QStringLiteral("int8"),     QStringLiteral("int16"),     QStringLiteral("int32"),
        QStringLiteral("int64"),    QStringLiteral("uint"),      QStringLiteral("ulong"),
        QStringLiteral("float"),    QStringLiteral("null"),      QStringLiteral("typeof"),
        QStringLiteral("as"),       QStringLiteral("with"),      QStringLiteral("kind"),
        QStringLiteral("of")};
    if (plain.match(name).hasMatch() && !reserved.contains(name))
        return name;
    return u"[" + kqlString(name) + u']';
}

QString kqlString(const QString &text)
{
    std::string literal;
    appendKqlString(literal, text.toStdString());
    return QString::fromStdString(literal);
}

void appendKqlString(std::string &out, std::string_view text)
{
    constexpr const char *digits = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
            out.push_back(digits[static_cast<unsigned char>(c) & 0xF]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

} // namespace sonde
