#include "widgets/zonedialog.h"

#include "widgets/dialogsize.h"
#include "widgets/rowdelegate.h"
#include "widgets/searchfield.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

constexpr int zoneRole = Qt::UserRole;

/// Those that name a place: the others are older names of these, or offsets, which know no summer time.
bool isPlace(const QByteArray &id)
{
    static const QByteArrayList areas{"Africa/",   "America/",   "Antarctica/", "Arctic/", "Asia/",
                                      "Atlantic/", "Australia/", "Europe/",     "Indian/", "Pacific/"};
    return std::any_of(areas.begin(), areas.end(),
                       [&id](const QByteArray &area) { return id.startsWith(area); });
}

QString offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(seconds < 0 ? QChar(0x2212) : QChar(u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace

ZoneDialog::ZoneDialog(const Icons &icons, const QByteArray &current, const QString &usual,
                       const QDateTime &nowUtc, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_zones(new QTreeWidget(this))
    , m_use(new QPushButton(tr("&Use"), this))
{
    setWindowTitle(tr("Time zone of this tab"));
    makeSearchField(*m_search, icons);
    m_search->setPlaceholderText(tr("City or area, such as Amsterdam"));
    m_search->setAccessibleName(tr("Part of a time zone’s name"));
    m_search->installEventFilter(this);
    m_zones->setColumnCount(2);
    m_zones->setHeaderHidden(true);
    m_zones->setRootIsDecorated(false);
    m_zones->setUniformRowHeights(true);
    m_zones->setItemDelegate(new RowDelegate(m_zones));
    m_zones->setAccessibleName(tr("Time zones"));
    m_zones->header()->setStretchLastSection(false);
    m_zones->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_zones->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    //: %1: a time zone, as UTC
    auto *asUsual = new QTreeWidgetItem(m_zones, {tr("As everywhere (%1)").arg(usual), QString()});
    m_zones->setCurrentItem(asUsual);
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (!isPlace(id))
            continue;
        const QString name = QString::fromLatin1(id).replace(u'_', u' ');
        auto *item = new QTreeWidgetItem(m_zones, {name, offsetText(QTimeZone(id).offsetFromUtc(nowUtc))});
        item->setData(0, zoneRole, id);
        item->setForeground(1, palette().placeholderText());
        if (id == current)
            m_zones->setCurrentItem(item);
    }
    auto *note = new QLabel(
        tr("This is for what is shown. Queries stay in UTC, and an export has a zone of its own."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_zones, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ZoneDialog::filter);
    connect(m_zones, &QTreeWidget::itemActivated, this, &ZoneDialog::accept);
    connect(m_zones, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_use->setEnabled(item != nullptr); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ZoneDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    giveSize(*this, {420, 480});
    m_zones->scrollToItem(m_zones->currentItem(), QAbstractItemView::PositionAtCenter);
    m_search->setFocus();
}

void ZoneDialog::accept()
{
    const QTreeWidgetItem *item = m_zones->currentItem();
    if (item == nullptr)
        return;
    emit zoneChosen(item->data(0, zoneRole).toByteArray());
    QDialog::accept();
}

void ZoneDialog::filter()
{
    QTreeWidgetItem *first = nullptr;
    for (int row = 0; row < m_zones->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_zones->topLevelItem(row);
        const bool fits = item->text(0).contains(m_search->text().trimmed(), Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (fits && first == nullptr)
            first = item;
    }
    m_zones->setCurrentItem(first);
}

void ZoneDialog::step(int rows)
{
    QTreeWidgetItem *item = m_zones->currentItem();
    while (item != nullptr) {
        item = rows > 0 ? m_zones->itemBelow(item) : m_zones->itemAbove(item);
        if (item != nullptr && !item->isHidden()) {
            m_zones->setCurrentItem(item);
            return;
        }
    }
}

bool ZoneDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sonde
