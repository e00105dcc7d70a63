#include "releasenotes.h"

#include "core/timezone.h"

#include <QLocale>
#include <QRegularExpression>
#include <QXmlStreamWriter>

namespace sonde {

namespace {

constexpr int debianWidth = 78;

/// AppStream's notes are read in a list of programs: longer ones than this are refused or cut there.
constexpr qsizetype mostBlocks = 40;

/// `code` becomes an element, other marks go.
void writeMarked(QXmlStreamWriter &xml, const QString &text)
{
    const QStringList parts = text.split(u'`');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 1)
            xml.writeTextElement(QStringLiteral("code"), parts.at(i));
        else
            xml.writeCharacters(QString(parts.at(i)).remove(u'*'));
    }
}

void writeBlocks(QXmlStreamWriter &xml, const QList<Release::Block> &blocks)
{
    bool inList = false;
    for (const Release::Block &block : blocks.first(std::min(mostBlocks, blocks.size()))) {
        if (block.isItem != inList) {
            if (inList)
                xml.writeEndElement();
            else
                xml.writeStartElement(QStringLiteral("ul"));
            inList = block.isItem;
        }
        xml.writeStartElement(inList ? QStringLiteral("li") : QStringLiteral("p"));
        writeMarked(xml, block.text);
        xml.writeEndElement();
    }
    if (inList)
        xml.writeEndElement();
}

/// An entry of Debian's changelog: folded, its first line with a star.
QString debianEntry(const QString &text)
{
    QString entry;
    QString line = QStringLiteral("  *");
    for (const QString &word : QString(text).remove(u'`').remove(QLatin1String("**")).split(u' ')) {
        if (line.size() + 1 + word.size() > debianWidth) {
            entry += line + u'\n';
            line = QStringLiteral("   ");
        }
        line += u' ' + word;
    }
    return entry + line + u'\n';
}

} // namespace

QList<Release> releasesOf(const QString &changelog, const QString &currentVersion)
{
    static const QRegularExpression heading(
        QStringLiteral("^## (?:(Unreleased)|\\[?(\\d[^\\s\\]]*)\\]?[^\\d]+(\\d{4}-\\d\\d-\\d\\d).*)$"));
    QList<Release> releases;
    bool isContinued = false;
    for (const QString &line : changelog.split(u'\n')) {
        const auto match = heading.match(line);
        if (match.hasMatch()) {
            Release release;
            release.version = match.hasCaptured(1) ? currentVersion : match.captured(2);
            release.date = QDate::fromString(match.captured(3), Qt::ISODate);
            releases << release;
            isContinued = false;
        } else if (releases.isEmpty() || line.startsWith(u'#') || line.trimmed().isEmpty()) {
            isContinued = false;
        } else if (line.startsWith(QLatin1String("- "))) {
            releases.last().blocks << Release::Block{true, line.mid(2).trimmed()};
            isContinued = true;
        } else if (isContinued) {
            releases.last().blocks.last().text += u' ' + line.trimmed();
        } else {
            releases.last().blocks << Release::Block{false, line.trimmed()};
            isContinued = true;
        }
    }
    return releases;
}

QString appStreamReleases(const QList<Release> &releases, const QDate &build)
{
    QString text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(QStringLiteral("releases"));
    for (const Release &release : releases) {
        const bool isReleased = release.date.isValid();
        xml.writeStartElement(QStringLiteral("release"));
        xml.writeAttribute(QStringLiteral("version"), release.version);
        xml.writeAttribute(QStringLiteral("date"), (isReleased ? release.date : build).toString(Qt::ISODate));
        xml.writeAttribute(QStringLiteral("type"),
                           isReleased ? QStringLiteral("stable") : QStringLiteral("development"));
        xml.writeStartElement(QStringLiteral("description"));
        writeBlocks(xml, release.blocks);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
    return text.trimmed();
}

QString debianChangelog(const QList<Release> &releases, const QString &maintainer, const QDateTime &build)
{
    QString text;
    for (const Release &release : releases) {
        const QDateTime date =
            release.date.isValid() ? QDateTime(release.date, QTime(12, 0), utcZone) : build;
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) +
                QStringLiteral("sonde (%1-1) %2; urgency=medium\n\n")
                    .arg(release.version,
                         release.date.isValid() ? QStringLiteral("stable") : QStringLiteral("UNRELEASED"));
        for (const Release::Block &block : release.blocks)
            text += debianEntry(block.text);
        text += QStringLiteral("\n -- %1  %2 +0000\n")
                    .arg(maintainer,
                         QLocale::c().toString(date.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")));
    }
    return text;
}

} // namespace sonde
