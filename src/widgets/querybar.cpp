#include "widgets/querybar.h"

#include "widgets/keeptranslated.h"
#include "widgets/partslabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace sonde {

namespace {

/// The service takes 1 to 600 s (`Prefer: wait`).
constexpr int timeouts[] = {30, 60, 180, 300, 600};
/// Seconds from one run to the next; 0: none.
constexpr int repeats[] = {0, 5, 10, 30, 60, 300, 900, 3600};
constexpr int mostRows = 10'000'000;

QSpinBox *makeTop(QWidget *parent, int least, int value)
{
    auto *top = new QSpinBox(parent);
    top->setRange(least, mostRows);
    top->setValue(value);
    top->setGroupSeparatorShown(true);
    top->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return top;
}

} // namespace

QueryBar::QueryBar(QWidget *parent)
    : QWidget(parent)
    , m_language(new QComboBox(this))
    , m_kqlTop(makeTop(this, 0, 0))
    , m_classicTop(makeTop(this, 1, static_cast<int>(defaultClassicTop)))
    , m_topLabel(new QLabel(this))
    , m_timeout(new QComboBox(this))
    , m_timeoutLabel(new QLabel(this))
    , m_repeat(new QComboBox(this))
    , m_repeatNote(new PartsLabel(this))
{
    m_language->addItem(QString(), static_cast<int>(QueryLanguage::Kql));
    m_language->addItem(QString(), static_cast<int>(QueryLanguage::Classic));
    for (const int seconds : timeouts)
        m_timeout->addItem(QString(), seconds);
    setServerTimeoutSeconds(Query().serverTimeoutSeconds);
    // Where there is no room it is the first to give way; its words stand in its list, too.
    m_repeat->setMinimumWidth(48);
    m_repeatNote->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_repeatNote->setForegroundRole(QPalette::PlaceholderText);
    m_timeoutLabel->setBuddy(m_timeout);
    for (const int seconds : repeats)
        m_repeat->addItem(QString(), seconds);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_language);
    layout->addSpacing(8);
    layout->addWidget(m_topLabel);
    layout->addWidget(m_kqlTop);
    layout->addWidget(m_classicTop);
    layout->addSpacing(8);
    layout->addWidget(m_timeoutLabel);
    layout->addWidget(m_timeout);
    layout->addSpacing(8);
    layout->addWidget(m_repeat);
    layout->addWidget(m_repeatNote, 1);
    layout->addStretch(0);
    // The wheel belongs to what scrolls; a box takes it only when a person went there.
    for (QWidget *box : QWidgetList{m_language, m_kqlTop, m_classicTop, m_timeout, m_repeat}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    showLanguage();
    keepTranslated(this, [this] { retranslate(); });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        showLanguage();
        emit languageChanged(language());
        emit changed();
    });
    connect(m_timeout, &QComboBox::currentIndexChanged, this, &QueryBar::changed);
    connect(m_repeat, &QComboBox::currentIndexChanged, this, [this] { emit repeatChanged(repeatSeconds()); });
    for (QSpinBox *top : {m_kqlTop, m_classicTop})
        connect(top, &QSpinBox::valueChanged, this, &QueryBar::changed);
}

QString QueryBar::describeRepeat(int seconds)
{
    if (seconds == 0)
        return tr("Runs once");
    if (seconds < 60) {
        //: %1: how many seconds
        return tr("Every %1 s").arg(seconds);
    }
    if (seconds < 3600) {
        //: %1: how many minutes
        return tr("Every %1 min").arg(seconds / 60);
    }
    return tr("Every hour");
}

void QueryBar::retranslate()
{
    m_topLabel->setText(tr("Rows at &most"));
    m_timeoutLabel->setText(tr("Time &limit"));
    m_language->setItemText(0, tr("KQL"));
    m_language->setItemText(1, tr("Classic"));
    m_language->setAccessibleName(tr("Query language"));
    // On Linux a box is called what it says, and it has no label.
    m_language->setAccessibleDescription(tr("Query language"));
    m_language->setToolTip(
        tr("KQL is today’s language; Classic is that of the Log Search API of 2015 to 2019."));
    m_kqlTop->setSpecialValueText(tr("All"));
    m_kqlTop->setAccessibleName(tr("Rows at most"));
    m_kqlTop->setToolTip(tr("Sonde stops reading after so many rows; the query is sent as it stands."));
    m_classicTop->setAccessibleName(tr("Rows at most"));
    m_classicTop->setToolTip(
        tr("Sent with the search as its top; the service gives %L1 at most.").arg(classicRowCap));
    for (int index = 0; index < m_timeout->count(); ++index) {
        const int seconds = m_timeout->itemData(index).toInt();
        //: %1: a time limit in seconds
        const QString inSeconds = tr("%1 s").arg(seconds);
        //: %1: a time limit in minutes
        const QString inMinutes = tr("%1 min").arg(seconds / 60);
        m_timeout->setItemText(index, seconds < 60 ? inSeconds : inMinutes);
    }
    m_timeout->setAccessibleName(tr("Time limit"));
    m_timeout->setToolTip(tr("How long the service may work on the query before it gives up."));
    for (int index = 0; index < m_repeat->count(); ++index)
        m_repeat->setItemText(index, describeRepeat(m_repeat->itemData(index).toInt()));
    m_repeat->setAccessibleName(tr("Run again"));
    m_repeat->setAccessibleDescription(tr("Run again"));
    m_repeat->setToolTip(tr(
        "Run the query again by itself, so long after the end of each run. It waits while the tab is out of "
        "sight, and ends when a run fails or is stopped."));
}

bool QueryBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void QueryBar::showLanguage()
{
    const bool isKql = language() == QueryLanguage::Kql;
    m_kqlTop->setVisible(isKql);
    m_classicTop->setVisible(!isKql);
    m_topLabel->setBuddy(isKql ? m_kqlTop : m_classicTop);
    m_timeout->setVisible(isKql);
    m_timeoutLabel->setVisible(isKql);
}

QueryLanguage QueryBar::language() const
{
    return static_cast<QueryLanguage>(m_language->currentData().toInt());
}

void QueryBar::setLanguage(QueryLanguage language)
{
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));
}

std::optional<qint64> QueryBar::top() const
{
    const int value = language() == QueryLanguage::Kql ? m_kqlTop->value() : m_classicTop->value();
    return value > 0 ? std::optional<qint64>(value) : std::nullopt;
}

void QueryBar::setTop(const std::optional<qint64> &top)
{
    const auto value = static_cast<int>(std::min<qint64>(top.value_or(0), mostRows));
    if (language() == QueryLanguage::Kql)
        m_kqlTop->setValue(value);
    else
        m_classicTop->setValue(top ? value : static_cast<int>(defaultClassicTop));
}

int QueryBar::repeatSeconds() const
{
    return m_repeat->currentData().toInt();
}

void QueryBar::setRepeatSeconds(int seconds)
{
    m_repeat->setCurrentIndex(std::max(m_repeat->findData(seconds), 0));
}

void QueryBar::setRepeatNote(const QString &note)
{
    m_repeatNote->setParts(note.isEmpty() ? QStringList() : QStringList{note});
}

QString QueryBar::repeatNote() const
{
    return m_repeatNote->toolTip();
}

void QueryBar::openRepeat()
{
    m_repeat->setFocus(Qt::ShortcutFocusReason);
    m_repeat->showPopup();
}

int QueryBar::serverTimeoutSeconds() const
{
    return m_timeout->currentData().toInt();
}

void QueryBar::setServerTimeoutSeconds(int seconds)
{
    // The nearest that is not shorter.
    const auto found = std::find_if(std::begin(timeouts), std::end(timeouts),
                                    [seconds](int offered) { return offered >= seconds; });
    const int chosen = found == std::end(timeouts) ? *std::prev(std::end(timeouts)) : *found;
    m_timeout->setCurrentIndex(m_timeout->findData(chosen));
}

} // namespace sonde
