#include "widgets/filterstrip.h"

#include "widgets/flowlayout.h"
#include "widgets/keeptranslated.h"
#include "widgets/searchfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <limits>

namespace sonde {

FilterStrip::FilterStrip(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_icons(icons)
    , m_anywhere(new QLineEdit(this))
    , m_layout(new FlowLayout(8, this))
    , m_counts(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_send(new QPushButton(this))
    , m_clear(new QPushButton(this))
{
    makeSearchField(*m_anywhere, icons);
    m_anywhere->installEventFilter(this);
    m_anywhere->setMinimumWidth(24 * fontMetrics().averageCharWidth());
    for (QPushButton *button : {m_send, m_clear})
        button->setAutoDefault(false);

    m_layout->setContentsMargins(8, 4, 8, 4);
    m_layout->addWidget(m_anywhere);
    m_layout->addWidget(m_counts);
    m_layout->addWidget(m_send);
    m_layout->addWidget(m_clear);
    m_layout->addWidget(m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    keepTranslated(this, [this] { retranslate(); });
    connect(m_anywhere, &QLineEdit::textChanged, this, [this] {
        updateButtons();
        emit anywhereChanged();
    });
    connect(m_send, &QPushButton::clicked, this, &FilterStrip::sendRequested);
    connect(m_clear, &QPushButton::clicked, this, &FilterStrip::clearRequested);
}

void FilterStrip::retranslate()
{
    m_anywhere->setPlaceholderText(tr("In any column"));
    m_anywhere->setAccessibleName(tr("Text in any column"));
    m_anywhere->setToolTip(
        tr("Text is looked for in what the cells show. Columns that are shown in another form are "
           "looked at as they came as well; relative times only as the date and time that they "
           "are."));
    m_send->setText(tr("Send to query"));
    m_clear->setText(tr("Clear filters"));
    m_clear->setToolTip(tr("Show all rows"));
    setCounts(m_shown, m_all);
    setSendProblem(m_sendProblem);
}

QString FilterStrip::anywhere() const
{
    return m_anywhere->text();
}

void FilterStrip::setAnywhere(const QString &text)
{
    // Its clear button listens to its signals, so these are not blocked.
    const QSignalBlocker blocker(this);
    m_anywhere->setText(text);
    updateButtons();
}

QPushButton *FilterStrip::makeChip(const QString &sentence, int index)
{
    auto *chip = new QPushButton(m_icons.icon(QLatin1StringView("x"), ColorRole::MutedText), QString(), this);
    chip->setAutoDefault(false);
    chip->setText(QString(sentence).replace(u'&', QLatin1String("&&")));
    chip->setToolTip(tr("Remove this filter"));
    //: %1: a condition in words, as Computer contains “web”
    chip->setAccessibleName(tr("Remove the filter “%1”").arg(sentence));
    connect(chip, &QPushButton::clicked, this, [this, index] { emit chipRemoved(index); });
    return chip;
}

void FilterStrip::setChips(const QStringList &sentences)
{
    if (sentences == m_sentences)
        return;
    m_sentences = sentences;
    const bool hadFocus =
        std::any_of(m_chips.cbegin(), m_chips.cend(), [](QPushButton *chip) { return chip->hasFocus(); });
    qDeleteAll(m_chips);
    m_chips.clear();
    QWidget *previous = m_anywhere;
    for (int index = 0; index < sentences.size(); ++index) {
        QPushButton *chip = makeChip(sentences.at(index), index);
        m_layout->insertWidget(index + 1, chip); // behind the field
        chip->show();
        setTabOrder(previous, chip);
        previous = chip;
        m_chips.append(chip);
    }
    setTabOrder(previous, m_send);
    setTabOrder(m_send, m_clear);
    // The chip that was pressed is gone; the keyboard stays beside its place.
    if (hadFocus)
        (m_chips.isEmpty() ? static_cast<QWidget *>(m_anywhere) : m_chips.first())
            ->setFocus(Qt::OtherFocusReason);
    updateButtons();
    updateGeometry();
}

void FilterStrip::setCounts(qint64 shown, qint64 all)
{
    m_shown = shown;
    m_all = all;
    const auto plural = static_cast<int>(std::min<qint64>(all, std::numeric_limits<int>::max()));
    //: %L1: how many are shown; %L2: how many there are
    m_counts->setText(tr("%L1 of %L2 rows", nullptr, plural).arg(shown).arg(all));
}

void FilterStrip::setSendProblem(const QString &problem)
{
    m_sendProblem = problem;
    m_send->setToolTip(problem.isEmpty() ? tr("Add the filters to the query as lines that begin with where")
                                         : problem);
    updateButtons();
}

void FilterStrip::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    updateGeometry();
}

void FilterStrip::updateButtons()
{
    const bool hasFilter = !m_sentences.isEmpty() || !m_anywhere->text().isEmpty();
    m_clear->setEnabled(hasFilter);
    m_send->setEnabled(hasFilter && m_sendProblem.isEmpty());
}

bool FilterStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_anywhere &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLeave =
            key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape || (isLeave && event->type() == QEvent::KeyPress)) {
            event->accept();
            if (event->type() == QEvent::ShortcutOverride)
                return true; // Escape is for this field before it is for the page
            if (!isLeave && !m_anywhere->text().isEmpty())
                m_anywhere->clear();
            else
                emit leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde
