#include "widgets/kqlassistant.h"

#include "widgets/editorcompletion.h"
#include "widgets/editorexamination.h"
#include "widgets/editorhints.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorrefactoring.h"
#include "widgets/problemmarks.h"
#include "widgets/queryeditor.h"
#include "widgets/querylexer.h"
#include "widgets/schemakeeper.h"
#include "widgets/windowservices.h"

namespace sonde {

namespace {

/// The names of a query with the colours that they have; a name that has two is left to the text.
QHash<QByteArray, TokenKind> namesOf(const QString &text, const QList<KqlClassification> &classifications)
{
    using Kind = KqlClassification::Kind;
    QHash<QByteArray, TokenKind> names;
    QSet<QByteArray> doubtful;
    for (const KqlClassification &stretch : classifications) {
        TokenKind kind = TokenKind::Text;
        if (stretch.kind == Kind::Table)
            kind = TokenKind::Table;
        else if (stretch.kind == Kind::Function)
            kind = TokenKind::Function;
        else if (stretch.kind != Kind::Column && stretch.kind != Kind::Name && stretch.kind != Kind::Text)
            continue;
        const QByteArray name = text.mid(stretch.start, stretch.length).toUtf8();
        const auto known = names.constFind(name);
        if (known != names.cend() && *known != kind)
            doubtful.insert(name);
        names.insert(name, kind);
    }
    for (const QByteArray &name : doubtful)
        names.remove(name);
    return names;
}

} // namespace

KqlAssistant::KqlAssistant(QueryEditor &editor, const WindowServices &services)
    : QObject(&editor)
    , m_schemas(services.schemas)
    , m_language(new EditorLanguage(editor, services.kql))
    , m_completion(new EditorCompletion(*m_language, services.theme, services.icons, services.snippets))
    , m_examination(new EditorExamination(*m_language))
    , m_problems(new ProblemMarks(editor, *m_examination, services.theme))
    , m_hints(new EditorHints(*m_language, *m_problems, services.theme))
    , m_refactoring(new EditorRefactoring(*m_language))
{
    connect(m_completion, &EditorCompletion::noted, this, &KqlAssistant::noted);
    connect(m_completion, &EditorCompletion::callBegun, m_hints, &EditorHints::showParameters);
    connect(m_examination, &EditorExamination::classified, this,
            [&editor](const QString &text, const QList<KqlClassification> &classifications) {
                editor.colouring().addNames(namesOf(text, classifications));
            });
    connect(m_refactoring, &EditorRefactoring::noted, this, &KqlAssistant::noted);
    connect(m_refactoring, &EditorRefactoring::refused, this, &KqlAssistant::refused);
    connect(m_examination, &EditorExamination::failed, this,
            [this] { emit noted(m_examination->failure()); });
    connect(&m_schemas, &SchemaKeeper::schemaChanged, this,
            [this] { m_language->setSchema(m_schemas.schemaOf(m_connectionId)); });
    m_language->setSchema(m_schemas.schemaOf(m_connectionId));
}

KqlAssistant::~KqlAssistant()
{
    // They are the editor's children as well, which go in the order in which they came; each of these uses
    // those before it.
    delete m_refactoring;
    delete m_hints;
    delete m_problems;
    delete m_examination;
    delete m_completion;
    delete m_language;
}

void KqlAssistant::setLanguage(QueryLanguage language)
{
    m_language->setLanguage(language);
}

void KqlAssistant::setConnectionId(const QString &id)
{
    m_connectionId = id;
    m_language->setSchema(m_schemas.schemaOf(id));
}

} // namespace sonde
