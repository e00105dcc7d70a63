#include "widgets/rowdetailsdock.h"

#include "models/rowdetailsmodel.h"
#include "widgets/celldelegate.h"
#include "widgets/dialogsize.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

namespace sonde {

namespace {

/// A text box with more than this is slow; the whole value can still be copied.
constexpr qsizetype shownCharacters = 200'000;

} // namespace

RowDetailsDock::RowDetailsDock(const Theme &theme, const Icons &icons, QWidget *parent)
    : QDockWidget(parent)
    , m_icons(icons)
    , m_model(new RowDetailsModel(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_value(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("rowDetails"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CellDelegate(theme, RowDetailsModel::NullRole, m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(RowDetailsModel::NameColumn, scaled(*this, 140));
    m_value->setReadOnly(true); // without a caret: its frame shows that it has the keyboard

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_value);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *hint = new QLabel(this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setMargin(16);
    m_stack->addWidget(hint);
    m_stack->addWidget(splitter);
    setWidget(m_stack);
    keepTranslated(this, [this, hint] {
        setWindowTitle(tr("Row details"));
        m_tree->setAccessibleName(tr("Fields of the row"));
        m_value->setAccessibleName(tr("Whole value"));
        m_value->setPlaceholderText(tr("Choose a field to see its whole value."));
        hint->setText(tr("Choose a row to see all of its fields."));
        emit m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    });

    const auto takeFonts = [this, &theme] {
        m_tree->setFont(theme.cellFont());
        m_value->setFont(theme.editorFont());
    };
    takeFonts();
    connect(&theme, &Theme::fontsChanged, this, takeFonts);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowDetailsDock::showValue);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &RowDetailsDock::showMenu);
}

void RowDetailsDock::showRecord(const ChunkedTable &snapshot, std::size_t row, const QString &column)
{
    m_chosenName = column;
    m_table = snapshot;
    m_row = row;
    if (isVisible())
        load();
}

void RowDetailsDock::clear()
{
    m_table = ChunkedTable();
    m_model->clear();
    m_value->clear();
    m_stack->setCurrentIndex(0);
}

void RowDetailsDock::setFormatter(const CellFormatter &formatter)
{
    m_model->setFormatter(formatter);
}

void RowDetailsDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    load();
}

void RowDetailsDock::load()
{
    if (m_row >= m_table.rowCount())
        return;
    const QString chosen = m_chosenName;
    m_model->setRecord(m_table, m_row);
    m_stack->setCurrentIndex(1);
    // Going from row to row one compares the same field.
    const int column = chosen.isEmpty() ? -1 : m_table.indexOf(chosen);
    m_tree->setCurrentIndex(m_model->index(std::max(0, column), 0));
    showValue();
}

void RowDetailsDock::showValue()
{
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid()) {
        m_value->clear();
        return;
    }
    QModelIndex top = current;
    while (top.parent().isValid())
        top = top.parent();
    m_chosenName = top.siblingAtColumn(RowDetailsModel::NameColumn).data().toString();
    const QString value = current.data(RowDetailsModel::FullTextRole).toString();
    if (value.size() <= shownCharacters) {
        m_value->setPlainText(value);
        return;
    }
    m_value->setPlainText(
        //: %1: the beginning of a cell; %L2: how many characters that is; %L3: how many it has
        tr("%1\n\nOnly the first %L2 of %L3 characters are shown; Copy value takes them all.")
            .arg(value.left(shownCharacters))
            .arg(shownCharacters)
            .arg(value.size()));
}

void RowDetailsDock::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasField = m_tree->currentIndex().isValid();
    menu->addAction(m_icons.icon(QLatin1StringView("copy")), tr("Copy value"), QKeySequence::Copy, this,
                    &RowDetailsDock::copyValue)
        ->setEnabled(hasField);
    menu->addAction(tr("Copy name"), this,
                    [this] { copyField(Qt::DisplayRole, RowDetailsModel::NameColumn); })
        ->setEnabled(hasField);
    menu->addSeparator();
    menu->addAction(tr("Unfold"), this, [this] { m_tree->expandRecursively(m_tree->currentIndex()); })
        ->setEnabled(hasField && m_model->hasChildren(m_tree->currentIndex().siblingAtColumn(0)));
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void RowDetailsDock::copyValue()
{
    if (m_value->hasFocus() && m_value->textCursor().hasSelection())
        m_value->copy();
    else
        copyField(RowDetailsModel::FullTextRole, RowDetailsModel::ValueColumn);
}

void RowDetailsDock::copyField(int role, int column)
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid())
        QApplication::clipboard()->setText(current.siblingAtColumn(column).data(role).toString());
}

} // namespace sonde
