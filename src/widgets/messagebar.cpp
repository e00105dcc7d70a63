#include "widgets/messagebar.h"

#include "widgets/keeptranslated.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde {

namespace {

constexpr int iconSide = 20;
constexpr qsizetype shownRawBytes = 64 * 1024;

QLabel *makeSentence(QWidget *parent, bool bold)
{
    auto *label = new QLabel(parent);
    // A service's words may contain anything; nothing of them is markup.
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont font = label->font();
    font.setBold(bold);
    label->setFont(font);
    return label;
}

/// For a screen reader the bar is a notification: what comes by itself and is read at once. As a mere frame,
/// which it would be, nobody hears of it.
class AccessibleMessage final : public QAccessibleWidget
{
public:
    explicit AccessibleMessage(QWidget *bar)
        : QAccessibleWidget(bar, QAccessible::Notification)
    {}
};

QAccessibleInterface *makeAccessibleMessage(const QString &, QObject *object)
{
    auto *bar = qobject_cast<MessageBar *>(object);
    return bar != nullptr ? new AccessibleMessage(bar) : nullptr;
}

/// The buttons a failure gets: its remedy, and where that changes something first, running again as it is.
QList<Remedy> remediesOf(const Error &error)
{
    switch (error.remedy) {
    case Remedy::None:
    case Remedy::RunAgain:
    case Remedy::RunAsKql:
        return {error.remedy};
    case Remedy::RaiseServerTimeout:
    case Remedy::EditConnection:
    case Remedy::UnlockKeychain:
    case Remedy::OpenSettings:
        return {error.remedy, Remedy::RunAgain};
    }
    return {};
}

} // namespace

MessageBar::MessageBar(const Theme &theme, const Icons &icons, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_icon(new QLabel(this))
    , m_message(makeSentence(this, true))
    , m_advice(makeSentence(this, false))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_detailsButton(new QToolButton(this))
    , m_closeButton(new QToolButton(this))
    , m_detailsPane(new QWidget(this))
    , m_detailsText(new QPlainTextEdit(m_detailsPane))
{
    QAccessible::installFactory(makeAccessibleMessage); // once, however often it is asked for
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_icon->setFixedSize(iconSide, iconSide);
    m_message->setObjectName(QStringLiteral("message"));
    m_advice->setObjectName(QStringLiteral("advice"));
    m_first->setObjectName(QStringLiteral("firstRemedy"));
    m_second->setObjectName(QStringLiteral("secondRemedy"));
    for (auto *button : {m_first, m_second})
        button->setAutoDefault(false);
    makeDetails();
    makeLayout();

    connect(m_first, &QPushButton::clicked, this, [this] { choose(0); });
    connect(m_second, &QPushButton::clicked, this, [this] { choose(1); });
    connect(m_detailsButton, &QToolButton::toggled, this, &MessageBar::setDetailsShown);
    connect(m_closeButton, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    connect(&theme, &Theme::changed, this, &MessageBar::updateColors);
    keepTranslated(this, [this] { retranslate(); });
    hide();
}

void MessageBar::makeDetails()
{
    m_detailsButton->setObjectName(QStringLiteral("details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_detailsButton->setFocusPolicy(Qt::StrongFocus);
    m_detailsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_detailsButton->setIcon(m_icons.icon(QLatin1StringView("chevron-down"), ColorRole::MutedText));
    m_closeButton->setObjectName(QStringLiteral("close"));
    m_closeButton->setAutoRaise(true);
    m_closeButton->setFocusPolicy(Qt::StrongFocus);
    m_closeButton->setIcon(m_icons.icon(QLatin1StringView("x"), ColorRole::MutedText));

    m_detailsText->setObjectName(QStringLiteral("detailsText"));
    m_detailsText->setReadOnly(true);
    m_detailsText->setTabChangesFocus(true);
    m_detailsText->setFont(Theme::fixedFont());
    m_detailsText->setMinimumHeight(m_detailsText->fontMetrics().lineSpacing() * 3);
    m_detailsText->setMaximumHeight(m_detailsText->fontMetrics().lineSpacing() * 9);
    m_copyButton = new QPushButton(m_detailsPane);
    m_copyButton->setObjectName(QStringLiteral("copy"));
    m_copyButton->setAutoDefault(false);
    connect(m_copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_detailsText->toPlainText()); });
    auto *column = new QVBoxLayout(m_detailsPane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_detailsText);
    column->addWidget(m_copyButton, 0, Qt::AlignRight);
    m_detailsPane->hide();
}

void MessageBar::makeLayout()
{
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    sentences->addWidget(m_message);
    sentences->addWidget(m_advice);

    // The buttons have a line of their own: beside the sentences they would leave no room at small widths.
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addWidget(m_detailsButton);
    buttons->addStretch();
    sentences->addSpacing(4);
    sentences->addLayout(buttons);

    auto *top = new QHBoxLayout;
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addLayout(sentences, 1);
    top->addWidget(m_closeButton, 0, Qt::AlignTop);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->addLayout(top);
    column->addWidget(m_detailsPane);
}

void MessageBar::retranslate()
{
    m_detailsButton->setText(tr("&Details"));
    m_closeButton->setToolTip(tr("Close this message"));
    m_closeButton->setAccessibleName(tr("Close this message"));
    m_copyButton->setText(tr("&Copy"));
    m_copyButton->setToolTip(tr("Copy the details"));
    m_detailsText->setAccessibleName(tr("Details"));
    updateButtons();
}

void MessageBar::showError(const Error &error)
{
    const bool isNotice = error.kind == ErrorKind::Cancelled ||
                          (error.kind == ErrorKind::NoKeychain && error.remedy == Remedy::None);
    const Level level = isNotice ? Level::Info : Level::Error;
    showMessage(level, error.message, error.advice, detailsOf(error), remediesOf(error));
}

void MessageBar::showMessage(Level level, const QString &message, const QString &advice,
                             const QString &details, const QList<Remedy> &remedies)
{
    m_level = level;
    m_message->setText(message);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_detailsText->setPlainText(details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    setRemedies(remedies);
    updateColors();
    announce();
}

void MessageBar::clear()
{
    m_detailsButton->setChecked(false);
    m_detailsText->clear();
    hide();
}

bool MessageBar::asks() const
{
    return isVisible() && (m_level == Level::Error || (m_level == Level::Warning && !m_choices.isEmpty()));
}

QString MessageBar::message() const
{
    return m_message->text();
}

QString MessageBar::advice() const
{
    return m_advice->text();
}

QString MessageBar::details() const
{
    return m_detailsText->toPlainText();
}

QString MessageBar::detailsOf(const Error &error)
{
    QStringList lines;
    if (!error.serviceCode.isEmpty())
        //: %1: the service’s code of an error, verbatim
        lines << tr("Code: %1").arg(error.serviceCode);
    if (error.httpStatus != 0)
        //: %1: a number, as 400
        lines << tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.correlationId.isEmpty())
        //: %1: an id of the service, for its support
        lines << tr("Request id: %1").arg(error.correlationId);
    if (error.position)
        //: %1 and %2: numbers, counted from 1
        lines << tr("In the query: line %1, column %2")
                     .arg(error.position->line)
                     .arg(error.position->column + 1);
    if (!error.detail.isEmpty())
        lines << error.detail;
    if (!error.rawAnswer.isEmpty()) {
        QString raw = QString::fromUtf8(error.rawAnswer.left(shownRawBytes));
        raw.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter)); // a NUL would end the text
        lines << QString() << tr("The raw answer:") << raw;
    }
    return lines.join(QLatin1Char('\n'));
}

QString MessageBar::remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::RunAgain:
        return tr("Run a&gain");
    case Remedy::RaiseServerTimeout:
        return tr("Raise the limi&t to 600 s");
    case Remedy::RunAsKql:
        return tr("Run as &KQL");
    case Remedy::EditConnection:
        return tr("Edit co&nnection");
    case Remedy::UnlockKeychain:
        return tr("&Unlock the keychain");
    case Remedy::OpenSettings:
        return tr("Open &settings");
    }
    return {};
}

void MessageBar::showChoices(Level level, const QString &message, const QString &advice,
                             const QList<Choice> &choices)
{
    showMessage(level, message, advice);
    m_choices = choices.mid(0, 2);
    updateButtons();
}

void MessageBar::setRemedies(const QList<Remedy> &remedies)
{
    QList<Remedy> shown = remedies;
    shown.removeAll(Remedy::None);
    m_remedies = shown.mid(0, 2);
    m_choices.clear();
    updateButtons();
}

void MessageBar::updateButtons()
{
    const auto fill = [this](QPushButton *button, int index) {
        button->setText(m_choices.isEmpty() ? remedyText(m_remedies.value(index, Remedy::None))
                                            : m_choices.value(index).text);
        button->setVisible(!button->text().isEmpty());
    };
    fill(m_first, 0);
    fill(m_second, 1);
}

void MessageBar::choose(int index)
{
    if (m_choices.isEmpty()) {
        emit remedyChosen(m_remedies.value(index));
        return;
    }
    const Choice choice = m_choices.value(index);
    clear();
    choice.chosen();
}

void MessageBar::setDetailsShown(bool shown)
{
    m_detailsPane->setVisible(shown);
    m_detailsButton->setIcon(
        m_icons.icon(QLatin1StringView(shown ? "chevron-up" : "chevron-down"), ColorRole::MutedText));
}

QColor MessageBar::levelColor() const
{
    switch (m_level) {
    case Level::Error:
        return m_theme.color(ColorRole::Error);
    case Level::Warning:
        return m_theme.color(ColorRole::Warning);
    case Level::Info:
        break;
    }
    return m_theme.color(ColorRole::Info);
}

void MessageBar::updateColors()
{
    QIcon icon;
    // Each level has a shape of its own: the colour is never the only sign.
    switch (m_level) {
    case Level::Error:
        icon = m_icons.icon(QLatin1StringView("octagon-x"), ColorRole::Error);
        m_icon->setAccessibleName(tr("Error"));
        break;
    case Level::Warning:
        icon = m_icons.icon(QLatin1StringView("triangle-alert"), ColorRole::Warning);
        m_icon->setAccessibleName(tr("Warning"));
        break;
    case Level::Info:
        icon = m_icons.icon(QLatin1StringView("info"), ColorRole::Info);
        m_icon->setAccessibleName(tr("Information"));
        break;
    }
    m_icon->setPixmap(icon.pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    update();
}

void MessageBar::announce()
{
    QString words = QStringLiteral("%1: %2").arg(m_icon->accessibleName(), m_message->text());
    if (!m_advice->text().isEmpty())
        words += QLatin1Char(' ') + m_advice->text();
    setAccessibleName(words);
    const bool wasVisible = isVisible();
    show();
    // Linux speaks of a notification when it is shown, also where it was there with other words; others know
    // the alert.
    if (wasVisible) {
        QAccessibleEvent shown(this, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Base));
    painter.fillRect(QRect(0, 0, 3, height()), levelColor());
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Line));
}

} // namespace sonde
