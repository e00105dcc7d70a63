#include "widgets/pageadvice.h"

#include "stores/settingsstore.h"
#include "widgets/keeptranslated.h"
#include "widgets/kqlassistant.h"
#include "widgets/problemslist.h"
#include "widgets/queryadvice.h"
#include "widgets/querypage.h"

#include <QAction>
#include <QMenu>

namespace sonde {

namespace {

QSet<QString> codesOf(const QString &text)
{
    const QStringList codes = text.split(u' ', Qt::SkipEmptyParts);
    return {codes.cbegin(), codes.cend()};
}

} // namespace

PageAdvice::PageAdvice(QueryPage &page, SettingsStore &settings)
    : QObject(&page)
    , m_page(page)
    , m_settings(settings)
{
    makeMenu();
    keepTranslated(&page.problems(), [this] { retranslate(); });
    connect(&page, &QueryPage::draftChanged, this, &PageAdvice::update);
    connect(&settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::adviceOff.key))
            update();
    });
    update();
}

void PageAdvice::makeMenu()
{
    auto *menu = new QMenu(&m_page);
    for (const KqlAdvice::Rule rule : adviceRules()) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, code = adviceCode(rule)](bool isOn) { choose(code, isOn); });
        m_rules.append(action);
    }
    m_page.problems().setAdviceMenu(menu);
}

void PageAdvice::retranslate()
{
    const QList<KqlAdvice::Rule> rules = adviceRules();
    for (qsizetype i = 0; i < rules.size(); ++i)
        m_rules.at(i)->setText(adviceTitle(rules.at(i)));
}

void PageAdvice::update()
{
    const QSet<QString> off = codesOf(m_settings.get(settings::adviceOff));
    const QList<KqlAdvice::Rule> rules = adviceRules();
    AdviceWishes wishes;
    wishes.off = off;
    wishes.range = m_page.range();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        m_rules.at(i)->setChecked(!off.contains(adviceCode(rules.at(i))));
        // It is about what a service makes of a query; the person's own tables cost nothing.
        if (m_page.connectionId() == localConnectionId)
            wishes.off += adviceCode(rules.at(i));
    }
    m_page.assistant().examination().setAdvice(wishes);
}

void PageAdvice::choose(const QString &code, bool isOn)
{
    QSet<QString> off = codesOf(m_settings.get(settings::adviceOff));
    if (isOn)
        off.remove(code);
    else
        off.insert(code);
    QStringList codes = off.values();
    codes.sort();
    m_settings.set(settings::adviceOff, codes.join(u' '));
}

} // namespace sonde
