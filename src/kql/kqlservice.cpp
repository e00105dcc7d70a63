#include "kql/kqlservice.h"

#include "kql/kqlengine.h"
#include "kql/kqlquestions.h"
#include "kql/kqlwatchdog.h"

#include <QPromise>
#include <atomic>

namespace sonde {

namespace {

/// An interrupt that arrives while just-in-time compiled code runs crashes Qt 6.4.2 (seen with a list of 30
/// 000 values and a budget of 150 ms); the interpreter takes it well and is no slower on this code. Read by
/// Qt when the process makes its first engine, and therefore set before the worker thread starts.
void chooseInterpreter()
{
    constexpr char variable[] = "QV4_FORCE_INTERPRETER";
    if (!qEnvironmentVariableIsSet(variable))
        qputenv(variable, QByteArrayLiteral("1"));
}

/// A question with the promise of its answer. A promise that is dropped unanswered cancels its future.
template <typename Answer, typename Ask>
class Question final : public KqlQuestion
{
public:
    Question(Urgency urgency, Slot slot, Ask ask)
        : KqlQuestion(urgency, slot)
        , m_ask(std::move(ask))
    {
        m_promise.start();
    }

    QFuture<Result<Answer>> future() const { return m_promise.future(); }
    bool isCanceled() const override { return m_promise.isCanceled(); }
    bool answer(KqlEngine &engine) override
    {
        Result<Answer> result = m_ask(engine);
        if (!result && result.error().kind == ErrorKind::Cancelled)
            return false;
        m_promise.addResult(std::move(result));
        m_promise.finish();
        return true;
    }

private:
    Ask m_ask;
    QPromise<Result<Answer>> m_promise;
};

class WarmUp final : public KqlQuestion
{
public:
    WarmUp()
        : KqlQuestion(Urgency::Asked, 0)
    {}
    bool isCanceled() const override { return false; }
    bool answer(KqlEngine &engine) override
    {
        engine.load();
        return true;
    }
};

} // namespace

class KqlService::Private
{
public:
    explicit Private(const Limits &limits)
        : engine({limits.textLength, limits.budget}, watchdog)
        , questions(engine, watchdog, limits.idle)
    {
        chooseInterpreter();
        questions.start();
    }

    template <typename Answer, typename Ask>
    QFuture<Result<Answer>> ask(const Waiting &waiting, Ask ask)
    {
        auto question =
            std::make_unique<Question<Answer, Ask>>(waiting.urgency, waiting.slot, std::move(ask));
        const QFuture<Result<Answer>> future = question->future();
        questions.add(std::move(question));
        return future;
    }

    KqlWatchdog watchdog;
    KqlEngine engine;
    KqlQuestions questions; ///< last: its thread uses the others
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

KqlQuestion::Slot KqlService::makeSlot()
{
    static std::atomic<KqlQuestion::Slot> last = 0;
    return ++last;
}

void KqlService::warmUp()
{
    d->questions.add(std::make_unique<WarmUp>());
}

void KqlService::drop(KqlQuestion::Slot slot)
{
    d->questions.drop(slot);
}

QFuture<Result<KqlTree>> KqlService::analyze(const QString &text, const KqlSchemaPtr &schema)
{
    return analyze(text, schema, Waiting());
}

QFuture<Result<KqlTree>> KqlService::analyze(const QString &text, const KqlSchemaPtr &schema,
                                             const Waiting &waiting)
{
    return d->ask<KqlTree>(waiting,
                           [text, schema](KqlEngine &engine) { return engine.analyze(text, schema); });
}

QFuture<Result<QList<KqlDiagnostic>>> KqlService::check(const QString &text, const KqlSchemaPtr &schema)
{
    return d->ask<QList<KqlDiagnostic>>(
        {}, [text, schema](KqlEngine &engine) { return engine.check(text, schema); });
}

QFuture<Result<QString>> KqlService::format(const QString &text)
{
    return format(text, Waiting());
}

QFuture<Result<QString>> KqlService::format(const QString &text, const Waiting &waiting)
{
    return d->ask<QString>(waiting, [text](KqlEngine &engine) { return engine.format(text); });
}

QFuture<Result<KqlExamination>> KqlService::examine(const QString &text, const KqlSchemaPtr &schema,
                                                    const Waiting &waiting)
{
    return d->ask<KqlExamination>(waiting,
                                  [text, schema](KqlEngine &engine) { return engine.examine(text, schema); });
}

QFuture<Result<KqlCompletion>> KqlService::complete(const KqlPlace &place, const Waiting &waiting)
{
    return d->ask<KqlCompletion>(waiting, [place](KqlEngine &engine) {
        return engine.complete(place.text, place.position, place.schema);
    });
}

QFuture<Result<KqlQuickInfo>> KqlService::quickInfo(const KqlPlace &place, const Waiting &waiting)
{
    return d->ask<KqlQuickInfo>(waiting, [place](KqlEngine &engine) {
        return engine.quickInfo(place.text, place.position, place.schema);
    });
}

QFuture<Result<KqlReferences>> KqlService::references(const KqlPlace &place, const Waiting &waiting)
{
    return d->ask<KqlReferences>(waiting, [place](KqlEngine &engine) {
        return engine.references(place.text, place.position, place.schema);
    });
}

QFuture<Result<KqlSignatures>> KqlService::signatures(const KqlPlace &place, const Waiting &waiting)
{
    return d->ask<KqlSignatures>(waiting, [place](KqlEngine &engine) {
        return engine.signatures(place.text, place.position, place.schema);
    });
}

QFuture<Result<KqlEdit>> KqlService::extract(const KqlPlace &place, int length, const Waiting &waiting)
{
    return d->ask<KqlEdit>(waiting, [place, length](KqlEngine &engine) {
        return engine.extract(place.text, place.position, length, place.schema);
    });
}

} // namespace sonde
