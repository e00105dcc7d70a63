#pragma once

#include "stores/draft.h"

#include <QList>
#include <QObject>
#include <optional>

namespace sonde {

/// The tabs that were closed and can be reopened, the last one last; shared by the windows of a session.
class ClosedTabs final : public QObject
{
    Q_OBJECT

public:
    explicit ClosedTabs(QObject *parent = nullptr);

    bool isEmpty() const { return m_drafts.isEmpty(); }
    const QList<Draft> &drafts() const { return m_drafts; }
    /// As read from the disk.
    void restore(const QList<Draft> &drafts);
    /// Keeps them, and the last twenty at least. Those that find no room, and those with nothing in them, are
    /// dropped for good.
    void add(const QList<Draft> &drafts);
    std::optional<Draft> takeLast();

signals:
    void changed();
    /// Their last state, before changed().
    void added(const QList<sonde::Draft> &drafts);
    /// Nothing will ever bring these back.
    void dropped(const QStringList &ids);

private:
    QList<Draft> m_drafts;
};

} // namespace sonde
