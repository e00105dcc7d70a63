#pragma once

#include "stores/draftstore.h"
#include "widgets/draftkeeper.h"
#include "widgets/windowlist.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace sonde {

class MainWindow;

/// The windows of one process: all belong to one session, which is brought back with them and kept until the
/// program ends.
class Windows final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the windows. A store that is not open keeps nothing.
    Windows(const WindowServices &services, DraftStore &store, QObject *parent = nullptr);
    ~Windows() override;

    /// The session's windows, or an empty one; not yet shown. What a person should know about the session is
    /// said in the first.
    void restore();
    void show();
    /// One more, shown.
    MainWindow &open();
    /// A tab for a new query in the window that was in front last, which comes to the front again.
    void openNewQuery();
    /// Brings the file to the front where a window has it; false where none has.
    bool showFile(const QString &path);

    MainWindow &first() const { return *m_windows.first(); }
    const QList<MainWindow *> &all() const { return m_windows; }

signals:
    /// In one of the windows: settings, or the proxy's password.
    void settingsApplied();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QueryTabs &openBeside(const QMainWindow &other, const std::optional<QPoint> &place);
    MainWindow &make(const WindowLayout &layout, const QHash<QString, Draft> &drafts);
    void forget(QMainWindow *window);
    void finish();

    WindowServices m_services;
    WindowList m_list;
    DraftStore &m_store;
    DraftKeeper m_keeper;
    QList<MainWindow *> m_windows;
    QPointer<MainWindow> m_inFront; ///< or was so last
};

} // namespace sonde
