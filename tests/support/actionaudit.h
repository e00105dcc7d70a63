#pragma once

#include <QAction>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QStringList>

namespace sonde {

/// What the actions of a menu bar lack, one line each; empty where every action has a text, a tooltip that
/// says more than its text or is its text, a shortcut (or stands in \a withoutShortcut, by its text without
/// mnemonic), a shortcut and, within its menu, a mnemonic of its own.
class ActionAudit
{
public:
    ActionAudit(const QMenuBar &bar, const QStringList &withoutShortcut)
        : m_withoutShortcut(withoutShortcut.begin(), withoutShortcut.end())
    {
        visit(bar.actions(), QStringLiteral("menu bar"), true);
        for (const QString &name : std::as_const(m_withoutShortcut))
            m_faults << QStringLiteral("“%1” is excused, but there is no such action or it has a shortcut")
                            .arg(name);
    }

    const QStringList &faults() const { return m_faults; }

private:
    void visit(const QList<QAction *> &actions, const QString &menu, bool isBar)
    {
        QHash<QChar, QString> mnemonics;
        for (const QAction *action : actions) {
            if (action->isSeparator())
                continue;
            const QString name = QString(action->text()).remove(u'&');
            const QString place = menu + QStringLiteral(" › ") + name;
            if (name.isEmpty())
                m_faults << QStringLiteral("%1: no text").arg(menu);
            checkMnemonic(*action, place, mnemonics);
            if (action->menu() != nullptr)
                visit(action->menu()->actions(), isBar ? name : place, false);
            else
                checkAction(*action, name, place);
        }
    }

    void checkMnemonic(const QAction &action, const QString &place, QHash<QChar, QString> &taken)
    {
        const qsizetype at =
            QString(action.text()).replace(QStringLiteral("&&"), QStringLiteral("__")).indexOf(u'&');
        if (at < 0 || at + 1 >= action.text().size()) {
            m_faults << QStringLiteral("%1: no mnemonic").arg(place);
            return;
        }
        const QChar key = action.text().at(at + 1).toLower();
        if (taken.contains(key))
            m_faults
                << QStringLiteral("%1: mnemonic %2 is that of %3").arg(place, QString(key), taken.value(key));
        else
            taken.insert(key, place);
    }

    void checkAction(const QAction &action, const QString &name, const QString &place)
    {
        if (action.toolTip().isEmpty())
            m_faults << QStringLiteral("%1: no tooltip").arg(place);
        if (action.shortcuts().isEmpty() && !m_withoutShortcut.remove(name))
            m_faults << QStringLiteral("%1: no shortcut").arg(place);
        const QList<QKeySequence> shortcuts = action.shortcuts();
        for (const QKeySequence &shortcut : shortcuts) {
            if (m_shortcuts.contains(shortcut))
                m_faults << QStringLiteral("%1: %2 is that of %3")
                                .arg(place, shortcut.toString(), m_shortcuts.value(shortcut));
            else
                m_shortcuts.insert(shortcut, place);
        }
    }

    QSet<QString> m_withoutShortcut;
    QHash<QKeySequence, QString> m_shortcuts;
    QStringList m_faults;
};

} // namespace sonde
