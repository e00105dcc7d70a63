#pragma once

#include "results/column.h"

#include <QStringList>
#include <string_view>

namespace sonde {

/// Which type all cells of a column have, from those seen so far. Internal to the import.
class TypeGuess
{
public:
    /// A cell of a file that has only texts. Empty ones tell nothing.
    void addText(std::string_view text);
    /// A text where numbers would stand as numbers: it is one of a datetime, a GUID or just a text.
    void addQuotedText(std::string_view text);
    void addBool();
    void addLong();
    void addReal();
    /// A list or an object of JSON.
    void addNested();
    /// A cell as a person would read it, whatever is added of it.
    void see(std::string_view text);
    /// The first few cells that are not empty, shortened.
    const QStringList &firstValues() const { return m_firstValues; }

    ColumnType type() const;
    /// The reals have a comma: 0,5.
    bool hasDecimalComma() const;

private:
    void keep(unsigned types);
    unsigned m_types = ~0U;
    bool m_any = false;
    bool m_nested = false;
    bool m_comma = false; ///< a number with a comma was seen
    QStringList m_firstValues;
    bool m_commaIsPoint = false; ///< one that cannot be a comma between thousands
};

} // namespace sonde
