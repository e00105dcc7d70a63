#include "widgets/rowdetailsdock.h"

#include "models/rowdetailsmodel.h"
#include "widgets/fieldsearch.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/theme.h"
#include "widgets/wholetextview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace sonde {

namespace {

/// More is shown in a window of its own, where one waits for it but once.
constexpr qsizetype shownCharacters = 20'000;

} // namespace

RowDetailsDock::RowDetailsDock(const Theme &theme, const Icons &icons, QWidget *parent)
    : QDockWidget(parent)
    , m_icons(icons)
    , m_stack(new QStackedWidget(this))
    , m_tree(new FieldTree(FieldTree::Shows::Record, theme, icons, this))
    , m_search(new FieldSearch(*m_tree, icons, this))
    , m_value(new WholeTextView(theme, this))
    , m_cutNote(new QLabel(this))
    , m_place(new QLabel(this))
    , m_previous(makeButton("arrow-up", QT_TR_NOOP("Previous row"), Qt::Key_PageUp))
    , m_next(makeButton("arrow-down", QT_TR_NOOP("Next row"), Qt::Key_PageDown))
    , m_hideEmpty(makeButton("eye-off", QT_TR_NOOP("Hide empty fields"), {}))
    , m_unfold(makeButton("unfold-vertical", QT_TR_NOOP("Unfold all"), Qt::Key_Asterisk))
    , m_fold(makeButton("fold-vertical", QT_TR_NOOP("Fold all"), {}))
{
    setObjectName(QStringLiteral("rowDetails"));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(makeValuePart());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBars());
    layout->addWidget(splitter, 1);
    auto *hint = new QLabel(this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setMargin(16);
    m_stack->addWidget(hint);
    m_stack->addWidget(page);
    setWidget(m_stack);
    keepTranslated(this, [this, hint] {
        setWindowTitle(tr("Row details"));
        m_value->setAccessibleName(tr("Whole value"));
        m_value->setPlaceholderText(tr("Choose a field to see its whole value."));
        hint->setText(tr("Choose a row to see all of its fields."));
        //: %L1: how many characters; %2: keys, as Shift+F4
        m_cutNote->setText(tr("Only the first %L1 characters are shown here; %2 shows all of them.")
                               .arg(shownCharacters)
                               .arg(QKeySequence(Qt::SHIFT | Qt::Key_F4).toString(QKeySequence::NativeText)));
        showPosition();
    });

    const auto takeFont = [this, &theme] { m_tree->setFont(theme.cellFont()); };
    takeFont();
    connect(&theme, &Theme::fontsChanged, this, takeFont);
    connectParts();
}

void RowDetailsDock::connectParts()
{
    m_hideEmpty->setCheckable(true);
    connect(m_hideEmpty, &QToolButton::toggled, m_tree, &FieldTree::setHidesEmpty);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_unfold, &QToolButton::clicked, m_tree, &FieldTree::unfoldAll);
    connect(m_fold, &QToolButton::clicked, m_tree, &FieldTree::foldAll);
    connect(m_tree, &FieldTree::stepRequested, this, &RowDetailsDock::stepRequested);
    connect(m_tree, &FieldTree::wholeRequested, this, &RowDetailsDock::wholeRequested);
    connect(m_tree, &FieldTree::filterRequested, this, &RowDetailsDock::filter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowDetailsDock::showValue);
}

QWidget *RowDetailsDock::makeValuePart()
{
    m_value->setFrameShape(QFrame::StyledPanel);
    m_cutNote->setForegroundRole(QPalette::PlaceholderText);
    m_cutNote->setWordWrap(true);
    m_cutNote->setContentsMargins(8, 4, 8, 4);
    m_cutNote->hide();
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_value, 1);
    layout->addWidget(m_cutNote);
    return part;
}

QWidget *RowDetailsDock::makeBars()
{
    auto *bars = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_previous);
    buttons->addWidget(m_next);
    buttons->addSpacing(4);
    m_place->setMinimumWidth(1); // a narrow dock cuts it rather than being widened by it
    buttons->addWidget(m_place, 1);
    buttons->addWidget(m_hideEmpty);
    buttons->addWidget(m_unfold);
    buttons->addWidget(m_fold);
    auto *layout = new QVBoxLayout(bars);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_search);
    // As they stand, not as they were made.
    QWidget *last = m_previous;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_next, m_hideEmpty, m_unfold, m_fold, m_search, m_tree, m_value}) {
        setTabOrder(last, next);
        last = next;
    }
    return bars;
}

QToolButton *RowDetailsDock::makeButton(const char *icon, const char *name, const QKeySequence &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(m_icons.icon(QLatin1StringView(icon)));
    button->setAutoRaise(true);
    keepTranslated(button, [button, name, keys] {
        button->setAccessibleName(tr(name));
        //: %1: what a button does; %2: its keys
        const QString withKeys = tr("%1 (%2)");
        button->setToolTip(keys.isEmpty() ? tr(name)
                                          : withKeys.arg(tr(name), keys.toString(QKeySequence::NativeText)));
    });
    return button;
}

void RowDetailsDock::showRecord(const ChunkedTable &snapshot, std::size_t row, const QString &column,
                                qint64 position, qint64 count)
{
    m_isOtherColumn |= column != m_column;
    m_column = column;
    m_table = snapshot;
    m_row = row;
    m_position = position;
    m_count = count;
    if (isVisible())
        load();
}

void RowDetailsDock::setPosition(qint64 position, qint64 count)
{
    m_position = position;
    m_count = count;
    showPosition();
}

void RowDetailsDock::clear()
{
    m_table = ChunkedTable();
    m_tree->fields().clear();
    showValue();
    m_stack->setCurrentIndex(0);
}

void RowDetailsDock::setFormatter(const CellFormatter &formatter)
{
    m_tree->fields().setFormatter(formatter);
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
    m_stack->setCurrentIndex(1);
    m_tree->showRecord(m_table, m_row);
    if (std::exchange(m_isOtherColumn, false) || !m_tree->currentIndex().isValid())
        m_tree->goToColumn(std::max(0, m_table.indexOf(m_column)));
    showValue();
    showPosition();
}

void RowDetailsDock::showPosition()
{
    m_previous->setEnabled(m_position > 0);
    m_next->setEnabled(m_position + 1 < m_count);
    QString place;
    // Only of the record that is shown: the dock may have waited, hidden, while others were chosen.
    if (m_stack->currentIndex() == 1) {
        //: %L1: which of the rows shown this one is; %L2: how many they are
        place = tr("Row %L1 of %L2").arg(m_position + 1).arg(m_count);
    }
    m_place->setText(place);
}

void RowDetailsDock::showValue()
{
    const QString value = m_tree->fields().text(m_tree->currentIndex(), shownCharacters);
    m_cutNote->setVisible(value.size() > shownCharacters);
    m_value->showText([value](const CancelState &) { return std::make_shared<const QString>(value); });
}

void RowDetailsDock::filter(bool isKept)
{
    if (const auto path = m_tree->currentPath())
        emit filterRequested(*path, isKept);
}

void RowDetailsDock::copyValue()
{
    if (m_value->hasFocus() && m_value->textCursor().hasSelection())
        m_value->copy();
    else
        m_tree->copyValue();
}

} // namespace sonde
