#include "widgets/completionpopup.h"

#include "widgets/completionmodel.h"
#include "widgets/completiontext.h"
#include "widgets/keeptranslated.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

namespace sonde {

namespace {

constexpr int shownEntries = 10;
constexpr int gap = 8;

/// The name with its typed letters in bold, and what it is quieter at the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    EntryDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {10, option.fontMetrics.height() + 6};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        if (isChosen)
            painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
        const int icon = option.fontMetrics.height();
        QRect rect = option.rect.adjusted(4, 0, -gap, 0);
        const QRect iconRect(rect.left(), rect.center().y() - icon / 2, icon, icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
        rect.setLeft(iconRect.right() + 6);
        const int nameEnd = paintName(*painter, rect, index);
        rect.setLeft(nameEnd + 2 * gap);
        painter->setFont(option.font);
        painter->setPen(m_theme.color(isChosen ? ColorRole::Text : ColorRole::MutedText));
        if (rect.width() > 3 * option.fontMetrics.averageCharWidth()) {
            const QString detail = index.data(CompletionModel::DetailRole).toString();
            painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                              option.fontMetrics.elidedText(detail, Qt::ElideRight, rect.width()));
        }
        painter->restore();
    }

private:
    int paintName(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        const QString name = index.data(Qt::DisplayRole).toString();
        const QPoint match = index.data(CompletionModel::MatchRole).toPoint();
        const QFont plain = m_theme.editorFont();
        QFont bold = plain;
        bold.setBold(true);
        painter.setPen(m_theme.color(ColorRole::Text));
        QRect rest = rect;
        const auto draw = [&](const QString &text, const QFont &font) {
            painter.setFont(font);
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
            rest.setLeft(rest.left() + QFontMetrics(font).horizontalAdvance(text));
        };
        const int start = match.y() > 0 ? match.x() : 0;
        draw(name.left(start), plain);
        draw(name.mid(start, match.y()), bold);
        draw(name.mid(start + match.y()), plain);
        return rest.left();
    }

    const Theme &m_theme;
};

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, const Icons &icons, QWidget *parent)
    : QFrame(parent, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus)
    , m_theme(theme)
    , m_model(new CompletionModel(icons, this))
    , m_list(new QListView(this))
    , m_description(new QLabel(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::RichText);
    m_description->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_description->setContentsMargins(gap, gap, gap, gap);
    m_description->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 0, Qt::AlignTop);
    layout->addWidget(m_description);
    keepTranslated(this, [this] {
        setAccessibleName(tr("Completions"));
        m_list->setAccessibleName(tr("Completions"));
        describe();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::describe);
    connect(m_list, &QListView::clicked, this, [this] { emit accepted(); });
}

void CompletionPopup::setItems(const QList<KqlCompletionItem> &items, const QString &typed)
{
    const std::optional<KqlCompletionItem> before =
        chosen() != nullptr ? std::optional(*chosen()) : std::nullopt;
    m_model->setTyped(typed);
    m_model->setItems(items);
    // What somebody is about to take does not move away from under the hand.
    const bool isSeen = isVisible() && !typed.isEmpty();
    const int row = before && (m_isPicked || isSeen) ? m_model->rowOf(*before) : -1;
    if (row < 0)
        m_isPicked = false;
    choose(std::max(row, 0));
    if (!hasMatches())
        hide();
    else if (isVisible())
        showAt(m_word);
}

void CompletionPopup::setTyped(const QString &typed)
{
    if (typed == m_model->typed())
        return;
    m_model->setTyped(typed);
    m_isPicked = false;
    choose(0);
    if (!hasMatches())
        hide();
    else if (isVisible())
        showAt(m_word);
}

bool CompletionPopup::hasMatches() const
{
    return m_model->rowCount() > 0;
}

const KqlCompletionItem *CompletionPopup::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->itemAt(row) : nullptr;
}

bool CompletionPopup::isTypedOut() const
{
    const KqlCompletionItem *item = chosen();
    return item != nullptr && item->name == m_model->typed();
}

const QList<KqlCompletionItem> &CompletionPopup::items() const
{
    return m_model->items();
}

void CompletionPopup::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
}

void CompletionPopup::move(int steps)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    int row = m_list->currentIndex().row() + steps;
    if (std::abs(steps) == 1)
        row = (row + count) % count;
    m_isPicked = true;
    choose(std::clamp(row, 0, count - 1));
}

int CompletionPopup::entriesInView() const
{
    return std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)));
}

void CompletionPopup::describe()
{
    const KqlCompletionItem *item = chosen();
    m_description->setText(item != nullptr ? describeName(*item, m_schema) : QString());
    if (item == nullptr || !isVisible())
        return;
    // A snippet's text is higher than what is said of a name.
    if (m_description->heightForWidth(m_description->width()) > m_description->height())
        showAt(m_word);
    // The focus is in the editor, so a screen reader has to be told.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void CompletionPopup::fitSize()
{
    const QFontMetrics metrics(m_theme.editorFont());
    const int rows = std::min(m_model->rowCount(), shownEntries);
    int nameWidth = 0;
    for (int row = 0; row < std::min(m_model->rowCount(), 200); ++row)
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(m_model->itemAt(row).name));
    const int detail = 18 * fontMetrics().averageCharWidth();
    const int bar = m_list->verticalScrollBar()->sizeHint().width();
    const int wanted = nameWidth + metrics.height() + detail + bar + 4 * gap;
    const QRect room = screen()->availableGeometry();
    m_list->setFixedWidth(
        std::clamp(wanted, 24 * metrics.averageCharWidth(), std::max(200, room.width() * 4 / 10)));
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2);
    m_description->setFixedWidth(std::min(40 * fontMetrics().averageCharWidth(), room.width() * 3 / 10));
    const int described = m_description->heightForWidth(m_description->width());
    const int height = std::max(m_list->height(), std::min(described, room.height() / 3));
    setFixedSize(m_list->width() + m_description->width() + 2 * frameWidth(), height + 2 * frameWidth());
}

void CompletionPopup::showAt(const QRect &word)
{
    m_word = word;
    fitSize();
    const QScreen *where = parentWidget()->screen();
    const QRect room = where->availableGeometry();
    QPoint at(word.left() - 4 - fontMetrics().height() - 6, word.bottom() + 2);
    if (at.y() + height() > room.bottom() && word.top() - height() - 2 >= room.top())
        at.setY(word.top() - height() - 2);
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    QFrame::move(at);
    const bool wasVisible = isVisible();
    show();
    if (!wasVisible)
        describe();
}

} // namespace sonde
