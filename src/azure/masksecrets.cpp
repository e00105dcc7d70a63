#include "azure/masksecrets.h"

#include <QRegularExpression>
#include <QString>

namespace sonde {

QByteArray maskSecrets(const QByteArray &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\b(client_secret|client_assertion|access_token|refresh_token|id_token)=[^&\\s]*"));
    static const QRegularExpression json(
        QStringLiteral("\"(client_secret|client_assertion|access_token|refresh_token|id_token)\"\\s*:\\s*\"(?"
                       ":[^\"\\\\]|\\\\.)*\"?"));
    static const QRegularExpression header(QStringLiteral("(authorization:\\s*)[^\\r\\n]*"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString masked = QString::fromUtf8(text);
    masked.replace(form, QStringLiteral("\\1=***"));
    masked.replace(json, QStringLiteral("\"\\1\":\"***\""));
    masked.replace(header, QStringLiteral("\\1***"));
    return masked.toUtf8();
}

} // namespace sonde
