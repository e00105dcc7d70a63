#pragma once

#include "core/result.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <memory>

namespace sonde {

/// A folder for imported databases, in the cache, for as long as the program runs; it removes itself.
/// Making one also removes what programs left that were killed.
class ImportFolder
{
public:
    /// \a cache is the folder to make it in; empty: the user's cache of Sonde. Fails with Io.
    static Result<std::unique_ptr<ImportFolder>> make(const QString &cache = {});

    /// Removes what programs left in \a cache (as for make()) that were killed. Takes as long as the disk
    /// does.
    static void removeAbandoned(const QString &cache = {});

    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    QString path() const { return m_folder.path(); }
    /// Takes its files off the disk while they are open, where a system can; nothing stays however the
    /// program ends.
    void hide();

private:
    explicit ImportFolder(const QString &pattern);
    QTemporaryDir m_folder;
    QLockFile m_lock; ///< held while the program lives
};

} // namespace sonde
