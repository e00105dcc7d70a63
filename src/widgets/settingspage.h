#pragma once

#include "core/result.h"
#include "stores/settingsstore.h"

#include <QString>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace sonde {

/// One page of the settings: shows them, checks what is typed, and writes them when all is confirmed.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// \a icon is one of Icons::names().
    SettingsPage(const QString &title, QLatin1StringView icon, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    QLatin1StringView icon() const { return m_icon; }

    /// Shows what \a store says; null shows the defaults.
    virtual void load(const SettingsStore *store) = 0;
    virtual void save(SettingsStore &store) const = 0;
    /// Writes what the page keeps in a file of its own, before the settings. Io.
    virtual Result<void> saveFiles() { return {}; }
    /// Why it cannot be saved; empty where it can.
    virtual QString problem() const { return {}; }

signals:
    /// problem() may be another one now.
    void problemChanged();

protected:
    template <typename T>
    static auto valueOf(const SettingsStore *store, const Setting<T> &setting)
    {
        return store != nullptr ? store->get(setting) : setting.standard;
    }

    QFormLayout &form() { return *m_form; }
    /// A field with its label before it and, muted, a \a note below it.
    void addField(const QString &label, QWidget *field, const QString &note = {});
    /// A field with several parts: \a main is the one that the label stands for. All parts become the page's
    /// own children, as a screen reader looks for a field's label among its siblings.
    void addField(const QString &label, QLayout *row, QWidget *main, const QString &note);
    /// A check box and the like, which has its words in itself.
    void addWide(QWidget *field, const QString &note = {});
    /// A muted sentence in the column of the fields.
    QLabel *addNote(const QString &text);
    /// Room below a field for what is wrong with it; empty while nothing is.
    QLabel *addReason();
    void addGap();

private:
    QLabel *makeLabel(const QString &text, QWidget *field, int height, const QString &note);

    QString m_title;
    QLatin1StringView m_icon;
    QFormLayout *m_form;
};

} // namespace sonde
