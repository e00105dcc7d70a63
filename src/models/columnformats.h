#pragma once

#include "results/formattedcells.h"

#include <QHash>
#include <QString>

namespace sonde {

/// The formats of a table's columns, by the columns' names. GUI thread.
class ColumnFormats
{
public:
    /// As it came: none.
    void set(const QString &name, const ColumnFormat &format);
    ColumnFormat format(const QString &name) const;
    /// What writes the cells of that column; null where it has no format, or one that does not fit its type.
    const FormattedCells *of(const ColumnHeader &column) const;
    /// Of a table with these columns.
    std::map<int, ColumnFormat> of(const QList<ColumnHeader> &columns) const;
    /// Whether a column of these has a format that follows time.
    bool followTime(const QList<ColumnHeader> &columns) const;
    /// What relative times are relative to.
    void setNow(Ticks now);
    /// Writes as the locale that is now the default one does.
    void renew();

private:
    QHash<QString, FormattedCells> m_cells;
    Ticks m_now = 0;
};

/// What a format does, as “thousands separators”. Empty for none.
QString describeFormat(const ColumnFormat &format);

/// What a filter looks at where a column is shown in that format, for a person who types one; empty for none.
QString describeSearch(const ColumnFormat &format);

} // namespace sonde
