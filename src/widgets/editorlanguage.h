#pragma once

#include "core/query.h"
#include "kql/classiccompletion.h"
#include "kql/kqlschema.h"
#include "kql/kqlservice.h"

#include <QObject>

namespace sonde {

class QueryEditor;

/// What all that helps with writing a query in one editor shares: the language service, the tables that are
/// known, and which query of the text a place is in.
class EditorLanguage final : public QObject
{
    Q_OBJECT

public:
    /// Of a query that the service is asked about while it is written, UTF-16 units: 30 dense lines are 2
    /// 000, and take a third of a second.
    static constexpr qsizetype longestAsked = 20'000;

    /// A child of \a editor; \a service outlives it. Without one there are the lists that need none.
    EditorLanguage(QueryEditor &editor, KqlService *service);

    QueryEditor &editor() const { return m_editor; }
    /// May be null.
    KqlService *service() const { return m_service; }
    /// Gives up what is asked in that slot.
    void drop(KqlQuestion::Slot slot);

    void setLanguage(QueryLanguage language);
    QueryLanguage queryLanguage() const { return m_language; }
    void setSchema(const KqlSchemaPtr &schema);
    const KqlSchemaPtr &schema() const { return m_schema; }
    /// Whether there is anything to help with: the text is KQL that can be edited.
    bool isActive() const;
    /// What the rows of classic searches have shown.
    void setSeenNames(const ClassicNames &names) { m_seenNames = names; }
    const ClassicNames &seenNames() const { return m_seenNames; }

    /// A place of the text and the query it stands in. Nobody writes behind the last of a block without
    /// meaning to go on with it, so a place on blank lines is one of no query.
    struct Place
    {
        KqlPlace place;
        qsizetype start = 0; ///< of the query in the text, UTF-16 units
    };
    Place placeAt(qsizetype units) const;
    /// Whether the service is there, and the query short enough for an answer while somebody waits.
    bool canAsk(const Place &place) const;

signals:
    /// The schema, the language, or whether there is anything to help with.
    void changed();

private:
    QueryEditor &m_editor;
    KqlService *m_service;
    KqlSchemaPtr m_schema;
    ClassicNames m_seenNames;
    QueryLanguage m_language = QueryLanguage::Kql;
};

} // namespace sonde
