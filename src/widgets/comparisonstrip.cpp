#include "widgets/comparisonstrip.h"

#include "widgets/differencemark.h"
#include "widgets/flowlayout.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <limits>

namespace sonde {

namespace {

/// More names of columns than these are left to the tooltip.
constexpr qsizetype mostNames = 3;

int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString withKey(const QString &text, const QKeySequence &key)
{
    return text + QStringLiteral(" (") + key.toString(QKeySequence::NativeText) + u')';
}

} // namespace

/// The sign of the rows that are meant, as it stands before them.
class SignLabel final : public QWidget
{
public:
    SignLabel(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {}

    void setSign(RowMarks::Sign sign)
    {
        m_sign = sign;
        update();
    }

    QSize sizeHint() const override { return {fontMetrics().ascent(), fontMetrics().height()}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = fontMetrics().ascent() * 4 / 5;
        drawDifference(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_sign,
                       m_theme);
    }

private:
    const Theme &m_theme;
    RowMarks::Sign m_sign = RowMarks::Sign::Added;
};

ComparisonStrip::ComparisonStrip(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_sign(new SignLabel(theme, this))
    , m_counts(new QLabel(this))
    , m_only(new QPushButton(this))
    , m_previous(new QPushButton(icons.icon(QLatin1StringView("chevron-up")), QString(), this))
    , m_next(new QPushButton(icons.icon(QLatin1StringView("chevron-down")), QString(), this))
    , m_end(new QPushButton(icons.icon(QLatin1StringView("x"), ColorRole::MutedText), QString(), this))
    , m_columns(new QLabel(this))
{
    for (QPushButton *button : {m_only, m_previous, m_next, m_end})
        button->setAutoDefault(false);
    m_only->setCheckable(true);
    for (QLabel *label : {m_counts, m_columns})
        label->setTextFormat(Qt::PlainText); // a tab may be called anything
    m_columns->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new FlowLayout(8, this);
    layout->setContentsMargins(8, 4, 8, 4);
    for (QWidget *part : QList<QWidget *>{m_sign, m_counts, m_only, m_previous, m_next, m_end, m_columns})
        layout->addWidget(part);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    keepTranslated(this, [this] { retranslate(); });
    connect(m_only, &QPushButton::toggled, this, &ComparisonStrip::onlyToggled);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepRequested(false); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepRequested(true); });
    connect(m_end, &QPushButton::clicked, this, &ComparisonStrip::endRequested);
}

void ComparisonStrip::retranslate()
{
    setAccessibleName(tr("Comparison"));
    m_only->setText(tr("Only these rows"));
    m_previous->setAccessibleName(tr("Previous difference"));
    m_previous->setToolTip(withKey(tr("Previous difference"), Qt::SHIFT | Qt::Key_F8));
    m_next->setAccessibleName(tr("Next difference"));
    m_next->setToolTip(withKey(tr("Next difference"), Qt::Key_F8));
    m_end->setText(tr("End comparison"));
    m_end->setToolTip(withKey(tr("Take the signs away"), Qt::ALT | Qt::SHIFT | Qt::Key_F8));
    say();
}

void ComparisonStrip::setFacts(const Facts &facts)
{
    m_facts = facts;
    m_isCounting = false;
    say();
}

void ComparisonStrip::setOther(const QString &name)
{
    m_facts.other = name;
    say();
}

void ComparisonStrip::setCounting()
{
    m_isCounting = true;
    say();
}

void ComparisonStrip::setOnly(bool isOnly)
{
    const QSignalBlocker blocker(m_only);
    m_only->setChecked(isOnly);
}

QString ComparisonStrip::text() const
{
    return m_counts->text();
}

void ComparisonStrip::say()
{
    const bool hasRows = !m_isCounting && m_facts.here > 0;
    m_sign->setSign(m_facts.sign);
    m_sign->setVisible(hasRows);
    m_counts->setText(m_isCounting ? tr("The rows have changed and are compared again.") : describeCounts());
    for (QPushButton *button : {m_only, m_previous, m_next})
        button->setEnabled(hasRows);
    const QString columns = m_isCounting ? QString() : describeColumns();
    m_columns->setText(columns);
    m_columns->setVisible(!columns.isEmpty());
    QStringList whole;
    if (!m_facts.columnsHere.isEmpty())
        //: %1: names of columns
        whole << tr("Only here: %1").arg(m_facts.columnsHere.join(QStringLiteral(", ")));
    if (!m_facts.columnsThere.isEmpty())
        //: %1: names of columns
        whole << tr("Only in the other table: %1").arg(m_facts.columnsThere.join(QStringLiteral(", ")));
    m_columns->setToolTip(whole.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
    m_counts->setToolTip(
        tr("Whatever the order of the rows. A row that stands several times counts as often. "
           "Dynamic values are compared as they came."));
    updateGeometry();
}

QString ComparisonStrip::describeCounts() const
{
    if (m_facts.here == 0 && m_facts.there == 0) {
        //: %L1: how many
        return tr("No difference: all %L1 rows are in both", nullptr, pluralOf(m_facts.both))
            .arg(m_facts.both);
    }
    QStringList counts;
    //: %L1: how many
    counts << tr("%L1 rows only here", nullptr, pluralOf(m_facts.here)).arg(m_facts.here);
    if (m_facts.other.isEmpty()) {
        //: %L1: how many rows
        counts << tr("%L1 only in the last results").arg(m_facts.there);
    } else {
        //: %L1: how many rows; %2: what a tab with pinned results is called
        counts << tr("%L1 only in “%2”").arg(m_facts.there).arg(m_facts.other);
    }
    //: %L1: how many rows
    counts << tr("%L1 in both").arg(m_facts.both);
    return counts.join(QStringLiteral(" · "));
}

QString ComparisonStrip::describeColumns() const
{
    const QStringList names = m_facts.columnsHere + m_facts.columnsThere;
    if (names.isEmpty())
        return {};
    const QString shown = QStringList(names.mid(0, mostNames)).join(QStringLiteral(", ")) +
                          (names.size() > mostNames ? QStringLiteral(" …") : QString());
    //: %1: names of columns that only one of two tables has
    return tr("Not compared: %1").arg(shown);
}

} // namespace sonde
