#include "widgets/findbar.h"

#include "widgets/editorpositions.h"
#include "widgets/editorsearch.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace sonde;
using Sci = QsciScintillaBase;

class TestFindBar : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QWidget> m_window;
    QueryEditor *m_editor = nullptr;
    FindBar *m_bar = nullptr;

    QLineEdit *field(int index) const { return m_bar->findChildren<QLineEdit *>().at(index); }
    QToolButton *toggle(const char *name) const
    {
        for (QToolButton *button : m_bar->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String(name))
                return button;
        }
        return nullptr;
    }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *candidate : m_bar->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }
    QString answer() const { return m_bar->findChild<QLabel *>()->text(); }
    QString problem() const { return m_bar->findChildren<QLabel *>().last()->text(); }
    QString selected() const { return m_editor->selectedText(); }
    qsizetype selectedAt() const
    {
        return unitsAt(*m_editor, m_editor->SendScintilla(Sci::SCI_GETSELECTIONSTART));
    }
    void select(qsizetype start, qsizetype length)
    {
        m_editor->SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(bytesAt(*m_editor, start)),
                                bytesAt(*m_editor, start + length));
    }
    void search(const char *text, const char *by = nullptr)
    {
        m_bar->openReplace();
        field(0)->setText(QString::fromUtf8(text));
        if (by != nullptr)
            field(1)->setText(QString::fromUtf8(by));
    }

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_editor = new QueryEditor(m_theme, m_icons, m_window.get());
        m_bar = new FindBar(*m_editor, m_icons, m_window.get());
        layout->addWidget(m_editor);
        layout->addWidget(m_bar);
        m_window->resize(800, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void saysHowManyThereAre()
    {
        m_editor->setQueryText(QStringLiteral("a \U0001F600 a\r\nA b"));
        search("a");
        QCOMPARE(answer(), QStringLiteral("1 of 3"));
        m_bar->findNext();
        QCOMPARE(answer(), QStringLiteral("2 of 3"));
        QCOMPARE(selectedAt(), 5);
        m_bar->findNext();
        m_bar->findNext();
        QCOMPARE(answer(), QStringLiteral("1 of 3"));
        toggle("Match case")->click();
        QCOMPARE(answer(), QStringLiteral("1 of 2"));
        field(0)->setText(QStringLiteral("x"));
        QCOMPARE(answer(), QStringLiteral("Not found"));
        field(0)->clear();
        QCOMPARE(answer(), QString());
        // What is typed in the query counts soon.
        field(0)->setText(QStringLiteral("b"));
        m_editor->append(QStringLiteral("b"));
        QTRY_COMPARE(answer(), QStringLiteral("1 of 2"));
    }

    void expressionsAndWords()
    {
        m_editor->setQueryText(QStringLiteral("id ids x1 x22"));
        search("id");
        toggle("Whole words")->click();
        QCOMPARE(answer(), QStringLiteral("1 of 1"));
        toggle("Whole words")->click();
        toggle("Regular expression")->click();
        field(0)->setText(QStringLiteral("x\\d+"));
        QCOMPARE(answer(), QStringLiteral("1 of 2"));
        QCOMPARE(selected(), QStringLiteral("x1"));
        field(0)->setText(QStringLiteral("x("));
        QCOMPARE(answer(), QString());
        QVERIFY2(problem().startsWith(QStringLiteral("Not a regular expression")), qPrintable(problem()));
        QCOMPARE(selected(), QStringLiteral("x1")); // nothing moves for what is half typed
        field(0)->setText(QStringLiteral("x"));
        QVERIFY(problem().isEmpty());
    }

    void replacesOneByOne()
    {
        m_editor->setQueryText(QStringLiteral("aa b aa b aa"));
        search("aa", "\U0001F600c");
        button("Replace")->click();
        QCOMPARE(m_editor->queryText(), QStringLiteral("\U0001F600c b aa b aa"));
        QCOMPARE(selected(), QStringLiteral("aa"));
        QCOMPARE(answer(), QStringLiteral("1 of 2"));
        m_bar->findNext();
        QTest::keyClick(field(1), Qt::Key_Return);
        QCOMPARE(m_editor->queryText(), QStringLiteral("\U0001F600c b aa b \U0001F600c"));
        // What is selected and is none is left alone: it goes to the next first.
        select(0, 2);
        button("Replace")->click();
        QCOMPARE(m_editor->queryText(), QStringLiteral("\U0001F600c b aa b \U0001F600c"));
        QCOMPARE(selected(), QStringLiteral("aa"));
    }

    void replacesAllInOneStep()
    {
        const QString before = QStringLiteral("T\r\n| where a == \"\U0001F600\"\r\n| extend a = a\r\n");
        m_editor->setQueryText(before);
        search("a", "column");
        toggle("Whole words")->click();
        button("Replace all")->click();
        QCOMPARE(m_editor->queryText(),
                 QStringLiteral("T\r\n| where column == \"\U0001F600\"\r\n| extend column = column\r\n"));
        QCOMPARE(answer(), QStringLiteral("3 replaced"));
        m_editor->undo();
        QCOMPARE(m_editor->queryText(), before);
        QVERIFY(!m_editor->isUndoAvailable());
        m_bar->findNext();
        QCOMPARE(answer().right(4), QStringLiteral("of 3"));
    }

    void replacesMoreThanAreListed()
    {
        const QString before(PatternSearch::mostMatches + 10, u'a');
        m_editor->setQueryText(before);
        search("a", "b");
        QCOMPARE(answer(),
                 QLocale().toString(PatternSearch::mostMatches).prepend(QLatin1String("More than ")) +
                     QLatin1String(" found"));
        button("Replace all")->click();
        QCOMPARE(m_editor->queryText(), QString(before.size(), u'b'));
        m_editor->undo();
        QCOMPARE(m_editor->queryText(), before);
    }

    void replacesGroups()
    {
        m_editor->setQueryText(QStringLiteral("a=1, b=2\r\n"));
        search("(\\w)=(\\d), ?", "$2=$1\\n");
        toggle("Regular expression")->click();
        button("Replace all")->click();
        QCOMPARE(m_editor->queryText(), QStringLiteral("1=a\r\nb=2\r\n")); // ends lines as the text does
    }

    void inTheSelection()
    {
        m_editor->setQueryText(QStringLiteral("aa\naa aa\naa"));
        select(3, 5);
        m_bar->openReplace();
        toggle("In the selection")->click();
        field(0)->setText(QStringLiteral("a"));
        field(1)->setText(QStringLiteral("xyz"));
        QCOMPARE(answer().right(4), QStringLiteral("of 4"));
        button("Replace")->click();
        button("Replace")->click();
        QCOMPARE(m_editor->queryText(), QStringLiteral("aa\nxyzxyz aa\naa"));
        QCOMPARE(answer().right(4), QStringLiteral("of 2"));
        button("Replace all")->click();
        QCOMPARE(m_editor->queryText(), QStringLiteral("aa\nxyzxyz xyzxyz\naa"));
        // What was put in last is still in it.
        field(0)->setText(QStringLiteral("z"));
        QCOMPARE(answer().right(4), QStringLiteral("of 4"));
        toggle("In the selection")->click();
        field(0)->setText(QStringLiteral("a"));
        QCOMPARE(answer().right(4), QStringLiteral("of 4"));
        // Without a selection there is nothing to be in.
        select(0, 0);
        toggle("In the selection")->click();
        QVERIFY(!toggle("In the selection")->isChecked());
    }

    void nothingIsReplacedWhereNothingMayBe()
    {
        m_editor->setQueryText(QStringLiteral("a") + QChar(u'\0'));
        QVERIFY(!m_editor->readOnlyReason().isEmpty());
        search("a", "b");
        QVERIFY(!button("Replace")->isEnabled());
        QVERIFY(!button("Replace all")->isEnabled());
        QCOMPARE(answer(), QStringLiteral("1 of 1"));
    }

    void whatIsFoundIsNotWhatIsRun()
    {
        m_editor->setQueryText(QStringLiteral("T | count\n\nU"));
        search("count");
        QCOMPARE(selected(), QStringLiteral("count"));
        QCOMPARE(m_editor->place().selectionLength, 0);
        QVERIFY(m_editor->place().caret > 0);
        select(0, 1);
        QCOMPARE(m_editor->place().selectionLength, 1);
    }

    void marksGoWithTheBar()
    {
        m_editor->setQueryText(QStringLiteral("a b a"));
        const auto isMarked = [this](long byte) {
            return m_editor->SendScintilla(Sci::SCI_INDICATORVALUEAT, 13UL, byte) != 0;
        };
        search("a");
        QVERIFY(!isMarked(0) && !isMarked(2) && isMarked(4)); // the first one is selected
        m_bar->findNext();
        QVERIFY(isMarked(0) && !isMarked(4));
        select(2, 0);
        QTRY_VERIFY(isMarked(0) && isMarked(4));
        m_bar->close();
        QVERIFY(!isMarked(0) && !isMarked(4));
        m_bar->findNext(); // by F3, without the bar
        QCOMPARE(selectedAt(), 4);
        QVERIFY(!isMarked(0));
        QVERIFY(!m_editor->isModified());
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
