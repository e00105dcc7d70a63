#include "widgets/filterbox.h"

#include "models/filtertext.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace sonde {

using Kind = ColumnCondition::Kind;

FilterBox::FilterBox(const Theme &theme, const Icons &icons, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_menuAction(addAction(icons.icon(QLatin1StringView("filter"), ColorRole::MutedText), TrailingPosition))
{
    connect(m_menuAction, &QAction::triggered, this, &FilterBox::openMenu);
    // Not textEdited: screen readers and dictation set the text.
    connect(this, &QLineEdit::textChanged, this, [this] {
        readText();
        emit conditionChanged();
    });
    connect(&m_theme, &Theme::changed, this, &FilterBox::showProblem);
    keepTranslated(this, [this] { retranslate(); });
}

void FilterBox::retranslate()
{
    //: %1: a column’s name
    setAccessibleName(tr("Filter of %1").arg(m_header.name));
    m_menuAction->setText(tr("More ways to filter"));
    if (!m_problem.isEmpty())
        readText();
    showProblem();
}

void FilterBox::setColumn(int column, const ColumnHeader &header)
{
    m_column = column;
    m_header = header;
    retranslate();
}

void FilterBox::setCondition(const std::optional<ColumnCondition> &condition)
{
    m_condition = condition;
    m_problem.clear();
    const QSignalBlocker blocker(this);
    setText(condition ? textOfCondition(*condition) : QString());
    showProblem();
}

void FilterBox::readText()
{
    m_condition = conditionFromText(m_column, text());
    m_problem.clear();
    if (m_condition) {
        if (const auto checked = checkCondition(*m_condition, m_header.type); !checked) {
            m_problem = checked.error().message + u' ' + checked.error().advice;
            m_condition.reset();
        }
    }
    showProblem();
}

void FilterBox::setNote(const QString &note)
{
    m_note = note;
    showProblem();
}

QString FilterBox::usualToolTip() const
{
    QString text =
        tr("Text that the cells contain, or =, !=, <, <=, >, >= and a value, or /a regular expression/");
    if (!m_note.isEmpty())
        text += u'\n' + m_note;
    return text;
}

void FilterBox::showProblem()
{
    QPalette colors; // nothing set: as of the window
    if (!m_problem.isEmpty())
        colors.setColor(QPalette::Text, m_theme.color(ColorRole::Error));
    setPalette(colors);
    // What has no text of its own is said where text would stand.
    const QString words =
        m_condition && text().isEmpty() ? describeCondition(*m_condition, m_header.name) : QString();
    setPlaceholderText(words);
    if (!m_problem.isEmpty())
        setToolTip(m_problem);
    else if (!words.isEmpty())
        setToolTip(words);
    else
        setToolTip(usualToolTip());
    setAccessibleDescription(m_problem.isEmpty() ? m_note : m_problem);
}

void FilterBox::begin(const QString &sign)
{
    setText(sign);
    setFocus(Qt::OtherFocusReason);
    setCursorPosition(sign == QLatin1String("//") ? 1 : static_cast<int>(sign.size()));
}

void FilterBox::choose(const std::optional<ColumnCondition> &condition)
{
    setCondition(condition);
    setFocus(Qt::OtherFocusReason);
    emit conditionChanged();
}

void FilterBox::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Choose &values…"), this, &FilterBox::valuesRequested);
    menu->addSeparator();
    const auto add = [this, menu](const QString &text, const QString &sign) {
        menu->addAction(text + u'\t' + sign, this, [this, sign] { begin(sign); });
    };
    add(tr("&Equals"), QStringLiteral("="));
    add(tr("Does &not equal"), QStringLiteral("!="));
    add(tr("&Less than"), QStringLiteral("<"));
    add(tr("&Greater than"), QStringLiteral(">"));
    add(tr("Matches a &regular expression"), QStringLiteral("//"));
    menu->addSeparator();
    const auto addChoice = [this, menu](const QString &text, Kind kind) {
        QAction *action = menu->addAction(text, this, [this, kind] {
            choose(ColumnCondition{m_column, kind, {}, {}});
        });
        action->setCheckable(true);
        action->setChecked(m_condition && m_condition->kind == kind);
    };
    addChoice(tr("With a v&alue"), Kind::NotNull);
    addChoice(tr("&Without a value"), Kind::Null);
    menu->addSeparator();
    menu->addAction(tr("&Clear"), this, [this] { choose({}); })->setEnabled(m_condition || !text().isEmpty());
    menu->popup(mapToGlobal(rect().bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst()); // Enter takes it at once
}

void FilterBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    // Over a narrow column the text comes first; Alt+Down and the context menu still lead to the rest.
    m_menuAction->setVisible(width() >= 16 * fontMetrics().averageCharWidth());
}

void FilterBox::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addAction(m_menuAction);
    menu->popup(event->globalPos());
}

bool FilterBox::event(QEvent *event)
{
    // Escape is for this field before it is for the page.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterBox::keyPressEvent(QKeyEvent *event)
{
    const bool isAlt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_condition || !text().isEmpty())
            choose({});
        else
            emit leaveRequested();
        return;
    case Qt::Key_Down:
        if (isAlt)
            openMenu();
        else
            emit leaveRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit leaveRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace sonde
