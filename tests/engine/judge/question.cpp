#include "engine/judge/question.h"

namespace sonde::judge {

namespace {

QString joinedItems(const std::vector<Item> &items)
{
    QStringList texts;
    for (const Item &item : items)
        texts.append(item.before + item.piece.text() + item.after);
    return texts.join(QStringLiteral(", "));
}

int countItems(const Query &query)
{
    int count = 0;
    for (const Step &step : query.steps) {
        count += static_cast<int>(step.items.size() + step.by.size());
        for (const Query &side : step.sides)
            count += countItems(side);
    }
    return count;
}

QString quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    text.replace(u'\n', QLatin1String("\\n")).replace(u'\t', QLatin1String("\\t"));
    return u'"' + text + u'"';
}

QString tableText(const NamedRows &table)
{
    QStringList columns;
    for (const ColumnHeader &column : table.rows.columns)
        columns.append(column.name + u": " + columnTypeName(column.type));
    QStringList cells;
    for (const Row &row : table.rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.append(kqlLiteral(row.at(i), table.rows.columns.at(static_cast<qsizetype>(i)).type));
    }
    return u"let " + table.name + u" = datatable(" + columns.join(QStringLiteral(", ")) + u") [" +
           cells.join(QStringLiteral(", ")) + u"];\n";
}

} // namespace

QString Piece::text() const
{
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int part = form.at(i) == u'$' && i + 1 < form.size() ? form.at(i + 1).digitValue() : -1;
        if (part < 1) {
            text += form.at(i);
            continue;
        }
        text += parts.at(static_cast<std::size_t>(part) - 1).text();
        ++i;
    }
    return text;
}

QString Step::text() const
{
    QString text = head;
    if (!items.empty())
        text += u' ' + joinedItems(items);
    if (!by.empty())
        text += u" by " + joinedItems(by);
    QStringList queries;
    for (const Query &side : sides)
        queries.append(u'(' + side.text() + u')');
    if (!queries.isEmpty())
        text += u' ' + queries.join(QStringLiteral(", "));
    return text + tail;
}

QString Query::text() const
{
    QStringList texts;
    if (!source.isEmpty())
        texts.append(source);
    for (const Step &step : steps)
        texts.append(step.text());
    return texts.join(QStringLiteral(" | "));
}

QString Question::text() const
{
    QString text;
    for (const NamedRows &table : tables)
        text += tableText(table);
    for (const Item &let : lets)
        text += u"let " + let.before + let.piece.text() + let.after + u";\n";
    return text + query.text();
}

int Question::expressions() const
{
    return countItems(query);
}

QString kqlLiteral(const Value &value, ColumnType type)
{
    const QString name = columnTypeName(type);
    if (value.isNull())
        return name + u"(null)";
    switch (type) {
    case ColumnType::String:
        return quoted(value.text());
    case ColumnType::Int:
    case ColumnType::Long:
        return name + u'(' + textOf(value, type) + u')';
    case ColumnType::Real: {
        QString text = textOf(value, type);
        text.replace(QLatin1String("NaN"), QLatin1String("nan"));
        if (text.endsWith(u"Infinity"))
            text = text.startsWith(u'-') ? QStringLiteral("-inf") : QStringLiteral("+inf");
        return u"real(" + text + u')';
    }
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return name + u'(' + textOf(value, type) + u')';
    default:
        break;
    }
    return textOf(value, type);
}

QString sqlLiteral(const Value &value, ColumnType type)
{
    if (value.isNull())
        return QStringLiteral("NULL");
    switch (type) {
    case ColumnType::Bool:
        return textOf(value, type);
    case ColumnType::Real:
        return u"CAST('" + textOf(value, type) + u"' AS DOUBLE)";
    case ColumnType::String:
        return u'\'' + QString(value.text()).replace(u'\'', QLatin1String("''")) + u'\'';
    default:
        break;
    }
    return QString::number(value.whole());
}

} // namespace sonde::judge
