#include "widgets/fieldsearch.h"

#include "models/background.h"
#include "widgets/fieldtree.h"
#include "widgets/keeptranslated.h"

namespace sonde {

FieldSearch::FieldSearch(FieldTree &tree, const Icons &icons, QWidget *parent)
    : SearchStrip(icons, parent)
    , m_tree(tree)
{
    keepTranslated(this, [this] { setPlaceholder(tr("Names and values")); });
    // Another record: who compares one with the next stays at the field.
    connect(&m_tree.fields(), &QAbstractItemModel::modelReset, this, [this] { searchAgain(false); });
}

FieldSearch::~FieldSearch()
{
    cancelSearch();
}

void FieldSearch::cancelSearch()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    m_found = {};
}

void FieldSearch::search()
{
    const RowDetailsModel &fields = m_tree.fields();
    if (fields.isEmpty()) {
        setFound(0, false);
        return;
    }
    m_cancel = std::make_shared<CancelState>();
    inBackground(
        this,
        [table = fields.table(), row = fields.row(), text = text(), formatter = fields.formatter(),
         cancel = m_cancel] { return findInRow(table, row, text, formatter, *cancel); },
        [this, cancel = m_cancel](const std::optional<RowHits> &found) {
            if (!found || cancel != m_cancel)
                return;
            m_cancel.reset();
            m_found = *found;
            setFound(m_found.hits.size(), m_found.hits.size() >= mostRowHits);
        });
}

void FieldSearch::goTo(qsizetype place)
{
    const RowHit &hit = m_found.hits.at(place);
    m_tree.goTo(hit, m_found.trees.value(hit.column));
}

QWidget *FieldSearch::target()
{
    return &m_tree;
}

} // namespace sonde
