#include "kql/kqlengine.h"
#include "kql/kqlquestions.h"
#include "kql/kqlwatchdog.h"

#include <QSemaphore>
#include <QTest>

using namespace sonde;

namespace {

/// What the thread of the language service and the test tell each other.
struct Course
{
    QSemaphore begun;    ///< by the question that is held
    QSemaphore released; ///< by the test
    QSemaphore ended;    ///< by each question that is answered or dropped
    QMutex mutex;
    QStringList answers;
    int attempts = 0;

    void append(const QString &answer)
    {
        const QMutexLocker lock(&mutex);
        answers.append(answer);
    }
};

class Question : public KqlQuestion
{
public:
    Question(Urgency urgency, Slot slot, QString name, Course &course)
        : KqlQuestion(urgency, slot)
        , m_name(std::move(name))
        , m_course(course)
    {}
    ~Question() override { m_course.ended.release(); }

    bool isCanceled() const override { return false; }
    bool answer(KqlEngine &engine) override
    {
        const auto found = engine.check(QStringLiteral("print 1"), std::make_shared<const KqlSchema>());
        if (!found && found.error().kind == ErrorKind::Cancelled)
            return false;
        m_course.append(m_name);
        return true;
    }

protected:
    const QString m_name;
    Course &m_course;
};

/// Stands where the thread has taken a question and the engine has not begun with it.
class HeldQuestion final : public Question
{
public:
    using Question::Question;

    bool answer(KqlEngine &engine) override
    {
        if (++m_course.attempts == 1) {
            m_course.begun.release();
            m_course.released.acquire();
        }
        return Question::answer(engine);
    }
};

} // namespace

/// Whether a question is given up that was taken, but not begun with.
class TestKqlInterruption final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_course = std::make_unique<Course>(); }
    void whatIsTakenMakesRoom();
    void whatIsTakenIsReplaced();
    void whatIsTakenIsDropped();
    void anInterruptIsForOneQuestion();

private:
    void hold();

    static constexpr KqlQuestion::Slot slot = 1;
    KqlWatchdog m_watchdog;
    KqlEngine m_engine{{1000, std::chrono::seconds(60)}, m_watchdog};
    std::unique_ptr<Course> m_course;
    std::unique_ptr<KqlQuestions> m_questions;
};

void TestKqlInterruption::initTestCase()
{
    m_questions = std::make_unique<KqlQuestions>(m_engine, m_watchdog, std::chrono::minutes(10));
    m_questions->start();
}

void TestKqlInterruption::cleanupTestCase()
{
    m_questions.reset();
}

void TestKqlInterruption::hold()
{
    m_questions->add(std::make_unique<HeldQuestion>(KqlQuestion::Urgency::Background, slot,
                                                    QStringLiteral("held"), *m_course));
    QVERIFY(m_course->begun.tryAcquire(1, 60'000));
}

void TestKqlInterruption::whatIsTakenMakesRoom()
{
    hold();
    m_questions->add(
        std::make_unique<Question>(KqlQuestion::Urgency::Typing, 0, QStringLiteral("typing"), *m_course));
    m_course->released.release();
    QVERIFY(m_course->ended.tryAcquire(2, 60'000));
    QCOMPARE(m_course->answers, (QStringList{QStringLiteral("typing"), QStringLiteral("held")}));
    QCOMPARE(m_course->attempts, 2);
}

void TestKqlInterruption::whatIsTakenIsReplaced()
{
    hold();
    m_questions->add(std::make_unique<Question>(KqlQuestion::Urgency::Background, slot,
                                                QStringLiteral("newer"), *m_course));
    m_course->released.release();
    QVERIFY(m_course->ended.tryAcquire(2, 60'000));
    QCOMPARE(m_course->answers, QStringList{QStringLiteral("newer")});
}

void TestKqlInterruption::whatIsTakenIsDropped()
{
    hold();
    m_questions->drop(slot);
    m_course->released.release();
    QVERIFY(m_course->ended.tryAcquire(1, 60'000));
    QCOMPARE(m_course->answers, QStringList());
}

void TestKqlInterruption::anInterruptIsForOneQuestion()
{
    m_watchdog.interrupt(); // nothing runs
    m_questions->add(
        std::make_unique<Question>(KqlQuestion::Urgency::Asked, 0, QStringLiteral("asked"), *m_course));
    QVERIFY(m_course->ended.tryAcquire(1, 60'000));
    QCOMPARE(m_course->answers, QStringList{QStringLiteral("asked")});
}

QTEST_GUILESS_MAIN(TestKqlInterruption)
#include "tst_kqlinterruption.moc"
