#include "models/schemamodel.h"

#include "core/kqltext.h"

namespace sonde {

QVariant SchemaModel::tableData(const KqlTable &table, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return table.name;
    case InsertRole:
        return kqlName(table.name);
    case StarRole:
        return m_starred.contains(table.name);
    case Qt::AccessibleTextRole:
        if (m_starred.contains(table.name)) {
            //: %1: the name of a table
            return tr("%1, starred table").arg(table.name);
        }
        //: %1: the name of a table
        return tr("%1, table").arg(table.name);
    case Qt::ToolTipRole: {
        QStringList facts;
        if (!table.solutions.isEmpty()) {
            //: %1: names of solutions, as Microsoft Sentinel
            const QString fact = tr("Solution: %1");
            facts << fact.arg(table.solutions.join(QStringLiteral(", ")));
        }
        if (!table.categories.isEmpty()) {
            //: %1: names of categories, as Security
            const QString fact = tr("Category: %1");
            facts << fact.arg(table.categories.join(QStringLiteral(", ")));
        }
        facts << tr("%Ln column(s)", nullptr, static_cast<int>(table.columns.size()));
        return toolTip(table.name, table.description, facts);
    }
    default:
        return {};
    }
}

QVariant SchemaModel::functionData(const KqlFunction &function, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return function.name;
    case TypeRole:
        return QString(u'(' + function.parameters + u')');
    case InsertRole:
        return QString(kqlName(function.name) + u"()");
    case Qt::AccessibleTextRole:
        if (function.parameters.isEmpty()) {
            //: %1: the name of a function
            return tr("%1, function").arg(function.name);
        }
        //: %1: the name of a function; %2: its parameters
        return tr("%1, function of %2").arg(function.name, function.parameters);
    case Qt::ToolTipRole: {
        constexpr qsizetype shownBody = 400;
        QString body = function.body.trimmed();
        if (body.size() > shownBody)
            body = body.left(shownBody) + u'…';
        return toolTip(function.name + u'(' + function.parameters + u')', function.description, {body});
    }
    default:
        return {};
    }
}

QVariant SchemaModel::columnData(const KqlColumn &column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return column.name;
    case TypeRole:
        return column.type;
    case InsertRole:
        return kqlName(column.name);
    case Qt::AccessibleTextRole:
        return QString(column.name + u", " + column.type);
    case Qt::ToolTipRole:
        return toolTip(column.name, column.description, {column.type});
    default:
        return {};
    }
}

/// As rich text, which breaks its lines; what the workspace says is none.
QString SchemaModel::toolTip(const QString &name, const QString &description, const QStringList &facts)
{
    QString html = QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    if (!description.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(description.left(1000).toHtmlEscaped());
    for (const QString &fact : facts)
        html += QStringLiteral("<div style=\"white-space: pre-wrap\">%1</div>").arg(fact.toHtmlEscaped());
    return html;
}

} // namespace sonde
