#include "widgets/findbutton.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QToolButton>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sonde::FindButton)
};

struct Look
{
    QLatin1StringView icon;
    const char *name;
    QKeySequence keys;
};

Look lookOf(FindButton which)
{
    switch (which) {
    case FindButton::Previous:
        return {QLatin1StringView("chevron-up"), QT_TRANSLATE_NOOP("sonde::FindButton", "Previous"),
                Qt::SHIFT | Qt::Key_F3};
    case FindButton::Next:
        return {QLatin1StringView("chevron-down"), QT_TRANSLATE_NOOP("sonde::FindButton", "Next"),
                Qt::Key_F3};
    case FindButton::Close:
        break;
    }
    return {QLatin1StringView("x"), QT_TRANSLATE_NOOP("sonde::FindButton", "Close"), Qt::Key_Escape};
}

} // namespace

QToolButton *makeFindButton(FindButton which, const Icons &icons, QWidget *parent)
{
    const Look look = lookOf(which);
    auto *button = new QToolButton(parent);
    button->setIcon(icons.icon(look.icon));
    button->setAutoRaise(true);
    keepTranslated(button, [button, look] {
        button->setAccessibleName(Words::tr(look.name));
        //: %1: what a button does; %2: its keys, as F3
        button->setToolTip(
            Words::tr("%1 (%2)").arg(Words::tr(look.name), look.keys.toString(QKeySequence::NativeText)));
    });
    return button;
}

} // namespace sonde
