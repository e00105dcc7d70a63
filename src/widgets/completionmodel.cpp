#include "widgets/completionmodel.h"

#include "widgets/icons.h"

#include <QPoint>
#include <algorithm>

namespace sonde {

namespace {

struct KindIcon
{
    const char *name;
    ColorRole role;
};

KindIcon iconOf(KqlNameKind kind)
{
    switch (kind) {
    case KqlNameKind::Column:
        return {"columns-3", ColorRole::EditorColumn};
    case KqlNameKind::Table:
        return {"table-2", ColorRole::EditorTable};
    case KqlNameKind::Function:
    case KqlNameKind::Saved:
        return {"square-function", ColorRole::EditorFunction};
    case KqlNameKind::Aggregate:
        return {"sigma", ColorRole::EditorFunction};
    case KqlNameKind::Local:
    case KqlNameKind::Parameter:
        return {"variable", ColorRole::EditorColumn};
    case KqlNameKind::Infix:
        return {"equal", ColorRole::EditorKeyword};
    case KqlNameKind::Chart:
        return {"chart-column", ColorRole::EditorKeyword};
    case KqlNameKind::Type:
        return {"type", ColorRole::EditorKeyword};
    case KqlNameKind::Option:
        return {"settings-2", ColorRole::EditorKeyword};
    case KqlNameKind::Snippet:
        return {"text-cursor-input", ColorRole::Accent};
    case KqlNameKind::Operator:
    case KqlNameKind::Keyword:
    case KqlNameKind::Other:
        break;
    }
    return {"workflow", ColorRole::EditorKeyword};
}

} // namespace

CompletionModel::CompletionModel(const Icons &icons, QObject *parent)
    : QAbstractListModel(parent)
    , m_icons(icons)
{}

void CompletionModel::setItems(const QList<KqlCompletionItem> &items)
{
    m_items = items;
    filter();
}

void CompletionModel::setTyped(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    filter();
}

void CompletionModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const NameMatch match = m_typed.isEmpty() ? NameMatch::Exact : matchName(m_items.at(i).name, m_typed);
        if (match != NameMatch::None)
            m_rows.push_back({i, match});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.match < b.match; });
    endResetModel();
}

const KqlCompletionItem &CompletionModel::itemAt(int row) const
{
    return m_items.at(m_rows[static_cast<std::size_t>(row)].item);
}

NameMatch CompletionModel::matchAt(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].match;
}

int CompletionModel::rowOf(const KqlCompletionItem &item) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return m_items.at(row.item).name == item.name && m_items.at(row.item).kind == item.kind;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KqlCompletionItem &item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::DecorationRole: {
        const KindIcon icon = iconOf(item.kind);
        return m_icons.icon(QLatin1StringView(icon.name), icon.role);
    }
    case Qt::AccessibleTextRole:
        //: what a screen reader says of an entry of the completion list; %1: a name; %2: what it is, as
        //: Column
        return tr("%1, %2").arg(item.name, kindText(item.kind));
    case DetailRole:
        if (item.kind == KqlNameKind::Snippet)
            return {}; // a sentence, which stands beside the list
        if (!item.detail.isEmpty())
            return item.detail;
        // Of functions the parameters.
        return item.label.startsWith(item.name) ? item.label.mid(item.name.size()) : QString();
    case MatchRole: {
        const qsizetype start = item.name.indexOf(m_typed, 0, Qt::CaseInsensitive);
        return QPoint(static_cast<int>(start), start < 0 ? 0 : static_cast<int>(m_typed.size()));
    }
    default:
        return {};
    }
}

QString CompletionModel::kindText(KqlNameKind kind)
{
    switch (kind) {
    case KqlNameKind::Column:
        return tr("Column");
    case KqlNameKind::Table:
        return tr("Table");
    case KqlNameKind::Function:
        return tr("Function");
    case KqlNameKind::Aggregate:
        return tr("Aggregate function");
    case KqlNameKind::Saved:
        return tr("Function of the workspace");
    case KqlNameKind::Local:
        return tr("Name made by the query");
    case KqlNameKind::Parameter:
        return tr("Parameter");
    case KqlNameKind::Operator:
        return tr("Operator");
    case KqlNameKind::Infix:
        return tr("Comparison or sign");
    case KqlNameKind::Keyword:
    case KqlNameKind::Other:
        return tr("Word of the language");
    case KqlNameKind::Chart:
        return tr("Kind of chart");
    case KqlNameKind::Type:
        return tr("Type");
    case KqlNameKind::Option:
        return tr("Option");
    case KqlNameKind::Snippet:
        return tr("Snippet");
    }
    return {};
}

} // namespace sonde
