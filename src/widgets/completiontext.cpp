#include "widgets/completiontext.h"

#include "core/snippet.h"
#include "kql/kqlwords.h"
#include "widgets/completionmodel.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CompletionText)
};

constexpr qsizetype columnsShown = 12;

const KqlTable *tableOf(const KqlSchemaPtr &schema, const QString &name)
{
    if (!schema)
        return nullptr;
    const auto found = std::find_if(schema->tables.begin(), schema->tables.end(),
                                    [&name](const KqlTable &table) { return table.name == name; });
    return found == schema->tables.end() ? nullptr : &*found;
}

QString columnsOf(const KqlTable &table)
{
    QStringList names;
    for (const KqlColumn &column : table.columns.mid(0, columnsShown))
        names.append(column.name.toHtmlEscaped());
    QString text = names.join(QStringLiteral(", "));
    const int more = static_cast<int>(table.columns.size() - columnsShown);
    if (more > 0) {
        //: %1: names of columns
        text = Words::tr("%1 and %n more", nullptr, more).arg(text);
    }
    return text;
}

/// As it is written, with what is typed over in italics.
QString textOf(const KqlCompletionItem &snippet)
{
    const SnippetText read = SnippetText::read(snippet.before);
    QString html = QStringLiteral("<pre style=\"white-space: pre-wrap; margin-top: 4px; margin-bottom: 0\">");
    qsizetype at = 0;
    for (const SnippetText::Stop &stop : read.stops) {
        html += read.text.mid(at, stop.start - at).toHtmlEscaped() + QLatin1String("<i><u>") +
                read.text.mid(stop.start, stop.length).toHtmlEscaped() + QLatin1String("</u></i>");
        at = stop.start + stop.length;
    }
    return html + read.text.mid(at).toHtmlEscaped() + QLatin1String("</pre>");
}

/// Pages of functions and operators are named after them, with dashes.
QUrl languagePage(const QString &name, const char *suffix)
{
    QString page = name;
    page.replace(u'_', u'-');
    if (page.startsWith(u'!'))
        page = u"not-" + page.mid(1);
    page.replace(u'~', QLatin1String("-"));
    return QUrl(QLatin1String("https://learn.microsoft.com/kusto/query/") + page + QLatin1String(suffix));
}

} // namespace

QString describeName(const KqlCompletionItem &item, const KqlSchemaPtr &schema)
{
    QString title = item.label.isEmpty() ? item.name : item.label;
    QStringList lines;
    QString kind = CompletionModel::kindText(item.kind);
    if (item.kind == KqlNameKind::Column && !item.detail.isEmpty()) {
        //: what a name is; %1: Column; %2: its type, as string
        kind = Words::tr("%1 of type %2").arg(kind, item.detail);
    }
    lines.append(kind.toHtmlEscaped());
    if (item.kind == KqlNameKind::Table) {
        if (const KqlTable *table = tableOf(schema, item.name)) {
            lines.append(table->description.toHtmlEscaped());
            lines.append(columnsOf(*table));
        }
    }
    if (item.kind == KqlNameKind::Saved && schema) {
        for (const KqlFunction &function : schema->functions) {
            if (function.name == item.name)
                lines.append(function.description.toHtmlEscaped());
        }
    }
    if (item.kind == KqlNameKind::Snippet) {
        lines.append(item.detail.toHtmlEscaped());
        lines.append(textOf(item));
    }
    lines.removeAll(QString());
    return QLatin1String("<b>") + title.toHtmlEscaped() + QLatin1String("</b><br>") +
           lines.join(QStringLiteral("<br>"));
}

QUrl documentationOf(const KqlCompletionItem &item)
{
    switch (item.kind) {
    case KqlNameKind::Function:
        return languagePage(item.name, "-function");
    case KqlNameKind::Aggregate:
        return languagePage(item.name, "-aggregation-function");
    case KqlNameKind::Operator:
        // One page for what has two names.
        if (item.name == QLatin1String("limit"))
            return languagePage(QStringLiteral("take"), "-operator");
        if (item.name == QLatin1String("order"))
            return languagePage(QStringLiteral("sort"), "-operator");
        return languagePage(item.name, "-operator");
    case KqlNameKind::Infix:
        return item.name.front().isLetter() || item.name.startsWith(u'!')
                   ? languagePage(item.name, "-operator")
                   : QUrl(QStringLiteral(
                         "https://learn.microsoft.com/kusto/query/datatypes-string-operators"));
    case KqlNameKind::Chart:
        return QUrl(QStringLiteral("https://learn.microsoft.com/kusto/query/render-operator"));
    case KqlNameKind::Table:
        return QUrl(QLatin1String("https://learn.microsoft.com/azure/azure-monitor/reference/tables/") +
                    item.name.toLower());
    default:
        return {};
    }
}

QUrl documentationOf(const QString &word, const KqlSchemaPtr &schema)
{
    if (tableOf(schema, word) != nullptr)
        return documentationOf(KqlCompletionItem{KqlNameKind::Table, word});
    if (word == QLatin1String("let"))
        return QUrl(QStringLiteral("https://learn.microsoft.com/kusto/query/let-statement"));
    for (const KqlSpot spot : {KqlSpot::Operator, KqlSpot::Aggregate, KqlSpot::Infix, KqlSpot::Chart}) {
        for (const KqlCompletionItem &item : kqlWords(spot)) {
            if (item.name == word)
                return documentationOf(item);
        }
    }
    return {};
}

} // namespace sonde
