#include "widgets/queryadvice.h"

#include "kql/kqlservice.h"
#include "support/fakewindowservices.h"
#include "widgets/kqlassistant.h"
#include "widgets/pageadvice.h"
#include "widgets/problemslist.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"

#include <QAction>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using Rule = KqlAdvice::Rule;

class TestQueryAdvice : public QObject
{
    Q_OBJECT

    /// What is said, as code and place.
    static QStringList said(const QList<KqlAdvice> &advice, const AdviceWishes &wishes)
    {
        QStringList lines;
        for (const EditorProblem &problem :
             problemsOf(advice, QStringLiteral("Event | where A contains 'x'"), wishes))
            lines << QStringLiteral("%1@%2+%3").arg(problem.code).arg(problem.start).arg(problem.length);
        return lines;
    }
    static QStringList codesOf(const QList<EditorProblem> &problems)
    {
        QStringList codes;
        for (const EditorProblem &problem : problems)
            codes << problem.code;
        return codes;
    }

private slots:
    void everyRuleHasWords()
    {
        QSet<QString> codes;
        for (const Rule rule : adviceRules()) {
            const KqlAdvice advice{rule, 0, 5, std::nullopt};
            const auto problems = problemsOf({advice}, QStringLiteral("Event"), {{}, 30});
            QCOMPARE(problems.size(), 1);
            QCOMPARE(problems.first().severity, KqlDiagnostic::Severity::Suggestion);
            QCOMPARE(problems.first().code, adviceCode(rule));
            QVERIFY(problems.first().message.endsWith(u'.') || problems.first().message.endsWith(u'…'));
            QVERIFY(!problems.first().message.contains(u'%'));
            QVERIFY(!adviceTitle(rule).isEmpty());
            codes.insert(adviceCode(rule));
            QVERIFY(problemsOf({advice}, QStringLiteral("Event"), {{adviceCode(rule)}, 30}).isEmpty());
        }
        QCOMPARE(codes.size(), adviceRules().size());
    }

    void spans_data()
    {
        QTest::addColumn<int>("days"); // of the query; -1: none
        QTest::addColumn<double>("range");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("a day, no condition") << -1 << 1.0 << false;
        QTest::newRow("15 days") << -1 << 15.0 << false;
        QTest::newRow("16 days") << -1 << 16.0 << true;
        QTest::newRow("a month, narrowed by the query") << 7 << 30.0 << false;
        QTest::newRow("a month in the query, narrowed by the range") << 30 << 1.0 << false;
        QTest::newRow("a month in both") << 30 << 30.0 << true;
        QTest::newRow("nothing is known of the range") << 30 << 0.0 << false;
    }

    void spans()
    {
        QFETCH(int, days);
        QFETCH(double, range);
        QFETCH(bool, isSaid);
        KqlAdvice advice{Rule::Span, 0, 5, std::nullopt};
        if (days >= 0)
            advice.days = days;
        QCOMPARE(said({advice}, {{}, range}),
                 isSaid ? QStringList{QStringLiteral("SONDE2@0+5")} : QStringList());
        // Of several tables once.
        QCOMPARE(said({advice, advice}, {{}, range}).size(), isSaid ? 1 : 0);
    }

    void choosingInTheList()
    {
        QTemporaryDir dir;
        FakeWindowServices fakes(dir.path());
        QueryPage page(fakes.services());
        new PageAdvice(page, fakes.settings);
        QueryPage other(fakes.services());
        new PageAdvice(other, fakes.settings);
        const auto actionsOf = [](QueryPage &of) {
            for (const QToolButton *button : of.problems().findChildren<QToolButton *>()) {
                if (button->menu() != nullptr)
                    return button->menu()->actions();
            }
            return QList<QAction *>();
        };
        QCOMPARE(actionsOf(page).size(), adviceRules().size());
        QVERIFY(actionsOf(page).at(3)->isChecked());
        actionsOf(page).at(3)->trigger();
        QCOMPARE(fakes.settings.get(settings::adviceOff), QStringLiteral("SONDE4"));
        // Everywhere, and there is a way back.
        QVERIFY(!actionsOf(other).at(3)->isChecked());
        actionsOf(other).at(3)->trigger();
        QCOMPARE(fakes.settings.get(settings::adviceOff), QString());
        QVERIFY(actionsOf(page).at(3)->isChecked());
    }

    void inTheEditor()
    {
        if (!KqlService::isAvailable())
            QSKIP("The program is built without the language service.");
        QTemporaryDir dir;
        FakeWindowServices fakes(dir.path());
        KqlService kql;
        WindowServices services = fakes.services();
        services.kql = &kql;
        QueryPage page(services);
        new PageAdvice(page, fakes.settings);
        page.show(); // what nobody sees is not examined
        Query query;
        query.text = QStringLiteral("// first\nEvent\n\nEvent | where Computer contains \"web01\"");
        page.setQuery(query);
        const EditorExamination &examination = page.assistant().examination();
        QTRY_VERIFY_WITH_TIMEOUT(examination.isComplete(), 60'000);
        QCOMPARE(codesOf(examination.problems()), QStringList{QStringLiteral("SONDE4")});
        QCOMPARE(examination.problems().first().start, query.text.indexOf(QLatin1String("contains")));
        // A longer time range is another matter.
        page.setRange(TimeRange::last(std::chrono::hours(24 * 30)));
        QTRY_COMPARE(
            codesOf(examination.problems()),
            (QStringList{QStringLiteral("SONDE2"), QStringLiteral("SONDE2"), QStringLiteral("SONDE4")}));
        fakes.settings.set(settings::adviceOff, QStringLiteral("SONDE2 SONDE4"));
        QTRY_VERIFY(examination.problems().isEmpty());
        QVERIFY(examination.isComplete());
    }
};

QTEST_MAIN(TestQueryAdvice)
#include "tst_queryadvice.moc"
