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

    /// A query for which there is just this to say.
    static KqlExamination examinationFor(Rule rule)
    {
        const KqlTimeExpression any{QStringLiteral("true")};
        const KqlTimeExpression some{QStringLiteral("<="), {}, {{QStringLiteral("now")}}};
        KqlExamination examination;
        switch (rule) {
        case Rule::Unfiltered:
            examination.reads = {{0, 5, true, false, any}, {0, 5, true, false, some}};
            break;
        case Rule::Span:
            examination.reads = {{0, 5, true, false, any}};
            break;
        case Rule::Untimed:
            examination.reads = {{0, 5, false, false, any}};
            break;
        case Rule::Search:
        case Rule::Contains:
        case Rule::Workspaces:
            examination.advice = {{rule, 0, 5}};
        }
        return examination;
    }
    static QList<EditorProblem> said(Rule rule, const AdviceWishes &wishes)
    {
        return problemsOf(examinationFor(rule), QStringLiteral("Event"), wishes,
                          QDateTime::currentDateTimeUtc());
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
            const int days = rule == Rule::Span ? 30 : 1;
            const TimeRange range = TimeRange::last(std::chrono::hours(24 * days));
            const auto problems = said(rule, {{}, range});
            QCOMPARE(problems.size(), 1);
            QCOMPARE(problems.first().severity, KqlDiagnostic::Severity::Suggestion);
            QCOMPARE(problems.first().code, adviceCode(rule));
            QVERIFY(problems.first().message.endsWith(u'.') || problems.first().message.endsWith(u'…'));
            QVERIFY(!problems.first().message.contains(u'%'));
            QVERIFY(!adviceTitle(rule).isEmpty());
            codes.insert(adviceCode(rule));
            QVERIFY(said(rule, {{adviceCode(rule)}, range}).isEmpty());
        }
        QCOMPARE(codes.size(), adviceRules().size());
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
