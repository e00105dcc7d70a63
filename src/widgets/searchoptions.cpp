#include "widgets/searchoptions.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace sonde {

QToolButton *makeSearchToggle(const char *icon, const char *text, const Icons &icons, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icons.icon(QLatin1StringView(icon)));
    button->setCheckable(true);
    button->setAutoRaise(true);
    keepTranslated(button, [button, text] {
        button->setAccessibleName(SearchOptions::tr(text));
        button->setToolTip(SearchOptions::tr(text));
    });
    return button;
}

SearchOptions::SearchOptions(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_matchCase(makeSearchToggle("case-sensitive", QT_TR_NOOP("Match case"), icons, this))
    , m_wholeWords(makeSearchToggle("whole-word", QT_TR_NOOP("Whole words"), icons, this))
    , m_expression(makeSearchToggle("regex", QT_TR_NOOP("Regular expression"), icons, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (QToolButton *button : {m_matchCase, m_wholeWords, m_expression}) {
        layout->addWidget(button);
        connect(button, &QToolButton::toggled, this, &SearchOptions::changed);
    }
    setFocusProxy(m_matchCase);
}

SearchPattern SearchOptions::patternOf(const QString &text) const
{
    return {text, m_matchCase->isChecked(), m_wholeWords->isChecked(), m_expression->isChecked()};
}

void SearchOptions::setPattern(const SearchPattern &pattern)
{
    m_matchCase->setChecked(pattern.matchCase);
    m_wholeWords->setChecked(pattern.wholeWords);
    m_expression->setChecked(pattern.isExpression);
}

QList<QWidget *> SearchOptions::buttons() const
{
    return {m_matchCase, m_wholeWords, m_expression};
}

} // namespace sonde
