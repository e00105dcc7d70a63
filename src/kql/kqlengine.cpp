#include "kql/kqlengine.h"

#include "core/kqlstrings.h"
#include "kql/kqlwatchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJSEngine>
#include <QLoggingCategory>
#include <mutex>

#ifdef SONDE_KQL_SERVICE
/// Outside every namespace, as Q_INIT_RESOURCE demands.
static void initKqlResources()
{
    Q_INIT_RESOURCE(kqlservice);
    Q_INIT_RESOURCE(kustolanguage);
}
#endif

namespace sonde {

namespace {

Q_LOGGING_CATEGORY(logKql, "sonde.kql", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KqlService)
};

QLoggingCategory::CategoryFilter previousFilter = nullptr;

void filterCategory(QLoggingCategory *category)
{
    previousFilter(category);
    // From Qt 6.8 on the second one says what the first one said before.
    if (qstrcmp(category->categoryName(), "qt.qml.compiler") == 0 ||
        qstrcmp(category->categoryName(), "qt.qml.usedbeforedeclared") == 0) {
        for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg})
            category->setEnabled(type, false);
    }
}

/// Keeps the JavaScript compiler from reporting hundreds of harmless oddities of the service's generated
/// code.
void silenceCompiler()
{
    static std::once_flag done;
    std::call_once(done, [] {
        // The filter is called from within installFilter, so its predecessor has to be known before.
        previousFilter = QLoggingCategory::installFilter(nullptr);
        QLoggingCategory::installFilter(filterCategory);
    });
}

/// More is refused without asking: Qt 6.4's engine then gives up in no time, but that of 6.8, for which 300
/// are nothing, takes seconds for 600 and half a minute for 3000.
constexpr int deepestNesting = 256;

/// How deeply brackets are nested in \a text, outside of its strings and comments.
int nestingOf(QStringView text)
{
    int depth = 0;
    int deepest = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (const qsizetype end = kqlStringEnd(text, i); end > i) {
            i = end - 1;
        } else if (const qsizetype commentEnd = kqlCommentEnd(text, i); commentEnd > i) {
            i = commentEnd - 1;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == u')' || c == u']' || c == u'}') {
            depth = std::max(0, depth - 1);
        }
    }
    return deepest;
}

/// For a question about one place of the text: nobody waits longer for a list or a hint.
constexpr std::chrono::milliseconds placeBudget(5000);

/// The service's code for a name that is no table, no variable and no function.
constexpr QLatin1StringView unknownTable("KS204");
/// For one that may be a column, too.
constexpr QLatin1StringView unknownName("KS142");

tl::unexpected<Error> missingService()
{
    return failure(ErrorKind::Usage, Words::tr("This build has no Kusto language service."),
                   Words::tr("Build Sonde with SONDE_KQL_SERVICE to analyse queries."));
}

tl::unexpected<Error> tooComplex()
{
    return failure(ErrorKind::Query, Words::tr("The query is nested too deeply to be analysed."),
                   Words::tr("Write it with fewer nested parentheses or shorter chains of “and” and “or”."));
}

/// For the log: what the process uses, in MiB; 0 where that is not known.
int memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toInt() / 1024;
    }
    return 0;
}

/// An answer read from glue.js's JSON.
template <typename Answer>
Result<Answer> read(const Result<QString> &answer)
{
    if (!answer)
        return failure(answer.error());
    return Answer::fromJson(answer->toUtf8());
}

} // namespace

KqlEngine::KqlEngine(const Limits &limits, KqlWatchdog &watchdog)
    : m_limits(limits)
    , m_watchdog(watchdog)
{}

KqlEngine::~KqlEngine() = default;

Result<void> KqlEngine::evaluate(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return missingService();
    // As the body of a function: what evaluate() runs itself looks every property up by its name, always,
    // since a debugger might declare variables in between; in a function the engine remembers where it was
    // found. The service answers two to three times as fast.
    const QJSValue makeFunction = m_engine->globalObject().property(QStringLiteral("Function"));
    const QJSValue body = makeFunction.call({QString::fromUtf8(file.readAll())});
    const QJSValue result = body.isError() ? body : body.callWithInstance(m_engine->globalObject());
    if (!result.isError())
        return {};
    return failure(ErrorKind::Usage, Words::tr("The Kusto language service could not be loaded."),
                   Words::tr("Install Sonde again."),
                   path + u": " + result.toString() + u", " +
                       result.property(QStringLiteral("lineNumber")).toString());
}

Result<void> KqlEngine::load()
{
    if (m_loadError)
        return failure(*m_loadError);
    if (m_isSpent)
        release();
    if (m_engine)
        return {};
#ifdef SONDE_KQL_SERVICE
    initKqlResources();
#else
    return missingService();
#endif
    QElapsedTimer timer;
    timer.start();
    const int before = memoryInUse();
    m_engine = std::make_unique<QJSEngine>();
    silenceCompiler();
    // It takes seconds on a busy machine, for which a program that ends does not wait.
    m_watchdog.startLoading(m_engine.get());
    const auto loaded = loadScripts();
    m_watchdog.stop();
    if (!loaded && !m_watchdog.isEnding()) {
        qCWarning(logKql, "%ls", qUtf16Printable(loaded.error().detail));
        m_loadError = loaded.error();
    }
    qCDebug(logKql, "loaded in %lld ms, %d MiB more", timer.elapsed(), memoryInUse() - before);
    return loaded;
}

Result<void> KqlEngine::loadScripts()
{
    for (const QString &name :
         {QStringLiteral("host.js"), QStringLiteral("bridge.min.js"), QStringLiteral("runtime.js"),
          QStringLiteral("Kusto.Language.Bridge.min.js"), QStringLiteral("nodes.js"),
          QStringLiteral("reads.js"), QStringLiteral("advice.js"), QStringLiteral("glue.js")}) {
        if (auto loaded = evaluate(QStringLiteral(":/kql/") + name); !loaded)
            return loaded;
    }
    m_glue = m_engine->globalObject().property(QStringLiteral("sonde"));
    // The first parse builds the grammar, and the first list most of the rest; that belongs to loading, which
    // nothing interrupts, not to the first question.
    call("analyze", {QStringLiteral("print 1")});
    call("complete", {QStringLiteral("print x = "), 10});
    call("examine", {QStringLiteral("print x = strlen('a') | where x > 1 | summarize count() by x")});
    return {};
}

void KqlEngine::release()
{
    if (!m_engine)
        return;
    m_isSpent = false;
    m_glue = {};
    m_schemas.clear();
    m_engine.reset();
    qCDebug(logKql, "released, %d MiB in use", memoryInUse());
}

void KqlEngine::tidy()
{
    // Below that there is little to collect.
    constexpr int muchWork = 100;
    if (!m_engine || m_workedMs < muchWork)
        return;
    m_workedMs = 0;
    m_engine->collectGarbage();
}

QJSValue KqlEngine::call(const char *function, const QJSValueList &arguments)
{
    return m_glue.property(QLatin1String(function)).call(arguments);
}

Result<void> KqlEngine::useSchema(const QString &text, const KqlSchemaPtr &schema)
{
    QJSValue result;
    KqlKnownSchemas::Schema *known = m_schemas.find(schema);
    if (known == nullptr) {
        known = &m_schemas.add(schema);
        const QByteArray json = KqlKnownSchemas::namesJson(schema ? *schema : KqlSchema());
        result = call("addSchema", {known->id, QString::fromUtf8(json)});
        if (const int spare = m_schemas.takeSpare(); spare != 0)
            call("removeSchema", {spare});
    }
    if (!result.isError())
        result = call("useSchema", {known->id});
    if (const QByteArray columns = KqlKnownSchemas::takeNeeded(*known, text);
        !columns.isEmpty() && !result.isError())
        result = call("addColumns", {QString::fromUtf8(columns)});
    if (!result.isError())
        return {};
    m_schemas.clear();
    return failure(ErrorKind::Query, Words::tr("The tables of this workspace could not be read."),
                   Words::tr("Run the query again."), result.toString());
}

tl::unexpected<Error> KqlEngine::refusal(const QJSValue &error)
{
    // This engine reports an exhausted stack as a RangeError.
    if (error.errorType() == QJSValue::RangeError)
        return tooComplex();
    return failure(ErrorKind::Query, Words::tr("The query could not be analysed."),
                   Words::tr("Change the query and run it again."), error.toString());
}

Result<QString> KqlEngine::ask(const char *function, const QString &text, const KqlSchemaPtr &schema,
                               const QJSValueList &more)
{
    if (text.size() > m_limits.textLength) {
        return failure(ErrorKind::Query,
                       Words::tr("The query is longer than %1 characters.").arg(m_limits.textLength),
                       Words::tr("Shorten it, for example its long lists of values."));
    }
    if (const auto loaded = load(); !loaded)
        return failure(loaded.error());
    if (nestingOf(text) > deepestNesting)
        return tooComplex();
    QElapsedTimer timer;
    timer.start();
    if (!m_watchdog.start(m_engine.get(),
                          more.isEmpty() ? m_limits.budget : std::min(m_limits.budget, placeBudget)))
        return failure(ErrorKind::Cancelled, QString());
    const auto known = useSchema(text, schema);
    const bool isSchemaWhole = !m_engine->isInterrupted();
    const QJSValue answer = known ? call(function, QJSValueList{text} + more) : QJSValue();
    const KqlWatchdog::Outcome outcome = m_watchdog.stop();
    m_workedMs += timer.elapsed();
    qCDebug(logKql, "%s of %lld characters: %lld ms%s", function, static_cast<long long>(text.size()),
            timer.elapsed(), outcome == KqlWatchdog::Outcome::Finished ? "" : ", given up");
    if (outcome != KqlWatchdog::Outcome::Finished) {
        QJSValue isUseless;
        if (isSchemaWhole) {
            isUseless = call("forgetQuery", {text});
        } else {
            m_schemas.clear();
            isUseless = call("forgetSchemas", {});
        }
        m_isSpent = isUseless.toBool() || isUseless.isError();
    }
    switch (outcome) {
    case KqlWatchdog::Outcome::TimedOut:
        // What hung may have left anything behind; a new engine is ready in seconds.
        m_isSpent = true;
        return failure(ErrorKind::Query, Words::tr("Analysing the query took too long."),
                       Words::tr("Shorten the query, for example its long lists of values."));
    case KqlWatchdog::Outcome::Interrupted:
        return failure(ErrorKind::Cancelled, QString());
    case KqlWatchdog::Outcome::Finished:
        break;
    }
    if (!known)
        return failure(known.error());
    if (answer.isError() || !answer.isString())
        return refusal(answer);
    return answer.toString();
}

Result<KqlTree> KqlEngine::analyze(const QString &text, const KqlSchemaPtr &schema)
{
    const auto answer = ask("analyze", text, schema);
    if (!answer)
        return failure(answer.error());
    auto tree = KqlTree::fromJson(answer->toUtf8(), text);
    if (tree) {
        // KS245: the service itself gave up on the depth of the tree, and bound nothing.
        for (const KqlDiagnostic &diagnostic : std::as_const(tree->diagnostics)) {
            if (diagnostic.code == QLatin1String("KS245"))
                return tooComplex();
        }
    }
    return tree;
}

/// Whether \a diagnostic says that a name is unknown which can be that of a table only.
static bool isOfUnknownTable(const KqlDiagnostic &diagnostic, QStringView text)
{
    if (diagnostic.code == unknownTable)
        return true;
    // Of a statement that is a name and nothing else the service says what it says of columns.
    const QStringView before = text.left(diagnostic.start).trimmed();
    const QStringView behind = text.mid(diagnostic.start + diagnostic.length).trimmed();
    return diagnostic.code == unknownName && (before.isEmpty() || before.endsWith(u';')) &&
           (behind.isEmpty() || behind.startsWith(u';'));
}

/// The service has open databases, but looks for a table in one only where database() names it. What is built
/// on an unknown table it does not complain of.
static void allowUnknownTables(QList<KqlDiagnostic> &diagnostics, const KqlSchemaPtr &schema,
                               QStringView text)
{
    if (schema && schema->isOpen)
        diagnostics.removeIf([text](const KqlDiagnostic &found) { return isOfUnknownTable(found, text); });
}

Result<QList<KqlDiagnostic>> KqlEngine::check(const QString &text, const KqlSchemaPtr &schema)
{
    const auto answer = ask("check", text, schema);
    if (!answer)
        return failure(answer.error());
    auto found = kqlDiagnosticsFromJson(answer->toUtf8(), text);
    if (found)
        allowUnknownTables(*found, schema, text);
    return found;
}

Result<QString> KqlEngine::format(const QString &text)
{
    // The service ends the lines that it makes as Windows does, and leaves others as they are.
    const QLatin1String windowsEnd("\r\n");
    const QLatin1String end("\n");
    auto formatted = ask("format", QString(text).replace(windowsEnd, end), nullptr);
    if (formatted)
        formatted->replace(windowsEnd, end);
    if (formatted && text.contains(windowsEnd))
        formatted->replace(end, windowsEnd);
    return formatted;
}

Result<KqlCompletion> KqlEngine::complete(const QString &text, int position, const KqlSchemaPtr &schema)
{
    return read<KqlCompletion>(ask("complete", text, schema, {position}));
}

Result<KqlExamination> KqlEngine::examine(const QString &text, const KqlSchemaPtr &schema)
{
    const auto answer = ask("examine", text, schema);
    if (!answer)
        return failure(answer.error());
    auto examination = KqlExamination::fromJson(answer->toUtf8(), text);
    if (examination)
        allowUnknownTables(examination->diagnostics, schema, text);
    return examination;
}

Result<KqlQuickInfo> KqlEngine::quickInfo(const QString &text, int position, const KqlSchemaPtr &schema)
{
    return read<KqlQuickInfo>(ask("quickInfo", text, schema, {position}));
}

Result<KqlReferences> KqlEngine::references(const QString &text, int position, const KqlSchemaPtr &schema)
{
    return read<KqlReferences>(ask("references", text, schema, {position}));
}

Result<KqlSignatures> KqlEngine::signatures(const QString &text, int position, const KqlSchemaPtr &schema)
{
    return read<KqlSignatures>(ask("signatures", text, schema, {position}));
}

Result<KqlEdit> KqlEngine::extract(const QString &text, int start, int length, const KqlSchemaPtr &schema)
{
    return read<KqlEdit>(ask("extract", text, schema, {start, length}));
}

} // namespace sonde
