#include "widgets/valuespopup.h"

#include "models/cellformatter.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

constexpr int longestShown = 60;
enum Role { ValueRole = Qt::UserRole, NullRole };

} // namespace

ValuesPopup::ValuesPopup(int column, const QString &columnName,
                         const std::optional<ColumnCondition> &condition, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_column(column)
    , m_condition(condition)
    , m_note(new QLabel(tr("Counting the values…"), this))
    , m_values(new QTreeWidget(this))
    , m_clear(new QPushButton(tr("C&lear"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    //: %1: a column’s name
    setAccessibleName(tr("Values of %1").arg(columnName));
    m_note->setWordWrap(true);
    m_values->setColumnCount(2);
    m_values->setHeaderHidden(true);
    m_values->setRootIsDecorated(false);
    m_values->setUniformRowHeights(true);
    m_values->setFrameShape(QFrame::NoFrame);
    m_values->setAccessibleName(accessibleName());
    m_values->header()->setStretchLastSection(false);
    m_values->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_values->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_note);
    layout->addWidget(m_values, 1);
    auto *close = new QPushButton(tr("&Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    m_clear->setToolTip(tr("Choose no value, and filter nothing"));
    m_clear->setEnabled(condition.has_value());
    connect(m_clear, &QPushButton::clicked, this, &ValuesPopup::untickAll);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    const QFontMetrics metrics = fontMetrics();
    resize(44 * metrics.averageCharWidth(), 18 * metrics.height());
    connect(m_values, &QTreeWidget::itemChanged, this, &ValuesPopup::takeTicks);
    setFocusProxy(m_values);
}

void ValuesPopup::setValues(const std::vector<ValueCount> &values, bool isAll)
{
    const QSignalBlocker blocker(m_values);
    const bool isList = m_condition && m_condition->kind == ColumnCondition::Kind::OneOf;
    m_unlisted = isList ? m_condition->values : QStringList();
    for (const ValueCount &value : values) {
        m_unlisted.removeAll(value.text);
        auto *item = new QTreeWidgetItem(m_values);
        QString text = toSingleLine(value.text.toStdString(), longestShown);
        if (value.isNull)
            text = tr("No value");
        else if (text.isEmpty())
            text = tr("Empty text");
        item->setText(0, text);
        item->setToolTip(0, value.text.left(1000));
        item->setText(1, QLocale().toString(static_cast<qulonglong>(value.count)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, ValueRole, value.text);
        item->setData(0, NullRole, value.isNull);
        const bool isTicked =
            isList && (value.isNull ? m_condition->nullToo : m_condition->values.contains(value.text));
        item->setCheckState(0, isTicked ? Qt::Checked : Qt::Unchecked);
    }
    m_note->setText(isAll ? tr("All values, the most frequent first")
                          : tr("The %Ln most frequent values", nullptr, static_cast<int>(values.size())));
    if (m_values->topLevelItemCount() > 0)
        m_values->setCurrentItem(m_values->topLevelItem(0));
    else
        m_note->setText(tr("There are no values to choose from."));
}

void ValuesPopup::openBelow(const QWidget &widget)
{
    QPoint at = widget.mapToGlobal(widget.rect().bottomLeft());
    const QScreen *screen = widget.screen();
    const QRect room = screen->availableGeometry();
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    if (at.y() + height() > room.bottom())
        at.setY(widget.mapToGlobal(QPoint()).y() - height());
    move(at);
    show();
    m_values->setFocus(Qt::PopupFocusReason);
}

void ValuesPopup::takeTicks()
{
    ColumnCondition condition{m_column, ColumnCondition::Kind::OneOf, {}, m_unlisted};
    for (int row = 0; row < m_values->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_values->topLevelItem(row);
        if (item->checkState(0) != Qt::Checked)
            continue;
        if (item->data(0, NullRole).toBool())
            condition.nullToo = true;
        else
            condition.values << item->data(0, ValueRole).toString();
    }
    const bool isAny = !condition.values.isEmpty() || condition.nullToo;
    m_clear->setEnabled(isAny);
    emit chosen(isAny ? std::optional(condition) : std::nullopt);
}

void ValuesPopup::untickAll()
{
    m_unlisted.clear();
    {
        const QSignalBlocker blocker(m_values);
        for (int row = 0; row < m_values->topLevelItemCount(); ++row)
            m_values->topLevelItem(row)->setCheckState(0, Qt::Unchecked);
    }
    m_values->setFocus(Qt::OtherFocusReason); // the button is about to be disabled
    takeTicks();
}

} // namespace sonde
