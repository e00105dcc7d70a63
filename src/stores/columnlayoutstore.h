#pragma once

#include "core/result.h"
#include "stores/columnlayout.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace sonde {

/// Remembers how the columns of tables are shown, one layout for each set of columns, the last few hundred of
/// them, in one JSON file. A file that cannot be read is as one that is not there. For the GUI thread.
class ColumnLayoutStore final : public QObject
{
    Q_OBJECT

public:
    /// So many layouts are kept.
    static constexpr qsizetype mostLayouts = 300;

    /// \a path is the file; it is read when it is first asked for, and written a moment after a change.
    explicit ColumnLayoutStore(QString path, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~ColumnLayoutStore() override;

    /// Of the table with these columns, in whatever order they come.
    std::optional<ColumnLayout> find(const QStringList &names);
    void remember(const ColumnLayout &layout);
    void forget(const QStringList &names);
    /// Io where the file could not be written.
    Result<void> write();

private:
    void load();
    void take(const ColumnLayout &layout);

    QString m_path;
    bool m_isLoaded = false;
    QList<ColumnLayout> m_layouts; ///< the last one last
    QTimer m_writeTimer;
};

} // namespace sonde
