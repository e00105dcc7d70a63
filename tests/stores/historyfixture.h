#pragma once

#include "core/timezone.h"
#include "stores/historystore.h"

#include <QTemporaryDir>
#include <memory>

namespace sonde {

/// A history in a folder of its own, and ways to fill and read it that wait for the answer.
class HistoryFixture
{
protected:
    using StorePtr = std::unique_ptr<HistoryStore>;

    /// A fresh folder; nothing is in it.
    void makeFolder();
    StorePtr open(const HistoryLimits &limits = {}) const;
    static Result<HistoryPage> pageOf(HistoryStore &store, const HistorySearch &what);
    static QList<HistoryEntry> entriesOf(HistoryStore &store, const QString &text = {});
    static QStringList textsOf(HistoryStore &store, const QString &text = {});
    /// Begins runs of these texts, a second apart from noon(), and waits until they are on the disk.
    static QList<qint64> put(HistoryStore &store, const QStringList &texts,
                             const Connection &connection = connectionOf("c1", "Contoso"));
    QString databasePath() const { return m_path + QStringLiteral("/history.sqlite"); }
    /// Past the store, on a connection of its own.
    void execute(const QStringList &statements) const;
    /// Of every file in the folder, the database's log among them.
    QByteArray bytes() const;

    static QDateTime noon() { return QDateTime({2026, 11, 22}, {12, 0}, utcZone); }
    static Query queryOf(const QString &text);
    static Connection connectionOf(const char *id, const char *name);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path; ///< of the history, inside of it
};

} // namespace sonde
