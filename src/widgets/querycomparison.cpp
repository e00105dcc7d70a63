#include "widgets/querycomparison.h"

#include "models/background.h"
#include "widgets/dialogsize.h"
#include "widgets/iconlabel.h"
#include "widgets/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace sonde {

namespace {

constexpr int iconSide = 14;

QString withKeys(const QString &tip, const QKeySequence &keys)
{
    return QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText));
}

} // namespace

QueryComparison::QueryComparison(const ComparedQuery &left, const ComparedQuery &right, const Theme &theme,
                                 const Icons &icons, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_icons(icons)
    , m_theme(theme)
    , m_left(left)
    , m_right(right)
    , m_leftLines(linesOf(left.text))
    , m_rightLines(linesOf(right.text))
    , m_leftText(addText(ComparedText::Side::Left, left))
    , m_rightText(addText(ComparedText::Side::Right, right))
    , m_count(new QLabel(this))
    , m_previous(new QPushButton(icons.icon(QLatin1StringView("arrow-up")), QString(), this))
    , m_next(new QPushButton(icons.icon(QLatin1StringView("arrow-down")), QString(), this))
    , m_cancel(std::make_shared<CancelState>())
{
    setWindowTitle(tr("Compare queries"));
    auto *layout = new QVBoxLayout(this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    addFacts(*grid);
    const int row = grid->rowCount();
    grid->addWidget(m_leftText, row, 0, 1, 3);
    grid->addWidget(m_rightText, row, 3, 1, 3);
    grid->setRowStretch(row, 1);
    for (const int column : {2, 5})
        grid->setColumnStretch(column, 1);
    layout->addLayout(grid, 1);
    addButtons(*layout);
    scrollTogether();
    giveSize(*this, {960, 600});
    m_leftText->setFocus();
    say();
    compare();
}

QueryComparison::~QueryComparison()
{
    m_cancel->cancel();
}

ComparedText *QueryComparison::addText(ComparedText::Side side, const ComparedQuery &query)
{
    auto *text = new ComparedText(m_theme, side, query.language, this);
    text->setFrameShape(QFrame::StyledPanel);
    text->setAccessibleName(query.title);
    text->setMinimumSize(16 * fontMetrics().averageCharWidth(), 6 * fontMetrics().lineSpacing());
    return text;
}

void QueryComparison::addFacts(QGridLayout &layout)
{
    int column = 0;
    for (const ComparedQuery *query : {&m_left, &m_right}) {
        auto *title = new QLabel(query->title, this);
        title->setObjectName(QStringLiteral("title"));
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        layout.addWidget(title, 0, column, 1, 3);
        column += 3;
    }
    for (qsizetype i = 0; i < m_left.facts.size(); ++i) {
        const ComparedQuery::Fact &left = m_left.facts.at(i);
        const ComparedQuery::Fact &right = m_right.facts.at(i);
        if (left.isQuiet && !isDifferent(left, right))
            continue;
        const int row = layout.rowCount();
        addFact(layout, row, 0, left, isDifferent(left, right));
        addFact(layout, row, 3, right, isDifferent(left, right));
    }
}

void QueryComparison::addFact(QGridLayout &layout, int row, int column, const ComparedQuery::Fact &fact,
                              bool isMarked)
{
    auto *sign = new IconLabel(scaled(*this, iconSide), this);
    if (isMarked) {
        sign->setIcon(m_icons.icon(QLatin1StringView("equal-not"), ColorRole::Accent));
        sign->setToolTip(tr("Differs"));
    }
    auto *name = new QLabel(fact.name, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(fact.value.isEmpty() ? QStringLiteral("—") : fact.value, this);
    value->setObjectName(isMarked ? QStringLiteral("different") : QStringLiteral("same"));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    if (isMarked) {
        QFont font = value->font();
        font.setWeight(QFont::DemiBold);
        value->setFont(font);
        //: How a screen reader says what differs between two queries. %1: such as Connection; %2: its name
        value->setAccessibleName(tr("%1, differs: %2").arg(fact.name, value->text()));
    }
    layout.addWidget(sign, row, column, Qt::AlignTop);
    layout.addWidget(name, row, column + 1, Qt::AlignTop);
    layout.addWidget(value, row, column + 2, Qt::AlignTop);
}

void QueryComparison::addButtons(QBoxLayout &layout)
{
    const auto add = [this](QPushButton *button, const char *name, const QString &text, const QString &tip,
                            const QKeySequence &keys, int step) {
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setAutoDefault(false);
        button->setToolTip(withKeys(tip, keys));
        connect(button, &QPushButton::clicked, this, [this, step] { go(step); });
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, [this, step] { go(step); });
        addAction(action);
    };
    add(m_previous, "previous", tr("&Previous"), tr("Previous difference"), Qt::SHIFT | Qt::Key_F8, -1);
    add(m_next, "next", tr("&Next"), tr("Next difference"), Qt::Key_F8, 1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_count, 1);
    row->addWidget(close);
    layout.addLayout(row);
}

/// The same row of both stands at the same height, whoever scrolls.
void QueryComparison::scrollTogether()
{
    const auto follow = [this](QScrollBar *leader, QScrollBar *follower) {
        connect(leader, &QScrollBar::valueChanged, this, [this, follower](int value) {
            // Where one reaches less far, it does not hold back the other.
            if (m_isFollowing)
                return;
            const QScopedValueRollback guard(m_isFollowing, true);
            follower->setValue(value);
        });
    };
    const std::pair<ComparedText *, ComparedText *> ways[]{{m_leftText, m_rightText},
                                                           {m_rightText, m_leftText}};
    for (const auto &[leader, follower] : ways) {
        follow(leader->verticalScrollBar(), follower->verticalScrollBar());
        follow(leader->horizontalScrollBar(), follower->horizontalScrollBar());
    }
}

void QueryComparison::compare()
{
    inBackground(
        this,
        [left = m_leftLines, right = m_rightLines, cancel = m_cancel] {
            return alignLines(left, right, cancel);
        },
        [this](const QList<LinePair> &pairs) { take(pairs); });
}

void QueryComparison::take(const QList<LinePair> &pairs)
{
    m_leftText->setLines(pairs, m_leftLines, m_rightLines);
    m_rightText->setLines(pairs, m_rightLines, m_leftLines);
    for (int row = 0; row < pairs.size(); ++row) {
        if (!pairs.at(row).isSame && (row == 0 || pairs.at(row - 1).isSame))
            m_differences << row;
    }
    m_isCompared = true;
    go(1);
    emit compared();
}

void QueryComparison::go(int step)
{
    const int count = differences();
    if (count > 0) {
        m_current = m_current < 0 ? 0 : (m_current + step + count) % count;
        m_leftText->showRow(m_differences.at(m_current));
        m_rightText->showRow(m_differences.at(m_current));
    }
    say();
}

void QueryComparison::say()
{
    const int count = differences();
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
    if (!m_isCompared) {
        m_count->setText(tr("Comparing the lines."));
    } else if (count == 0) {
        m_count->setText(tr("The texts are the same."));
    } else {
        //: %L1: which one, as a number; %L2: how many there are
        m_count->setText(tr("Difference %L1 of %L2").arg(m_current + 1).arg(count));
    }
}

} // namespace sonde
