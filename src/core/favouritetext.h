#pragma once

#include "core/favourite.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace sonde {

/// The text of a favourite's file, which changes only where the favourite does.
///
/// The comment lines at its beginning are the properties, the layout of Azure Monitor's community queries:
///
///     // Display name: Failed logons
///     // Description: Who tried, and from where.
///     //   A line that begins with three spaces goes on with the one above.
///     // Categories: Security, Audit
///     // Language: KQL
///     // Time range: P1D
///     // Connection: 7b1d6d1e-0000-4000-8000-000000000001
///     // Export profile: Excel, Dutch
///     // Parameter values: account:string = "admin", days:timespan = "7d"
///
///     SecurityEvent
///     | where EventID == 4625
///
/// Properties of other names, other comments among them, the byte-order mark, each line's ending and the
/// order of it all stay as they are read. Comments with no property of a known name among them belong to the
/// query.
class FavouriteText
{
public:
    /// Bytes; the services take no query beyond it.
    static constexpr qint64 largestSize = qint64(2) << 20;

    /// Decode where the bytes are no text that can be shown and written back as it was: not UTF-8, a NUL, too
    /// large. Any text is a favourite.
    static Result<FavouriteText> fromBytes(const QByteArray &bytes);
    /// The fault of a file of that many bytes, which need not be read to know it.
    static Error tooLarge(qint64 size);
    /// Whether a query's text begins with properties itself, as a file has them.
    static bool hasHeader(const QString &text);

    const Favourite &favourite() const { return m_favourite; }
    /// Brings the text in line with \a favourite, field by field where they differ. Blank lines before the
    /// query and in the description are left out.
    void set(const Favourite &favourite);
    /// The same bytes that were read, where nothing was changed. Usage where they could not be read again.
    Result<QByteArray> toBytes() const;

private:
    struct Line
    {
        QString text;
        QString end;
    };
    struct Property
    {
        QString key; ///< lower case
        QString prefix;
        QString value;
        qsizetype line = 0;
        qsizetype lineCount = 1;
    };

    static QList<Line> splitLines(const QString &text);
    static std::optional<Property> propertyOf(const QString &line);
    void parse();
    QString valueOf(QLatin1StringView key) const;
    void setProperty(QLatin1StringView key, const QString &value);
    void setText(const QString &text);
    void mendEnds();

    bool m_hasMark = false;
    QString m_newline = QStringLiteral("\n");
    QList<Line> m_lines;
    QList<Property> m_properties;
    qsizetype m_headerBegin = 0;
    qsizetype m_headerEnd = 0; ///< the line behind it; both 0 where there is no header
    qsizetype m_bodyBegin = 0;
    Favourite m_favourite;
};

} // namespace sonde
