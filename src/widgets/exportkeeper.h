#pragma once

#include <QObject>

namespace sonde {

class QueryPage;
class SettingsStore;

/// Asks how the rows of a page are to be written, starts the writing, and remembers the choices.
class ExportKeeper final : public QObject
{
    Q_OBJECT

public:
    /// \a settings keep the choices and outlive the keeper. Dialogs open over \a window.
    ExportKeeper(SettingsStore &settings, QWidget *window);

    /// \a title is what the file name is made from. Does nothing where there are no rows, or where an export
    /// is under way already.
    void ask(QueryPage *page, const QString &title);

signals:
    void started();

private:
    SettingsStore &m_settings;
    QWidget *m_window;
};

} // namespace sonde
