#include "widgets/tourdialog.h"

#include "widgets/dialogsize.h"
#include "widgets/keeptranslated.h"
#include "widgets/theme.h"
#include "widgets/tourqueries.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

TourDialog::TourDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_count(new QLabel(this))
    , m_title(new QLabel(this))
    , m_story(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_count->setObjectName(QStringLiteral("tourCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_story->setObjectName(QStringLiteral("tourStory"));
    m_story->setWordWrap(true);
    // All stories find room, and nothing moves from one to the next.
    m_story->setMinimumHeight(4 * m_story->fontMetrics().lineSpacing());
    m_story->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_text->setObjectName(QStringLiteral("tourQuery"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme.editorFont());
    connect(&theme, &Theme::fontsChanged, this, [this, &theme] { m_text->setFont(theme.editorFont()); });

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_count);
    column->addWidget(m_title);
    column->addWidget(m_story);
    column->addWidget(m_text, 1);
    column->addWidget(makeButtons());
    keepTranslated(this, [this] { retranslate(); });
    m_run->setFocus();
    giveSize(*this, {620, 400});
}

QWidget *TourDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [buttons, row](const char *name) {
        auto *button = new QPushButton(buttons);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_back = add("tourBack");
    m_next = add("tourNext");
    row->addStretch();
    m_run = add("tourRun");
    m_run->setDefault(true);
    m_close = add("tourClose");
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_place - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_place + 1); });
    connect(m_run, &QPushButton::clicked, this, [this] { emit runRequested(tourQueries().at(m_place)); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void TourDialog::goTo(int place)
{
    const QList<SampleQuery> queries = tourQueries();
    m_place = std::clamp(place, 0, static_cast<int>(queries.size()) - 1);
    // Who holds Back or Next keeps a key under the finger at either end.
    const bool wasAtButton = m_back->hasFocus() || m_next->hasFocus();
    m_back->setEnabled(m_place > 0);
    m_next->setEnabled(m_place + 1 < queries.size());
    if (wasAtButton && !m_back->isEnabled())
        m_next->setFocus();
    else if (wasAtButton && !m_next->isEnabled())
        m_run->setFocus();
    //: %1 and %2: numbers, as 3 of 10
    m_count->setText(tr("%1 of %2").arg(m_place + 1).arg(queries.size()));
    showQuery(queries.at(m_place));
}

void TourDialog::showQuery(const SampleQuery &query)
{
    m_title->setText(query.title);
    m_story->setText(query.story);
    m_text->setPlainText(query.text);
    m_text->setAccessibleName(tr("Query of “%1”").arg(query.title));
}

void TourDialog::retranslate()
{
    setWindowTitle(tr("Tour of the sample data"));
    m_back->setText(tr("&Back"));
    m_next->setText(tr("&Next"));
    m_run->setText(tr("&Run in a tab"));
    m_run->setToolTip(tr("Open the query in a new tab and run it on the embedded workspace"));
    m_close->setText(tr("&Close"));
    goTo(m_place);
}

} // namespace sonde
