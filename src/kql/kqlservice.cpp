#include "kql/kqlservice.h"

#include <QCoreApplication>
#include <QFile>
#include <QJSEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPromise>
#include <QThread>
#include <condition_variable>
#include <mutex>
#include <thread>

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
        if (c == u'"' || c == u'\'') {
            const bool verbatim = i > 0 && text[i - 1] == u'@';
            for (++i; i < text.size() && text[i] != c && text[i] != u'\n'; ++i) {
                if (text[i] == u'\\' && !verbatim)
                    ++i;
            }
        } else if (c == u'/' && i + 1 < text.size() && text[i + 1] == u'/') {
            while (i < text.size() && text[i] != u'\n')
                ++i;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == u')' || c == u']' || c == u'}') {
            --depth;
        }
    }
    return deepest;
}

/// The service's code for a name that is no table, no variable and no function.
constexpr QLatin1StringView unknownTable("KS204");

/// No limit that a loading service meets: only the end of the program interrupts it.
constexpr std::chrono::hours loadingTime(1);

/// Interrupts the engine when a question takes longer than it may: the worker thread itself is busy then.
class Watchdog
{
public:
    Watchdog()
        : m_thread([this] { run(); })
    {}
    ~Watchdog()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Watchdog)

    void start(QJSEngine *engine, std::chrono::milliseconds budget)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_engine = engine;
            m_deadline = std::chrono::steady_clock::now() + budget;
            m_fired = false;
            if (m_ended)
                engine->setInterrupted(true);
        }
        m_changed.notify_all();
    }

    /// Whether the time ran out. The engine is ready for the next question afterwards.
    bool stop()
    {
        const std::lock_guard lock(m_mutex);
        m_engine->setInterrupted(false);
        m_engine = nullptr;
        return m_fired;
    }

    /// Whether interrupt() was called.
    bool isEnding() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ended;
    }

    /// Interrupts what runs, now and from here on: the program ends.
    void interrupt()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        if (m_engine != nullptr)
            m_engine->setInterrupted(true);
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_ended) {
            if (m_engine == nullptr || m_fired) {
                m_changed.wait(lock);
            } else if (m_changed.wait_until(lock, m_deadline) == std::cv_status::timeout &&
                       m_engine != nullptr && std::chrono::steady_clock::now() >= m_deadline) {
                m_fired = true;
                m_engine->setInterrupted(true);
            }
        }
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QJSEngine *m_engine = nullptr; ///< while a question runs
    std::chrono::steady_clock::time_point m_deadline;
    bool m_fired = false;
    bool m_ended = false;
    std::thread m_thread; ///< last: it uses all the others
};

QByteArray schemaJson(const KqlSchema &schema)
{
    QJsonArray tables;
    for (const KqlTable &table : schema.tables) {
        QJsonArray columns;
        for (const KqlColumn &column : table.columns)
            columns.append(QJsonArray{column.name, column.type});
        tables.append(
            QJsonObject{{QStringLiteral("name"), table.name}, {QStringLiteral("columns"), columns}});
    }
    const QJsonObject root{{QStringLiteral("database"), schema.database}, {QStringLiteral("tables"), tables}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

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

} // namespace

/// Lives on the worker thread, as everything of the engine.
class KqlWorker final : public QObject
{
public:
    KqlWorker(const KqlService::Limits &limits, Watchdog &watchdog)
        : m_limits(limits)
        , m_watchdog(watchdog)
    {}

    Result<void> load();
    Result<KqlTree> analyze(const QString &text, const KqlSchemaPtr &schema);
    Result<QList<KqlDiagnostic>> check(const QString &text, const KqlSchemaPtr &schema);
    Result<QString> format(const QString &text);

private:
    Result<void> loadScripts();
    Result<void> evaluate(const QString &path);
    Result<void> useSchema(const KqlSchemaPtr &schema);
    /// What glue.js answers.
    Result<QString> call(QJSValue KqlWorker::*function, const QString &text, const KqlSchemaPtr &schema);
    tl::unexpected<Error> refusal(const QJSValue &error, bool timedOut) const;

    KqlService::Limits m_limits;
    Watchdog &m_watchdog;
    std::unique_ptr<QJSEngine> m_engine;
    std::optional<Error> m_loadError;
    QJSValue m_setSchema;
    QJSValue m_analyze;
    QJSValue m_check;
    QJSValue m_format;
    KqlSchemaPtr m_schema;
};

Result<void> KqlWorker::evaluate(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return missingService();
    const QJSValue result = m_engine->evaluate(QString::fromUtf8(file.readAll()), path);
    if (!result.isError())
        return {};
    return failure(ErrorKind::Usage, Words::tr("The Kusto language service could not be loaded."),
                   Words::tr("Install Sonde again."),
                   path + u": " + result.toString() + u", " +
                       result.property(QStringLiteral("lineNumber")).toString());
}

Result<void> KqlWorker::load()
{
    if (m_loadError)
        return failure(*m_loadError);
    if (m_engine)
        return {};
#ifdef SONDE_KQL_SERVICE
    initKqlResources();
#else
    return missingService();
#endif
    m_engine = std::make_unique<QJSEngine>();
    silenceCompiler();
    // It takes seconds on a busy machine, for which a program that ends does not wait.
    m_watchdog.start(m_engine.get(), loadingTime);
    const auto loaded = loadScripts();
    m_watchdog.stop();
    if (!loaded && !m_watchdog.isEnding()) {
        qCWarning(logKql, "%ls", qUtf16Printable(loaded.error().detail));
        m_loadError = loaded.error();
    }
    return loaded;
}

Result<void> KqlWorker::loadScripts()
{
    for (const QString &name : {QStringLiteral("host.js"), QStringLiteral("bridge.min.js"),
                                QStringLiteral("Kusto.Language.Bridge.min.js"), QStringLiteral("glue.js")}) {
        if (auto loaded = evaluate(QStringLiteral(":/kql/") + name); !loaded)
            return loaded;
    }
    const QJSValue glue = m_engine->globalObject().property(QStringLiteral("sonde"));
    m_setSchema = glue.property(QStringLiteral("setSchema"));
    m_analyze = glue.property(QStringLiteral("analyze"));
    m_check = glue.property(QStringLiteral("check"));
    m_format = glue.property(QStringLiteral("format"));
    // The first parse builds the grammar; it belongs to loading, not to the first question's time.
    m_analyze.call({QStringLiteral("print 1")});
    return {};
}

Result<void> KqlWorker::useSchema(const KqlSchemaPtr &schema)
{
    if (schema == m_schema)
        return {};
    const KqlSchema none;
    const QByteArray json = schemaJson(schema ? *schema : none);
    const QJSValue result = m_setSchema.call({QString::fromUtf8(json)});
    if (result.isError()) {
        return failure(ErrorKind::Usage, Words::tr("The tables of this workspace could not be read."),
                       Words::tr("Run the query again."), result.toString());
    }
    m_schema = schema;
    return {};
}

tl::unexpected<Error> KqlWorker::refusal(const QJSValue &error, bool timedOut) const
{
    if (timedOut) {
        return failure(ErrorKind::Query, Words::tr("Analysing the query took too long."),
                       Words::tr("Shorten the query, for example its long lists of values."));
    }
    // This engine reports an exhausted stack as a RangeError.
    if (error.errorType() == QJSValue::RangeError)
        return tooComplex();
    return failure(ErrorKind::Query, Words::tr("The query could not be analysed."),
                   Words::tr("Change the query and run it again."), error.toString());
}

Result<QString> KqlWorker::call(QJSValue KqlWorker::*function, const QString &text,
                                const KqlSchemaPtr &schema)
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
    m_watchdog.start(m_engine.get(), m_limits.budget);
    const auto known = useSchema(schema);
    const QJSValue answer = known ? (this->*function).call({text}) : QJSValue();
    const bool timedOut = m_watchdog.stop();
    if (!known)
        return failure(known.error());
    if (timedOut || answer.isError() || !answer.isString())
        return refusal(answer, timedOut);
    return answer.toString();
}

Result<KqlTree> KqlWorker::analyze(const QString &text, const KqlSchemaPtr &schema)
{
    const auto answer = call(&KqlWorker::m_analyze, text, schema);
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

Result<QList<KqlDiagnostic>> KqlWorker::check(const QString &text, const KqlSchemaPtr &schema)
{
    const auto answer = call(&KqlWorker::m_check, text, schema);
    if (!answer)
        return failure(answer.error());
    auto found = kqlDiagnosticsFromJson(answer->toUtf8(), text);
    // The service has open databases, but looks for a table in one only where database() names it. What is
    // built on an unknown table it does not complain of.
    if (found && schema && schema->isOpen)
        found->removeIf([](const KqlDiagnostic &diagnostic) { return diagnostic.code == unknownTable; });
    return found;
}

Result<QString> KqlWorker::format(const QString &text)
{
    // The service ends the lines that it makes as Windows does, and leaves others as they are.
    const QLatin1String windowsEnd("\r\n");
    const QLatin1String end("\n");
    auto formatted = call(&KqlWorker::m_format, QString(text).replace(windowsEnd, end), nullptr);
    if (formatted)
        formatted->replace(windowsEnd, end);
    if (formatted && text.contains(windowsEnd))
        formatted->replace(end, windowsEnd);
    return formatted;
}

/// An interrupt that arrives while just-in-time compiled code runs crashes Qt 6.4.2 (seen with a list of 30
/// 000 values and a budget of 150 ms); the interpreter takes it well and is no slower on this code. Read by
/// Qt when the process makes its first engine, and therefore set before the worker thread starts.
static void chooseInterpreter()
{
    constexpr char variable[] = "QV4_FORCE_INTERPRETER";
    if (!qEnvironmentVariableIsSet(variable))
        qputenv(variable, QByteArrayLiteral("1"));
}

class KqlService::Private
{
public:
    explicit Private(const Limits &limits)
        : worker(new KqlWorker(limits, watchdog))
    {
        chooseInterpreter();
        thread.setObjectName(QStringLiteral("kql"));
        // The service recurses once per level of nesting, and every level is several frames of the engine.
        thread.setStackSize(64 * 1024 * 1024);
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }

    ~Private()
    {
        watchdog.interrupt();
        thread.quit();
        thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Private)

    Watchdog watchdog;
    QThread thread;
    KqlWorker *worker; ///< deleted by its thread when that ends
};

KqlService::KqlService()
    : KqlService(Limits())
{}

KqlService::KqlService(const Limits &limits)
    : d(std::make_unique<Private>(limits))
{}

KqlService::~KqlService() = default;

bool KqlService::isAvailable()
{
#ifdef SONDE_KQL_SERVICE
    return true;
#else
    return false;
#endif
}

void KqlService::warmUp()
{
    KqlWorker *worker = d->worker;
    QMetaObject::invokeMethod(
        worker, [worker] { worker->load(); }, Qt::QueuedConnection);
}

template <typename Answer, typename Question>
QFuture<Result<Answer>> KqlService::ask(Question question)
{
    // A promise that is dropped unanswered, at shutdown, cancels its future.
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->start();
    const QFuture<Result<Answer>> future = promise->future();
    KqlWorker *worker = d->worker;
    QMetaObject::invokeMethod(
        worker,
        [worker, promise, question = std::move(question)] {
            if (promise->isCanceled())
                return;
            promise->addResult(question(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<KqlTree>> KqlService::analyze(const QString &text, const KqlSchemaPtr &schema)
{
    return ask<KqlTree>([text, schema](KqlWorker &worker) { return worker.analyze(text, schema); });
}

QFuture<Result<QList<KqlDiagnostic>>> KqlService::check(const QString &text, const KqlSchemaPtr &schema)
{
    return ask<QList<KqlDiagnostic>>(
        [text, schema](KqlWorker &worker) { return worker.check(text, schema); });
}

QFuture<Result<QString>> KqlService::format(const QString &text)
{
    return ask<QString>([text](KqlWorker &worker) { return worker.format(text); });
}

} // namespace sonde
