#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace sonde {

class QueryPage;
class SettingsStore;

/// Which advice a page's queries get: by its time range, and by what the user wants to hear of, which is
/// chosen in the list of problems.
class PageAdvice final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a page; \a settings outlive it.
    PageAdvice(QueryPage &page, SettingsStore &settings);

private:
    void makeMenu();
    void retranslate();
    void update();
    void choose(const QString &code, bool isOn);

    QueryPage &m_page;
    SettingsStore &m_settings;
    QList<QAction *> m_rules; ///< in the order of adviceRules()
};

} // namespace sonde
