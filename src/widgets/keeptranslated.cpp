#include "widgets/keeptranslated.h"

#include <QEvent>
#include <QWidget>

namespace sonde {

namespace {

/// A widget hands a change of the language on to its children, also to those that are no widgets.
class Translated final : public QObject
{
public:
    Translated(QWidget *owner, std::function<void()> say)
        : QObject(owner)
        , m_say(std::move(say))
    {}

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_say();
        return QObject::event(event);
    }

private:
    std::function<void()> m_say;
};

} // namespace

void keepTranslated(QWidget *owner, std::function<void()> say)
{
    say();
    new Translated(owner, std::move(say));
}

} // namespace sonde
