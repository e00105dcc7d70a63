#include "ports/importguess.h"

#include <QCoreApplication>
#include <QSet>

namespace sonde {

namespace {

constexpr qsizetype shownColumns = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

QString shownCharacter(const QString &text)
{
    if (text.isEmpty())
        return Words::tr("none", "no quote character");
    if (text == u"\t")
        return Words::tr("tab", "the character");
    return QString(u'“' + text + u'”');
}

QString describeDialect(const CsvDialect &dialect)
{
    QStringList facts{//: %1: a character in quotes, or “tab”
                      Words::tr("delimiter %1").arg(shownCharacter(dialect.delimiter)),
                      //: %1: a character in quotes, or “none”
                      Words::tr("quote %1").arg(shownCharacter(dialect.quote)),
                      dialect.hasHeader ? Words::tr("names in the first line")
                                        : Words::tr("no line with names")};
    if (dialect.skippedLines > 0)
        facts += Words::tr("%n line(s) before it passed over", nullptr, dialect.skippedLines);
    if (!dialect.comment.isEmpty())
        facts += Words::tr("comments begin with %1").arg(shownCharacter(dialect.comment));
    if (dialect.isLatin1)
        facts += Words::tr("Latin-1");
    return facts.join(QStringLiteral(", "));
}

/// Words that KQL takes for something else where a table's name stands.
bool isReserved(const QString &name)
{
    static const QSet<QString> words =
        [](const QStringList &list) {
            return QSet<QString>(list.begin(), list.end());
        }(QStringLiteral(
              "access alias and as asc bool boolean by contains count database datatable date datetime "
              "decimal declare desc distinct double dynamic evaluate extend externaldata facet false find "
              "fork from getschema guid has has_all has_any in int invoke join kind let limit long "
              "lookup materialize not null of on or order parse partition pattern print project range "
              "real reduce render restrict sample scan search serialize set sort string summarize take "
              "time timespan to toscalar totable top true typeof union uniqueid uuid view where with")
              .split(u' '));
    return words.contains(name);
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString importKindText(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Csv:
        return Words::tr("CSV");
    case ImportKind::JsonLines:
        return Words::tr("JSON Lines");
    case ImportKind::JsonArray:
        return Words::tr("a JSON array");
    case ImportKind::Parquet:
        return Words::tr("Parquet");
    case ImportKind::StoredResult:
        return Words::tr("a saved result");
    case ImportKind::Sqlite:
        break;
    }
    return Words::tr("an SQLite database");
}

QStringList describeGuess(const ImportGuess &guess)
{
    QString head = QStringLiteral("%1: %2").arg(guess.path, importKindText(guess.kind));
    if (guess.kind == ImportKind::Csv)
        head += u"; " + describeDialect(guess.csv);
    QStringList lines{head};
    for (const ImportTable &table : guess.tables) {
        QStringList columns;
        for (const ImportColumn &column : table.columns.first(std::min(shownColumns, table.columns.size())))
            columns += column.name + u' ' + columnTypeName(column.type);
        if (table.columns.size() > shownColumns)
            columns +=
                Words::tr("and %n more", nullptr, static_cast<int>(table.columns.size() - shownColumns));
        lines += QStringLiteral("  %1: %2").arg(table.name, columns.join(QStringLiteral(", ")));
    }
    return lines + guess.remarks;
}

QString kqlTableName(const QString &name)
{
    QString out;
    for (const QChar c : name)
        out += isAsciiLetter(c) || isAsciiDigit(c) ? c : QChar(u'_');
    if (out.isEmpty() || isAsciiDigit(out.front()))
        out.prepend(u'_');
    return isReserved(out) ? QString(out + u'_') : out;
}

QStringList uniqueColumnNames(const QStringList &originals)
{
    // A name that stands once keeps it, wherever it stands.
    QSet<QString> taken(originals.begin(), originals.end());
    QSet<QString> given;
    QStringList names;
    for (qsizetype i = 0; i < originals.size(); ++i) {
        QString name =
            originals.at(i).trimmed().isEmpty() ? QStringLiteral("Column%1").arg(i + 1) : originals.at(i);
        const QString first = name;
        const bool isOwn = first == originals.at(i);
        for (int n = 1; given.contains(name) || (!(isOwn && name == first) && taken.contains(name)); ++n)
            name = first + QString::number(n);
        given.insert(name);
        names += name;
    }
    return names;
}

} // namespace sonde
