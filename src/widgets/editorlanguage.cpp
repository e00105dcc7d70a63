#include "widgets/editorlanguage.h"

#include "widgets/editorblocks.h"
#include "widgets/queryeditor.h"

namespace sonde {

EditorLanguage::EditorLanguage(QueryEditor &editor, KqlService *service)
    : QObject(&editor)
    , m_editor(editor)
    , m_service(service)
    , m_schema(std::make_shared<const KqlSchema>())
{}

void EditorLanguage::drop(KqlQuestion::Slot slot)
{
    if (m_service != nullptr)
        m_service->drop(slot);
}

void EditorLanguage::setLanguage(QueryLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    emit changed();
}

void EditorLanguage::setSchema(const KqlSchemaPtr &schema)
{
    if (schema == m_schema || !schema)
        return;
    m_schema = schema;
    emit changed();
}

bool EditorLanguage::isActive() const
{
    return m_language == QueryLanguage::Kql && !m_editor.isReadOnly();
}

bool EditorLanguage::canAsk(const Place &place) const
{
    return m_service != nullptr && isActive() && place.place.text.size() <= longestAsked;
}

EditorLanguage::Place EditorLanguage::placeAt(qsizetype units) const
{
    const QString text = m_editor.text();
    for (const QueryBlock &block : m_editor.blocks().blocks()) {
        if (units < block.start)
            break;
        // Behind the last character of a line, still in the block: what is typed there belongs to it.
        const qsizetype lineEnd = text.indexOf(u'\n', block.end());
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd;
        if (units <= end)
            return {
                {text.mid(block.start, end - block.start), static_cast<int>(units - block.start), m_schema},
                block.start};
    }
    return {{QString(), 0, m_schema}, units};
}

} // namespace sonde
