#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"
#include "kql/kqltree.h"

#include <QFuture>
#include <chrono>
#include <memory>

namespace sonde {

/// Microsoft's Kusto language service in a JavaScript engine on one worker thread of its own. One per
/// process, made by main() before it starts other threads (it sets an environment variable that Qt reads) and
/// shared; every other function may be called from any thread. Questions are answered in the order they come.
class KqlService final
{
public:
    struct Limits
    {
        qsizetype textLength = 1024 * 1024; ///< UTF-16 units; a longer text is refused before it is parsed
        std::chrono::milliseconds budget{30'000}; ///< for one question, loading the service not counted
    };

    KqlService();
    explicit KqlService(const Limits &limits);
    /// Ends the thread; questions that were not yet answered are cancelled.
    ~KqlService();
    KqlService(const KqlService &) = delete;
    KqlService &operator=(const KqlService &) = delete;

    /// Whether the program was built with the language service.
    static bool isAvailable();

    /// Loads the service and builds its grammar in the background (3 to 4 s), so that the first question is
    /// quick.
    void warmUp();

    /// Parses and binds \a text. What is wrong with the query is no failure: it stands in the tree's
    /// diagnostics. Fails with Usage where the service is missing, Query where the text is too long, too
    /// deeply nested or takes longer than the budget. Wait for it on a worker thread; in the GUI thread use
    /// `.then(this, ...)`.
    QFuture<Result<KqlTree>> analyze(const QString &text, const KqlSchemaPtr &schema);
    /// What is wrong with a script: queries with empty lines between them, each bound for itself; positions
    /// are the script's. Fails as analyze() does.
    QFuture<Result<QList<KqlDiagnostic>>> check(const QString &text, const KqlSchemaPtr &schema);
    /// The script as the service's own formatter writes it. White space around its queries and the way its
    /// lines end stay. Fails as analyze() does.
    QFuture<Result<QString>> format(const QString &text);

private:
    class Private;
    template <typename Answer, typename Question>
    QFuture<Result<Answer>> ask(Question question);

    std::unique_ptr<Private> d;
};

} // namespace sonde
