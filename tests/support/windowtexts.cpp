#include "support/windowtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

namespace sonde {

namespace {

/// Enough of a long list to see how its rows speak.
constexpr int rowsRead = 30;

class Collector
{
public:
    void visit(const QWidget &widget, const QString &path)
    {
        m_widget = &widget;
        m_path = path;
        visitAny(widget);
        visitKind(widget);
        for (const QAction *action : widget.actions())
            visitAction(*action);
        for (const QObject *child : widget.children()) {
            if (child->isWidgetType()) {
                const auto &part = static_cast<const QWidget &>(*child);
                if (isOverflow(widget, part))
                    continue;
                visit(part, path + u'/' + nameOf(part));
                m_widget = &widget;
                m_path = path;
            }
        }
    }

    static QString nameOf(const QWidget &widget)
    {
        const QString name = QString::fromLatin1(widget.metaObject()->className());
        return widget.objectName().isEmpty() ? name : name + u'#' + widget.objectName();
    }

    const QList<WindowText> &texts() const { return m_texts; }

private:
    /// Where a menu bar puts entries for which it has no room; filled once and not emptied when there is.
    static bool isOverflow(const QWidget &bar, const QWidget &part)
    {
        const auto *menu = qobject_cast<const QMenu *>(&part);
        return menu != nullptr && qobject_cast<const QMenuBar *>(&bar) != nullptr &&
               !bar.actions().contains(menu->menuAction());
    }

    void add(const char *property, const QString &text, bool isData = false)
    {
        if (!text.isEmpty())
            m_texts.append({m_widget, m_path + u'.' + QLatin1String(property), text, isData});
    }

    void visitAny(const QWidget &widget)
    {
        add("windowTitle", widget.windowTitle());
        add("toolTip", widget.toolTip());
        add("statusTip", widget.statusTip());
        add("whatsThis", widget.whatsThis());
        add("accessibleName", widget.accessibleName());
        add("accessibleDescription", widget.accessibleDescription());
    }

    void visitKind(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            add("text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add("text", button->text());
        if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            add("title", group->title());
        if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            add("title", menu->title());
        if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
            add("placeholderText", line->placeholderText());
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
            add("placeholderText", text->placeholderText());
        if (const auto *spin = qobject_cast<const QSpinBox *>(&widget)) {
            add("specialValueText", spin->specialValueText());
            add("prefix", spin->prefix());
            add("suffix", spin->suffix());
        }
        if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int index = 0; index < box->count(); ++index)
                add("item", box->itemText(index), true);
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int index = 0; index < tabs->count(); ++index)
                add("tab", tabs->tabText(index), true);
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            visitView(*view);
    }

    void visitView(const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        if (model == nullptr || qobject_cast<const QHeaderView *>(&view) != nullptr)
            return;
        const bool hasHeader = qobject_cast<const QTableView *>(&view) != nullptr ||
                               (qobject_cast<const QTreeView *>(&view) != nullptr &&
                                !static_cast<const QTreeView &>(view).isHeaderHidden());
        for (int column = 0; hasHeader && column < model->columnCount(); ++column)
            add("header", model->headerData(column, Qt::Horizontal).toString(), true);
        visitRows(*model, {});
    }

    void visitRows(const QAbstractItemModel &model, const QModelIndex &parent)
    {
        for (int row = 0; row < std::min(rowsRead, model.rowCount(parent)); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                add("display", index.data(Qt::DisplayRole).toString(), true);
                add("toolTip", index.data(Qt::ToolTipRole).toString(), true);
                add("accessibleText", index.data(Qt::AccessibleTextRole).toString(), true);
            }
            visitRows(model, model.index(row, 0, parent));
        }
    }

    void visitAction(const QAction &action)
    {
        if (action.isSeparator())
            return;
        add("action.text", action.text());
        // Qt makes the tooltip of the text where there is none.
        if (action.toolTip() != QString(action.text()).remove(u'&'))
            add("action.toolTip", action.toolTip());
        if (action.statusTip() != action.toolTip())
            add("action.statusTip", action.statusTip());
    }

    const QWidget *m_widget = nullptr;
    QString m_path;
    QList<WindowText> m_texts;
};

} // namespace

QList<WindowText> windowTexts(const QWidget &window)
{
    Collector collector;
    collector.visit(window, Collector::nameOf(window));
    return collector.texts();
}

} // namespace sonde
