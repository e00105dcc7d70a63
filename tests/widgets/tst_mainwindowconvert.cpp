#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/convertdialog.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querylexer.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace sonde;

/// Query > Convert to KQL.
class TestMainWindowConvert final : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    MainWindow &window() const { return m_fixture->window(); }
    QueryPage &page() const { return *window().currentPage(); }
    QAction *action() const { return Actions::find(window(), Actions::convertName); }

    void open(const QString &text, QueryLanguage language = QueryLanguage::Classic, const QString &title = {})
    {
        Query query;
        query.text = text;
        query.language = language;
        query.top = 250;
        window().openQuery(query, false, title);
        page().editor().setFocus();
        QTRY_VERIFY(page().editor().hasFocus());
    }
    ConvertDialog *convert()
    {
        QTest::keyClick(&page().editor(), Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        auto *dialog = window().findChild<ConvertDialog *>();
        return dialog != nullptr && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }
    static QPushButton *button(const ConvertDialog &dialog, const char *name)
    {
        return dialog.findChild<QPushButton *>(QLatin1String(name));
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void isThereForClassicSearchesOnly()
    {
        open(QStringLiteral("Event"), QueryLanguage::Kql);
        QVERIFY(!action()->isEnabled());
        QVERIFY2(action()->toolTip().startsWith(QLatin1String("Only a search in the classic language")),
                 qPrintable(action()->toolTip()));
        page().bar().setLanguage(QueryLanguage::Classic);
        QVERIFY(action()->isEnabled());
        QVERIFY2(action()->toolTip().startsWith(QLatin1String("Show the classic search as KQL")),
                 qPrintable(action()->toolTip()));
        open(QStringLiteral("Event"), QueryLanguage::Kql);
        QVERIFY(!action()->isEnabled());
        window().tabs().move(-1);
        QVERIFY(action()->isEnabled());
    }

    void showsBothAndReplacesAsOneStep()
    {
        const QString search = QStringLiteral("Type=Event EventID=51 | top 5");
        open(search);
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        const QList<QueryEditor *> editors = dialog->findChildren<QueryEditor *>();
        QCOMPARE(editors.size(), 2);
        QCOMPARE(editors.at(0)->text(), search);
        const QString kql = editors.at(1)->text();
        QVERIFY2(kql.startsWith(QLatin1String("Event\n| where EventID == 51")), qPrintable(kql));
        for (const QueryEditor *editor : editors)
            QVERIFY(editor->isReadOnly());
        QCOMPARE(page().editor().queryText(), search); // nothing before the button
        button(*dialog, "convert")->click();
        QCOMPARE(page().editor().queryText(), kql);
        QCOMPARE(page().query().language, QueryLanguage::Kql);
        QCOMPARE(page().query().top, std::optional<qint64>(250));
        QVERIFY(!action()->isEnabled());
    }

    void undoBringsTextAndLanguageBack()
    {
        const QString search = QStringLiteral("Type=Event EventID=51");
        open(search);
        page().editor().replacePart(search.size(), 0, QStringLiteral(" | top 5"));
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Return);
        const QString kql = page().editor().queryText();
        QVERIFY2(kql.startsWith(QLatin1String("Event\n")), qPrintable(kql));
        QCOMPARE(window().focusWidget(), &page().editor());

        page().editor().undo();
        QCOMPARE(page().editor().queryText(), search + QStringLiteral(" | top 5"));
        QTRY_COMPARE(page().query().language, QueryLanguage::Classic);
        QCOMPARE(page().editor().colouring().queryLanguage(), QueryLanguage::Classic);
        QVERIFY(action()->isEnabled());

        page().editor().redo();
        QCOMPARE(page().editor().queryText(), kql);
        QTRY_COMPARE(page().query().language, QueryLanguage::Kql);

        // The steps before are of the text alone.
        page().editor().undo();
        page().editor().undo();
        QCOMPARE(page().editor().queryText(), search);
        QTRY_COMPARE(page().query().language, QueryLanguage::Classic);
        page().editor().redo();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(page().query().language, QueryLanguage::Classic);
    }

    void theTitleStays()
    {
        open(QStringLiteral("Type=Event EventID=51\n| top 5"), QueryLanguage::Classic,
             QStringLiteral("Bad blocks"));
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        button(*dialog, "convert")->click();
        page().document().checkTitle();
        QCOMPARE(page().document().title(), QStringLiteral("Bad blocks"));
        page().editor().undo();
        QTRY_COMPARE(page().query().language, QueryLanguage::Classic);
        page().document().checkTitle();
        QCOMPARE(page().document().title(), QStringLiteral("Bad blocks"));
        page().editor().setText(QStringLiteral("Type=Heartbeat"));
        page().document().checkTitle();
        QVERIFY(page().document().title() != QLatin1String("Bad blocks"));
    }

    void runningAsKqlIsUndoneAsWell()
    {
        const QString search = QStringLiteral("Type=Event");
        open(search);
        QTest::keyClick(&window(), Qt::Key_F5);
        Error error;
        error.kind = ErrorKind::Gone;
        error.message = QStringLiteral("This service was switched off in 2019.");
        error.remedy = Remedy::RunAsKql;
        error.suggestedQuery = QStringLiteral("Event\n| take 100");
        m_fixture->runner.last().job->finish(tl::unexpected<Error>(error));
        m_fixture->button(MessageBar::remedyText(Remedy::RunAsKql))->click();
        QCOMPARE(page().query().text, error.suggestedQuery);
        QCOMPARE(page().query().language, QueryLanguage::Kql);
        page().editor().undo();
        QCOMPARE(page().query().text, search);
        QTRY_COMPARE(page().query().language, QueryLanguage::Classic);
    }

    void opensInATabOfItsOwn()
    {
        const QString search = QStringLiteral("Type=Event");
        open(search);
        QueryPage *before = &page();
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        button(*dialog, "openInTab")->click();
        QVERIFY(&page() != before);
        QVERIFY(page().query().text.startsWith(QLatin1String("Event\n| sort by")));
        QCOMPARE(page().query().language, QueryLanguage::Kql);
        QCOMPARE(before->query().text, search);
        QCOMPARE(before->query().language, QueryLanguage::Classic);
    }

    void cancelChangesNothing()
    {
        open(QStringLiteral("Type=Event"));
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(page().query().text, QStringLiteral("Type=Event"));
        QCOMPARE(page().query().language, QueryLanguage::Classic);
    }

    void whatCannotBeTranslatedIsMarkedAndNamed()
    {
        open(QStringLiteral("Type=Event\n| extend scale(EventID, 0, 1) as s"));
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        QVERIFY(button(*dialog, "convert") == nullptr);
        QVERIFY(button(*dialog, "openInTab") == nullptr);
        QCOMPARE(dialog->findChildren<QueryEditor *>().size(), 1);
        QCOMPARE(dialog->findChildren<QueryEditor *>().first()->errorPosition(), (TextPosition{2, 9}));
        const auto *note = dialog->findChild<QLabel *>(QStringLiteral("note"));
        QVERIFY2(note->text().startsWith(QLatin1String("Line 2, column 10: ")), qPrintable(note->text()));
        QVERIFY(note->text().contains(QLatin1String("scale")));

        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(page().editor().errorPosition(), (TextPosition{2, 9}));
        QCOMPARE(page().query().text, QStringLiteral("Type=Event\n| extend scale(EventID, 0, 1) as s"));
        QCOMPARE(window().focusWidget(), &page().editor());
    }

    void anEmptySearchIsOne()
    {
        open(QString());
        ConvertDialog *dialog = convert();
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChildren<QueryEditor *>().at(1)->text().startsWith(QLatin1String("search *")));
    }
};

QTEST_MAIN(TestMainWindowConvert)
#include "tst_mainwindowconvert.moc"
