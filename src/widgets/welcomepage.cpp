#include "widgets/welcomepage.h"

#include "widgets/dialogsize.h"
#include "widgets/keeptranslated.h"
#include "widgets/samplecard.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace sonde {

namespace {

/// A line that is longer than this is hard to read.
constexpr int contentWidth = 880;

QLabel *makeText(const char *text, QWidget *parent, bool heading)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    keepTranslated(label, [label, text] { label->setText(WelcomePage::tr(text)); });
    if (heading) {
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    } else {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

} // namespace

WelcomePage::WelcomePage(const Icons &icons, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    keepTranslated(this, [this] { setAccessibleName(tr("Welcome")); });

    auto *content = new QWidget;
    content->setMaximumWidth(scaled(*this, contentWidth));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(makeHeader(icons));
    column->addWidget(makeSamples(icons));
    column->addStretch();

    // On a wide screen the page stays in the middle instead of being pulled apart.
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(content, 1000);
    row->addStretch(1);
    setWidget(page);
}

QWidget *WelcomePage::makeHeader(const Icons &icons)
{
    auto *header = new QWidget;
    auto *grid = new QGridLayout(header);
    grid->setContentsMargins(0, 0, 0, 0);
    auto *picture = new QLabel(header);
    picture->setPixmap(Icons::programIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(makeText(QT_TR_NOOP("Search Azure Log Analytics"), header, true), 0, 1);
    grid->addWidget(
        makeText(
            QT_TR_NOOP("The embedded workspace needs no account: it runs inside the program, with sample "
                       "data whose newest rows are minutes old."),
            header, false),
        1, 1);
    grid->setColumnStretch(1, 1);

    auto *embedded = new QPushButton(icons.icon(QLatin1StringView("flask-conical"), ColorRole::AccentText),
                                     QString(), header);
    embedded->setObjectName(QStringLiteral("tryEmbedded"));
    embedded->setDefault(true);
    auto *add = new QPushButton(icons.icon(QLatin1StringView("plus")), QString(), header);
    add->setObjectName(QStringLiteral("addConnection"));
    add->setAutoDefault(false);
    auto *open = new QPushButton(icons.icon(QLatin1StringView("folder-open")), QString(), header);
    open->setObjectName(QStringLiteral("openFile"));
    open->setAutoDefault(false);
    auto *tour = new QPushButton(header);
    tour->setObjectName(QStringLiteral("takeTour"));
    tour->setAutoDefault(false);
    keepTranslated(header, [embedded, add, open, tour] {
        embedded->setText(tr("&Try the embedded workspace"));
        add->setText(tr("&Add a connection"));
        open->setText(tr("&Open a file"));
        tour->setText(tr("Take the to&ur"));
        tour->setToolTip(tr("Ten queries, each explained in two sentences"));
    });
    connect(embedded, &QPushButton::clicked, this, &WelcomePage::embeddedWorkspaceRequested);
    connect(add, &QPushButton::clicked, this, &WelcomePage::addConnectionRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openFileRequested);
    connect(tour, &QPushButton::clicked, this, &WelcomePage::tourRequested);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(embedded);
    buttons->addWidget(add);
    buttons->addWidget(open);
    buttons->addWidget(tour);
    buttons->addStretch();
    grid->addLayout(buttons, 2, 1);
    return header;
}

QWidget *WelcomePage::makeSamples(const Icons &icons)
{
    auto *samples = new QWidget;
    auto *grid = new QGridLayout(samples);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(makeText(QT_TR_NOOP("Queries to begin with"), samples, true), 0, 0, 1, 2);
    const auto count = static_cast<int>(sampleQueries().size());
    for (int index = 0; index < count; ++index) {
        auto *card = new SampleCard(icons, samples);
        keepTranslated(card, [card, index] { card->setSample(sampleQueries().at(index)); });
        connect(card, &SampleCard::clicked, this, [this, card] { emit sampleRequested(card->sample()); });
        grid->addWidget(card, 1 + index / 2, index % 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return samples;
}

} // namespace sonde
