#include "widgets/searchfield.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SearchField)
};

} // namespace

void makeSearchField(QLineEdit &field, const Icons &icons)
{
    QAction *glass = field.addAction(icons.icon(QLatin1StringView("search"), ColorRole::MutedText),
                                     QLineEdit::LeadingPosition);
    QObject::connect(glass, &QAction::triggered, &field, &QLineEdit::selectAll);
    keepTranslated(&field, [glass] { glass->setText(Words::tr("Search")); });
    addClearButton(field);
}

void addClearButton(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    // Qt gives its button a picture and no word.
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        keepTranslated(&field, [clear] { clear->setText(Words::tr("Clear the text")); });
}

} // namespace sonde
