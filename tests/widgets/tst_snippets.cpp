#include "stores/snippetstore.h"
#include "support/windowfixture.h"
#include "widgets/completionpopup.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/kqlassistant.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/settingsdialog.h"
#include "widgets/snippetdialog.h"
#include "widgets/snippetsession.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

/// Snippets in the editor of a window, and in its settings.
class TestSnippets final : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    QueryPage &page() const { return *m_fixture->window().currentPage(); }
    QueryEditor &editor() const { return page().editor(); }
    EditorCompletion &completion() const { return page().assistant().completion(); }
    SnippetSession &session() const { return completion().snippets(); }
    QString text() const { return editor().queryText(); }
    /// The editor's own word for it waits for the next painting.
    QString selected() const
    {
        const auto edge = [this](unsigned int message) {
            return unitsAt(editor(), editor().SendScintilla(message));
        };
        const qsizetype start = edge(QsciScintillaBase::SCI_GETSELECTIONSTART);
        return text().mid(start, edge(QsciScintillaBase::SCI_GETSELECTIONEND) - start);
    }

    void open(const QString &queryText)
    {
        Query query;
        query.text = queryText;
        m_fixture->window().openQuery(query, false);
        editor().setFocus();
        QTRY_VERIFY(editor().hasFocus());
        QTRY_VERIFY(!page().assistant().language().schema()->tables.isEmpty());
        editor().SendScintilla(QsciScintillaBase::SCI_GOTOPOS,
                               static_cast<unsigned long>(bytesAt(editor(), queryText.size())));
    }
    void type(const QString &keys) { QTest::keyClicks(&editor(), keys); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&editor(), key, modifiers);
    }
    void addOwn(const QString &snippetText, Snippet::Place place = Snippet::Place::Pipe)
    {
        QVERIFY(m_fixture->snippets().replace(
            SnippetStore::builtIn() + QList<Snippet>{{QStringLiteral("zzz"), {}, place, snippetText}}));
    }
    SettingsDialog *openSettings()
    {
        m_fixture->action(QStringLiteral("Se&ttings…"))->trigger();
        auto *dialog = m_fixture->window().findChild<SettingsDialog *>();
        dialog->showPage(SettingsDialog::Snippets);
        return dialog;
    }
    static QPushButton *buttonOf(QWidget *dialog, const QString &text)
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void isFoundByNameWrittenAndFilledIn()
    {
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("cOverT"));
        QVERIFY(completion().isOpen());
        QCOMPARE(completion().popup().chosen()->name, QStringLiteral("countOverTime"));
        QCOMPARE(completion().popup().chosen()->kind, KqlNameKind::Snippet);
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Event\n| summarize Count = count() by bin(TimeGenerated, 1h)\n"
                                        "| render timechart"));
        QCOMPARE(selected(), QStringLiteral("1h"));
        QVERIFY(session().isActive());
        type(QStringLiteral("5m"));
        press(Qt::Key_Tab);
        QVERIFY(!session().isActive());
        QCOMPARE(caretUnits(editor()), text().size());
        QVERIFY(text().contains(QLatin1String("bin(TimeGenerated, 5m)")));
        press(Qt::Key_Tab); // from now on it is a key as any other
        QVERIFY(text().endsWith(u' '));
    }

    void enterTakesOneThatIsTypedOut()
    {
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("countBy"));
        press(Qt::Key_Return);
        QVERIFY2(text().startsWith(QLatin1String("Event\n| summarize Count = count() by Column")),
                 qPrintable(text()));
    }

    void isOfferedWhereItFits_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOffered");
        const QString pipe = QStringLiteral("Event\n| ");
        QTest::newRow("pipe") << pipe << QStringLiteral("joinI") << QStringLiteral("joinInner") << true;
        QTest::newRow("no pipe") << QString() << QStringLiteral("joinI") << QStringLiteral("joinInner")
                                 << false;
        QTest::newRow("start") << QString() << QStringLiteral("letT") << QStringLiteral("letTable") << true;
        QTest::newRow("not at the start")
            << pipe << QStringLiteral("letT") << QStringLiteral("letTable") << false;
        QTest::newRow("value") << QStringLiteral("Event\n| extend a = ") << QStringLiteral("caseO")
                               << QStringLiteral("caseOf") << true;
        QTest::newRow("comment") << QStringLiteral("// ") << QStringLiteral("letT")
                                 << QStringLiteral("letTable") << false;
    }
    void isOfferedWhereItFits()
    {
        QFETCH(QString, before);
        QFETCH(QString, keys);
        QFETCH(QString, name);
        open(before);
        type(keys);
        const KqlCompletionItem *chosen = completion().isOpen() ? completion().popup().chosen() : nullptr;
        QTEST(chosen != nullptr && chosen->name == name, "isOffered");
    }

    void oneNumberTwiceIsTypedAtOnce()
    {
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("joinInner"));
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        QCOMPARE(editor().SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS), 2L);
        type(QStringLiteral("Account"));
        QVERIFY2(text().contains(QLatin1String("by Account\n) on Account")), qPrintable(text()));
        // Back, and there again: the places are still known.
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(selected(), QStringLiteral("1h"));
        press(Qt::Key_Tab);
        QCOMPARE(editor().SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS), 2L);
        type(QStringLiteral("X"));
        QVERIFY2(text().endsWith(QLatin1String("by X\n) on X")), qPrintable(text()));
        press(Qt::Key_Tab);
        QVERIFY(!session().isActive());
        QCOMPARE(editor().SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS), 1L);
        QCOMPARE(caretUnits(editor()), text().size());
    }

    void stopsThatTouchKeepTheirPlaces()
    {
        addOwn(QStringLiteral("take ${1}${2:5}${3}!${0}"));
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("zzz"));
        press(Qt::Key_Tab);
        type(QStringLiteral("7"));
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("5"));
        type(QStringLiteral("88"));
        press(Qt::Key_Tab);
        type(QStringLiteral("9"));
        QVERIFY(text().endsWith(QLatin1String("take 7889!")));
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(selected(), QStringLiteral("88"));
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(selected(), QStringLiteral("7"));
        press(Qt::Key_Backtab, Qt::ShiftModifier); // before the first one there is none
        QCOMPARE(selected(), QStringLiteral("7"));
    }

    void completionWorksWithinAStop()
    {
        open(QStringLiteral("SecurityEvent\n| "));
        type(QStringLiteral("countBy"));
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("Column"));
        type(QStringLiteral("Acco"));
        QVERIFY(completion().isOpen());
        press(Qt::Key_Tab); // the list's
        QVERIFY2(text().contains(QLatin1String("by Account\n")), qPrintable(text()));
        QVERIFY(session().isActive());
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("20"));
    }

    void escapeAndLeavingEndIt()
    {
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("countBy"));
        press(Qt::Key_Tab);
        QVERIFY(session().isActive());
        press(Qt::Key_Escape);
        QVERIFY(!session().isActive());
        QVERIFY(selected().isEmpty());
        editor().undo();
        press(Qt::Key_End, Qt::ControlModifier);
        completion().open();
        press(Qt::Key_Tab);
        QVERIFY2(session().isActive(), qPrintable(text()));
        press(Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(!session().isActive());
        const QString before = text();
        press(Qt::Key_Tab);
        QVERIFY(text() != before);
    }

    void oneStepOfUndo()
    {
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("joinInn"));
        press(Qt::Key_Tab);
        QVERIFY(text().contains(QLatin1String("kind=inner")));
        editor().undo();
        QCOMPARE(text(), QStringLiteral("Event\n| joinInn"));
        QVERIFY(!session().isActive());
        editor().redo();
        QVERIFY(text().contains(QLatin1String("kind=inner")));
    }

    void keepsIndentAndLineEnds()
    {
        open(QStringLiteral("union (\r\n    Event\r\n    | "));
        type(QStringLiteral("countBy"));
        press(Qt::Key_Tab);
        QCOMPARE(text(),
                 QStringLiteral("union (\r\n    Event\r\n    | summarize Count = count() by Column\r\n"
                                "    | top 20 by Count desc"));
        QCOMPARE(selected(), QStringLiteral("Column"));
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("20"));
    }

    void signsBeyondLatinBeforeIt()
    {
        addOwn(QStringLiteral("where a == \"é${1:\U0001F44B}\" or ${2:b}"));
        open(QStringLiteral("// \U0001F44Bé\nEvent\n| "));
        type(QStringLiteral("zzz"));
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("\U0001F44B"));
        type(QStringLiteral("x"));
        press(Qt::Key_Tab);
        QCOMPARE(selected(), QStringLiteral("b"));
        QVERIFY(text().endsWith(QLatin1String("x\" or b")));
    }

    void aBrokenFileIsToldOnce()
    {
        QVERIFY(m_fixture->snippets().replace({}));
        QFile file(m_fixture->snippets().path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        open(QStringLiteral("Event\n| "));
        QSignalSpy noted(&page().assistant(), &KqlAssistant::noted);
        type(QStringLiteral("joinI"));
        QCOMPARE(noted.size(), 1);
        QVERIFY(noted.first().first().toString().contains(QLatin1String("snippets.json")));
        QCOMPARE(completion().popup().chosen()->name, QStringLiteral("joinInner"));
        press(Qt::Key_Escape);
        press(Qt::Key_Return);
        type(QStringLiteral("| joinI"));
        QVERIFY(completion().isOpen());
        QCOMPARE(noted.size(), 1);
    }

    void ownOnesAreMadeInTheSettings()
    {
        SettingsDialog *settings = openSettings();
        buttonOf(settings, QStringLiteral("Add…"))->click();
        auto *dialog = settings->findChild<SnippetDialog *>();
        QVERIFY(dialog != nullptr);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        auto *reason = dialog->findChild<QLabel *>(QStringLiteral("reason"));
        QVERIFY(!ok->isEnabled());
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("name"));
        name->setText(QStringLiteral("joinInner"));
        QCOMPARE(reason->text(), QStringLiteral("There is a snippet “joinInner” already."));
        name->setText(QStringLiteral("myOwn"));
        QCOMPARE(reason->text(), QStringLiteral("A snippet needs a text."));
        auto *typed = dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"));
        typed->setPlainText(QStringLiteral("take ${1:5"));
        QVERIFY(!ok->isEnabled());
        typed->setPlainText(QStringLiteral("take ${1:5}"));
        QCOMPARE(dialog->findChild<QueryEditor *>()->text(), QStringLiteral("take 5"));
        QVERIFY(reason->text().isEmpty());
        ok->click();
        auto *list = settings->findChild<QTreeWidget *>(QStringLiteral("snippets"));
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("myOwn"));
        QCOMPARE(m_fixture->snippets().snippets(), SnippetStore::builtIn()); // nothing before OK
        buttonOf(settings, QStringLiteral("OK"))->click();
        QTRY_COMPARE(m_fixture->snippets().snippets().size(), SnippetStore::builtIn().size() + 1);
        open(QStringLiteral("Event\n| "));
        type(QStringLiteral("myO"));
        press(Qt::Key_Tab);
        QVERIFY(text().endsWith(QLatin1String("| take 5")));
    }

    void enterInTheListEditsAndDoesNotClose()
    {
        SettingsDialog *settings = openSettings();
        auto *list = settings->findChild<QTreeWidget *>(QStringLiteral("snippets"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(settings->findChild<SnippetDialog *>() != nullptr);
        QVERIFY(settings->isVisible());
    }

    void whatWasChangedByHandMeanwhileIsKept()
    {
        const Snippet first{QStringLiteral("first"), {}, Snippet::Place::Pipe, QStringLiteral("take 1")};
        const Snippet second{QStringLiteral("second"), {}, Snippet::Place::Pipe, QStringLiteral("take 2")};
        SnippetStore &store = m_fixture->snippets();
        QVERIFY(store.replace(SnippetStore::builtIn() + QList<Snippet>{first}));
        SettingsDialog *settings = openSettings();
        // Another window, or a hand in the file.
        SnippetStore elsewhere(store.path());
        QVERIFY(elsewhere.replace(SnippetStore::builtIn() + QList<Snippet>{first, second}));
        auto *list = settings->findChild<QTreeWidget *>(QStringLiteral("snippets"));
        list->setCurrentItem(list->findItems(QStringLiteral("first"), Qt::MatchExactly).first());
        buttonOf(settings, QStringLiteral("Remove"))->click();
        buttonOf(settings, QStringLiteral("OK"))->click();
        QTRY_COMPARE(store.snippets(), SnippetStore::builtIn() + QList<Snippet>{second});
        // And where nothing was changed in the dialog nothing is written.
        settings = openSettings();
        QVERIFY(elsewhere.replace(SnippetStore::builtIn() + QList<Snippet>{first}));
        buttonOf(settings, QStringLiteral("OK"))->click();
        QCOMPARE(store.snippets(), SnippetStore::builtIn() + QList<Snippet>{first});
    }

    void removedAndChangedOnesCanBeHadBack()
    {
        QList<Snippet> changed = SnippetStore::builtIn();
        changed.removeAt(0);
        changed[0].description = QStringLiteral("Mine");
        const Snippet own{QStringLiteral("own"), {}, Snippet::Place::Pipe, QStringLiteral("take 1")};
        QVERIFY(m_fixture->snippets().replace(changed + QList<Snippet>{own}));
        SettingsDialog *settings = openSettings();
        auto *list = settings->findChild<QTreeWidget *>(QStringLiteral("snippets"));
        QPushButton *reset = buttonOf(settings, QStringLiteral("Reset"));
        list->setCurrentItem(list->topLevelItem(1));
        QVERIFY(!reset->isEnabled());
        list->setCurrentItem(list->topLevelItem(0));
        QVERIFY(reset->isEnabled());
        reset->click();
        QCOMPARE(list->topLevelItem(0)->text(1), SnippetStore::builtIn().at(1).description);
        buttonOf(settings, QStringLiteral("Restore defaults"))->click();
        QCOMPARE(list->topLevelItemCount(), static_cast<int>(SnippetStore::builtIn().size()) + 1);
        buttonOf(settings, QStringLiteral("OK"))->click();
        // The program's come back, and a person's own stays.
        QTRY_COMPARE(m_fixture->snippets().snippets(), SnippetStore::builtIn() + QList<Snippet>{own});
    }
};

QTEST_MAIN(TestSnippets)
#include "tst_snippets.moc"
