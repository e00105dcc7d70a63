#include "widgets/parameterfield.h"

#include "widgets/keeptranslated.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace sonde {

namespace {

/// Of a parameter's name, in characters: the field is what is worked with.
constexpr int longestName = 24;
/// And of its default.
constexpr int longestStandard = 30;

/// What is typed, so wide that most values are seen whole.
int widthOf(ParameterType type)
{
    const bool isLong = type == ParameterType::String || type == ParameterType::List ||
                        type == ParameterType::DateTime || type == ParameterType::Guid;
    return isLong ? 22 : 12;
}

/// What a value of the type looks like, so that nobody has to know.
QString exampleOf(ParameterType type)
{
    switch (type) {
    case ParameterType::String:
        return QStringLiteral("web01");
    case ParameterType::Number:
        return QStringLiteral("42");
    case ParameterType::DateTime:
        return QStringLiteral("2026-11-22T16:00Z");
    case ParameterType::Timespan:
        return QStringLiteral("1h30m");
    case ParameterType::List:
        return QStringLiteral("web01, web02");
    case ParameterType::Bool:
        return QStringLiteral("true");
    case ParameterType::Guid:
        return QStringLiteral("74be27de-…");
    case ParameterType::Dynamic:
        return QStringLiteral("[1, 2]");
    }
    return {};
}

} // namespace

QString parameterTypeTitle(ParameterType type)
{
    switch (type) {
    case ParameterType::String:
        return ParameterField::tr("Text");
    case ParameterType::Number:
        return ParameterField::tr("Number");
    case ParameterType::DateTime:
        return ParameterField::tr("Date and time");
    case ParameterType::Timespan:
        return ParameterField::tr("Timespan");
    case ParameterType::List:
        return ParameterField::tr("List");
    case ParameterType::Bool:
    case ParameterType::Guid:
    case ParameterType::Dynamic:
        break;
    }
    return parameterTypeName(type);
}

ParameterField::ParameterField(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_type(new QToolButton(this))
    , m_declaredType(new QLabel(this))
    , m_typeRoom(new QSpacerItem(0, 0, QSizePolicy::Fixed, QSizePolicy::Minimum))
    , m_types(new QActionGroup(this))
    , m_mark(m_edit->addAction(icons.icon(QLatin1StringView("octagon-x"), ColorRole::Error),
                               QLineEdit::TrailingPosition))
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_edit);
    m_declaredType->setTextFormat(Qt::PlainText);
    m_declaredType->setForegroundRole(QPalette::PlaceholderText);
    m_mark->setVisible(false);
    m_edit->installEventFilter(this);
    // So that what is too long is said to be so, and not cut off to what is not.
    m_edit->setMaxLength(static_cast<int>(longestParameterValue) + 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0); // what belongs together stands closer
    layout->setSpacing(4);
    layout->addWidget(m_name);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_type);
    layout->addSpacerItem(m_typeRoom);
    layout->addWidget(m_declaredType);
    makeTypes();
    keepTranslated(this, [this] { retranslate(); });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        takeText(text);
        sayType();
        emit edited();
    });
}

void ParameterField::makeTypes()
{
    auto *menu = new QMenu(m_type);
    for (const ParameterType type : chosenParameterTypes) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(type));
        m_types->addAction(action);
        connect(action, &QAction::triggered, this, [this, type] { chooseType(type); });
    }
    menu->addSeparator();
    m_noType = menu->addAction(QString());
    m_noType->setCheckable(true);
    m_types->addAction(m_noType);
    connect(m_noType, &QAction::triggered, this, [this] { chooseType(std::nullopt); });
    m_type->setMenu(menu);
    m_type->setPopupMode(QToolButton::InstantPopup);
    m_type->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_type->setAutoRaise(true);
    m_type->setFocusPolicy(Qt::TabFocus);
}

void ParameterField::retranslate()
{
    const QList<QAction *> types = m_types->actions();
    for (QAction *action : types) {
        if (action != m_noType)
            action->setText(parameterTypeTitle(static_cast<ParameterType>(action->data().toInt())));
    }
    m_noType->setText(tr("As it fits"));
    sayType();
}

void ParameterField::sayType()
{
    const ParameterType type = typeOf(m_parameter, m_value);
    // The field is no smaller for a value that looks like a number.
    const ParameterType empty = typeOf(m_parameter, {m_value.type, {}});
    m_type->setText(parameterTypeTitle(type));
    keepTypeRoom();
    m_type->setToolTip(tr("What the value is, which decides how it is written in the query"));
    //: %1: the name of a parameter
    m_type->setAccessibleName(tr("Type of %1").arg(m_parameter.name));
    m_declaredType->setText(m_parameter.declaredType);
    m_declaredType->setToolTip(tr("The query declares it so"));
    //: %1: a value such as one could be typed
    const QString example = tr("such as %1").arg(exampleOf(empty));
    m_edit->setPlaceholderText(
        m_parameter.isOpen() ? example : m_parameter.standard.simplified().left(longestStandard));
    // What stands there while nothing is typed is seen whole, beside the mark.
    const int placeholder =
        fontMetrics().horizontalAdvance(m_edit->placeholderText() + QLatin1String("MMMM"));
    m_edit->setMinimumWidth(std::max(placeholder, widthOf(empty) * fontMetrics().averageCharWidth()));
    //: %1: the name of a parameter
    m_edit->setAccessibleName(tr("Value of %1").arg(m_parameter.name));
    m_edit->setToolTip(hint());
    // The button says what it is, the menu what was chosen.
    m_noType->setChecked(!m_value.type);
    for (QAction *action : m_types->actions()) {
        if (m_value.type && action != m_noType)
            action->setChecked(action->data().toInt() == static_cast<int>(*m_value.type));
    }
}

/// Where the type follows what is typed, the fields behind this one stay where they are.
void ParameterField::keepTypeRoom()
{
    int room = 0;
    if (!m_value.type && !m_parameter.type) {
        const QFontMetrics metrics = m_type->fontMetrics();
        for (const ParameterType type : chosenParameterTypes)
            room = std::max(room, metrics.horizontalAdvance(parameterTypeTitle(type)));
        room -= metrics.horizontalAdvance(m_type->text());
    }
    m_typeRoom->changeSize(room, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    layout()->invalidate();
}

QString ParameterField::hint() const
{
    if (!m_parameter.isOpen()) {
        //: %1: a value, as it stands in the query
        return tr("Without a value, the query’s own is used: %1").arg(m_parameter.standard.simplified());
    }
    switch (typeOf(m_parameter, m_value)) {
    case ParameterType::List:
        return tr(
            "Values with commas between them, in quotes where they hold one; numbers where all of them are.");
    case ParameterType::DateTime:
        return tr("UTC, unless the value names another zone.");
    case ParameterType::Timespan:
        return tr("Days, hours, minutes and seconds: 7d, 1h30m, 90s.");
    default:
        return {};
    }
}

void ParameterField::setParameter(const QueryParameter &parameter, const ParameterValue &value)
{
    m_parameter = parameter;
    m_value = value;
    m_name->setText(fontMetrics().elidedText(parameter.name, Qt::ElideMiddle,
                                             longestName * fontMetrics().averageCharWidth()));
    m_name->setToolTip(m_name->text() == parameter.name ? QString() : parameter.name);
    // Where it is the same, the caret stays.
    if (m_edit->text() != value.text)
        m_edit->setText(value.text);
    m_type->setVisible(!parameter.isDeclared());
    m_declaredType->setVisible(parameter.isDeclared());
    sayType();
}

/// A line edit shows a line break as a space: what is pasted has none that means nothing.
void ParameterField::takeText(const QString &text)
{
    m_value.text = withPlainLineBreaks(text);
    if (m_value.text.contains(u'\n') && typeOf(m_parameter, m_value) == ParameterType::List)
        m_value.text = listInOneLine(m_value.text);
    if (m_value.text == text)
        return;
    const qsizetype behind = text.size() - m_edit->cursorPosition();
    m_edit->setText(m_value.text);
    m_edit->setCursorPosition(static_cast<int>(std::max<qsizetype>(0, m_value.text.size() - behind)));
}

QString ParameterField::remark() const
{
    if (!m_value.text.contains(u'\n') || typeOf(m_parameter, m_value) != ParameterType::String)
        return {};
    return m_parameter.isDeclared() ? tr("The value has line breaks, which are sent with it.")
                                    : tr("The value has line breaks, which are sent with it. Where each line "
                                         "is a value of its own, "
                                         "choose List as the type.");
}

QToolButton *ParameterField::typeButton() const
{
    return m_parameter.isDeclared() ? nullptr : m_type;
}

void ParameterField::setProblem(const QString &sentence)
{
    m_mark->setVisible(!sentence.isEmpty());
    m_mark->setToolTip(sentence);
    m_mark->setText(sentence);
    m_edit->setAccessibleDescription(sentence.isEmpty() ? remark() : sentence);
}

void ParameterField::chooseType(std::optional<ParameterType> type)
{
    m_value.type = type;
    takeText(m_edit->text());
    sayType();
    emit edited();
}

bool ParameterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPress = event->type() == QEvent::KeyPress;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (key->key() == Qt::Key_Escape) {
        event->accept();
        if (isPress)
            emit leaveRequested();
        return true; // for this field before it is for the page
    }
    if (isPress && isEnter)
        emit runRequested();
    return isPress && isEnter;
}

} // namespace sonde
