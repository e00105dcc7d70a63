#include "widgets/querylines.h"

#include <QRegularExpression>

namespace sonde {

QString withLines(const QString &query, const QString &lines)
{
    static const QRegularExpression ending(QStringLiteral(R"([\s;]*$)"));
    static const QRegularExpression render(QStringLiteral(R"(\s*\|\s*render\b[^|\n]*$)"));
    qsizetype end = ending.match(query).capturedStart();
    if (const auto found = render.match(query.left(end)); found.hasMatch())
        end = found.capturedStart();
    return query.left(end) + lines + query.mid(end);
}

} // namespace sonde
