#include "app/sessionchoice.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SessionChoice)
};

/// More programs of one user at a time are an accident.
constexpr int mostSessions = 100;
constexpr unsigned long pauseMs = 50;

Result<std::unique_ptr<DraftStore>> openNumbered(const QString &root, int number)
{
    auto store = std::make_unique<DraftStore>(root + u'/' + QString::number(number));
    if (auto opened = store->open(); !opened)
        return failure(opened.error());
    return store;
}

/// The lowest number that nobody has.
Result<SessionChoice> takeFreeSession(const QString &root)
{
    Error last;
    for (int number = 2; number <= mostSessions; ++number) {
        auto store = openNumbered(root, number);
        if (store) {
            SessionChoice choice;
            choice.store = std::move(*store);
            return choice;
        }
        last = store.error();
        if (last.kind != ErrorKind::Usage)
            break;
    }
    return failure(last);
}

} // namespace

Result<SessionChoice> chooseSession(const QString &root, const HandOver &request, bool isNewInstance,
                                    std::chrono::milliseconds patience)
{
    if (isNewInstance)
        return takeFreeSession(root);
    const QDeadlineTimer deadline(patience);
    const QString socket = SingleInstance::socketPath(root + QStringLiteral("/1"));
    for (;;) {
        // The lock decides a race of two starts. Who has lost it finds the other's socket a moment later.
        auto store = openNumbered(root, 1);
        if (store) {
            SessionChoice choice;
            choice.instance = std::make_unique<SingleInstance>(socket);
            choice.instance->listen();
            choice.store = std::move(*store);
            return choice;
        }
        if (store.error().kind != ErrorKind::Usage)
            return failure(store.error());
        if (deadline.hasExpired())
            break;
        if (SingleInstance::handOver(socket, request, std::chrono::milliseconds(deadline.remainingTime())))
            return SessionChoice();
        QThread::msleep(pauseMs);
    }
    Result<SessionChoice> choice = takeFreeSession(root);
    if (choice) {
        choice->remark = Words::tr("The running Sonde does not answer; this window has a session of its own, "
                                   "and the tabs of the other one are not in it.");
    }
    return choice;
}

} // namespace sonde
