#pragma once

#include "core/result.h"
#include "kql/kqlanswers.h"
#include "kql/kqlknownschemas.h"
#include "kql/kqltree.h"

#include <QJSValue>
#include <chrono>
#include <memory>
#include <optional>

class QJSEngine;

namespace sonde {

class KqlWatchdog;

/// The JavaScript engine with Microsoft's language service in it, and resources/kql/glue.js between the two.
/// Made anywhere, used on one thread; loads itself at the first question.
///
/// Every question fails with Usage where the service is missing, Query where the text is too long, too deeply
/// nested or takes longer than the budget, Cancelled where it was interrupted.
class KqlEngine final
{
public:
    struct Limits
    {
        qsizetype textLength = 0; ///< UTF-16 units
        std::chrono::milliseconds budget{0};
    };

    /// \a watchdog outlives the engine.
    KqlEngine(const Limits &limits, KqlWatchdog &watchdog);
    ~KqlEngine();
    KqlEngine(const KqlEngine &) = delete;
    KqlEngine &operator=(const KqlEngine &) = delete;

    Result<void> load();
    /// Gives the memory back; the next question loads again.
    void release();
    /// Collects the garbage of the questions so far (some 80 ms), so that the next one need not.
    void tidy();

    Result<KqlTree> analyze(const QString &text, const KqlSchemaPtr &schema);
    Result<QList<KqlDiagnostic>> check(const QString &text, const KqlSchemaPtr &schema);
    Result<QString> format(const QString &text);
    Result<KqlCompletion> complete(const QString &text, int position, const KqlSchemaPtr &schema);
    Result<KqlExamination> examine(const QString &text, const KqlSchemaPtr &schema);
    Result<KqlQuickInfo> quickInfo(const QString &text, int position, const KqlSchemaPtr &schema);
    Result<KqlReferences> references(const QString &text, int position, const KqlSchemaPtr &schema);
    Result<KqlSignatures> signatures(const QString &text, int position, const KqlSchemaPtr &schema);
    Result<KqlEdit> extract(const QString &text, int start, int length, const KqlSchemaPtr &schema);

private:
    Result<void> loadScripts();
    Result<void> evaluate(const QString &path);
    Result<void> useSchema(const QString &text, const KqlSchemaPtr &schema);
    /// What the function of glue.js answers to \a text and what follows it.
    Result<QString> ask(const char *function, const QString &text, const KqlSchemaPtr &schema,
                        const QJSValueList &more = {});
    QJSValue call(const char *function, const QJSValueList &arguments);
    static tl::unexpected<Error> refusal(const QJSValue &error);

    Limits m_limits;
    KqlWatchdog &m_watchdog;
    std::unique_ptr<QJSEngine> m_engine;
    std::optional<Error> m_loadError;
    QJSValue m_glue;
    KqlKnownSchemas m_schemas;
    bool m_isSpent = false; ///< not to be asked again
    qint64 m_workedMs = 0;  ///< since the last tidy()
};

} // namespace sonde
