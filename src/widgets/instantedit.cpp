#include "widgets/instantedit.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLineEdit>

namespace sonde {

InstantEdit::InstantEdit(QWidget *parent)
    : QDateTimeEdit(parent)
{
    setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    setCalendarPopup(true);
    calendarWidget()->setFirstDayOfWeek(Qt::Monday);
}

void InstantEdit::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool isSeparator = typed.size() == 1 && QStringLiteral("-: T").contains(typed);
    const QLineEdit *field = lineEdit();
    const int at = field->hasSelectedText() ? field->selectionStart() : field->cursorPosition();
    // At the beginning of a part the separator before it is behind us already.
    if (isSeparator && (at == 0 || !field->text().at(at - 1).isDigit())) {
        event->accept();
        return;
    }
    // Typing over the whole begins with the year.
    if (typed.size() == 1 && typed.at(0).isDigit() && field->selectedText() == field->text())
        setSelectedSection(YearSection);
    QDateTimeEdit::keyPressEvent(event);
}

} // namespace sonde
