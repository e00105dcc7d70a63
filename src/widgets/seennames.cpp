#include "widgets/seennames.h"

#include "kql/classicscanner.h"
#include "results/resultset.h"
#include "widgets/editorlanguage.h"
#include "widgets/kqlassistant.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"

#include <algorithm>

namespace sonde {

namespace {

/// The oldest go; who works all day in one tab has seen others.
constexpr qsizetype mostNames = 5000;
/// Rows that are read for their types, newest first: a type that none of them has is one somebody knows.
constexpr std::size_t rowsRead = 1000;

void addOnce(QStringList &names, const QString &name)
{
    if (name.isEmpty() || names.contains(name))
        return;
    if (names.size() >= mostNames)
        names.removeFirst();
    names.append(name);
}

QStringList typesIn(const ChunkedTable &rows)
{
    QStringList types;
    const int column = rows.indexOf(QStringLiteral("Type"));
    if (column < 0 || rows.headers().at(column).type != ColumnType::String)
        return types;
    std::string_view last;
    for (std::size_t row = 0; row < std::min(rows.rowCount(), rowsRead); ++row) {
        const CellRef cell = rows.cell(row, column);
        if (cell.isNull())
            continue;
        const std::string_view type = cell.column->text(cell.row);
        if (type != last)
            addOnce(types, QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())));
        last = type;
    }
    return types;
}

/// Whether the search gives records: those of measure have columns that are no fields.
bool givesRecords(const Query &query)
{
    const QString ended = query.text + u'|';
    return query.language == QueryLanguage::Classic && ClassicScanner(ended).columns().isEmpty();
}

} // namespace

SeenNames::SeenNames(QueryPage &page)
    : QObject(&page)
    , m_page(page)
{
    connect(&page, &QueryPage::runEnded, this, &SeenNames::learn);
}

void SeenNames::learn()
{
    const ShownAnswer &answer = std::as_const(m_page).pane().answer();
    if (!answer.result || !answer.origin.about.query || !givesRecords(*answer.origin.about.query))
        return;
    for (int i = 0; i < answer.result->tableCount(); ++i) {
        const ChunkedTable &rows = answer.result->table(i)->rows();
        for (const ColumnHeader &header : rows.headers())
            addOnce(m_names.fields, header.name);
        for (const QString &type : typesIn(rows))
            addOnce(m_names.types, type);
    }
    m_page.assistant().language().setSeenNames(m_names);
}

} // namespace sonde
