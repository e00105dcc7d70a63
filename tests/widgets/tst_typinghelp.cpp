#include "widgets/typinghelp.h"

#include "widgets/editorpositions.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QTest>

using namespace sonde;
using Sci = QsciScintillaBase;

class TestTypingHelp : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QueryEditor> m_editor;

    /// ^ is the caret, < > a selection.
    void setState(QString state)
    {
        qsizetype anchor = state.indexOf(u'<');
        qsizetype caret = anchor;
        if (anchor >= 0)
            caret = state.indexOf(u'>') - 1;
        else
            anchor = caret = state.indexOf(u'^');
        m_editor->setQueryText(state.remove(u'<').remove(u'>').remove(u'^'));
        m_editor->SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(bytesAt(*m_editor, anchor)),
                                bytesAt(*m_editor, caret));
    }
    QString state() const { return m_editor->text().insert(caretUnits(*m_editor), u'^'); }
    /// \n is Return, \b Backspace.
    void type(const QString &keys)
    {
        for (const QChar key : keys) {
            if (key == u'\n')
                QTest::keyClick(m_editor.get(), Qt::Key_Return);
            else if (key == u'\b')
                QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
            else
                QTest::keyClicks(m_editor.get(), QString(key));
        }
    }

private slots:
    void init() { m_editor = std::make_unique<QueryEditor>(m_theme, m_icons); }
    void cleanup() { m_editor.reset(); }

    void keys_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *keys, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(keys)
                                << QString::fromUtf8(after);
        };
        row("a bracket", "count^", "(", "count(^)");
        row("typed over", "count^", "()", "count()^");
        row("with something in it", "bin^", "(a, 1h)", "bin(a, 1h)^");
        row("all three", "^", "([{", "([{^}])");
        row("out of all three", "^", "([{}])", "([{}])^");
        row("only what came by itself is typed over", "f(^)", ")", "f()^)");
        row("not before a word", "^a", "(", "(^a");
        row("before a pipe", "f^ | x", "(", "f(^) | x");
        row("a quote", "a == ^", "\"", "a == \"^\"");
        row("a whole string", "a == ^", "'x'", "a == 'x'^");
        row("behind a word it closes", "'don^", "'", "'don'^");
        row("a quote in a string", "a == \"x ^", "'", "a == \"x '^");
        row("a bracket in a string", "a == \"x^\"", "(", "a == \"x(^\"");
        row("a bracket in a comment", "T // x ^", "(", "T // x (^");
        row("behind a string", "a == \"x\"^", "(", "a == \"x\"(^)");
        row("a string with h", "print h^", "\"", "print h\"^\"");
        row("in a string over lines", "print ```\n ^\n```", "(", "print ```\n (^\n```");
        row("a comment in another query", "T // it's\n\nU == ^", "\"", "T // it's\n\nU == \"^\"");
        row("Backspace in an empty pair", "f^", "(\b", "f^");
        row("Backspace in a pair with something", "f^", "(a\b\b", "f^");
        row("Backspace where nothing came by itself", "f(^)", "\b", "f^)");
        row("emoji before it", "\xF0\x9F\x98\x80^", "(a)", "\xF0\x9F\x98\x80(a)^");
        row("wraps", "T | where <a == 1>", "(", "T | where (a == 1^)");
        row("wraps twice", "<a>", "([", "([a^])");
        row("wraps in quotes", "<a b>", "\"", "\"a b^\"");

        row("a line", "T^", "\n|", "T\n|^");
        row("keeps the indent", "  T^", "\n|", "  T\n  |^");
        row("in the middle of a line", "T\n| a ^| b", "\n", "T\n| a \n^| b");
        row("within the indent", "  ^  T", "\n", "  \n  ^T");
        row("behind a bracket", "T\n| join (^", "\nU", "T\n| join (\n    U^");
        row("between brackets", "T\n| join ^", "(\nU", "T\n| join (\n    U^\n)");
        row("a pipe at the end of a line", "T |^", "\nx", "T |\n    x^");
        row("a bracket in a comment opens nothing", "T // (^", "\n", "T // (\n^");
        row("the pipe goes back", "T\n| summarize\n    a = 1,\n    ^", "|", "T\n| summarize\n    a = 1,\n|^");
        row("the pipe of the bracket", "T\n| join (\n    U\n    | a\n        ^", "|",
            "T\n| join (\n    U\n    | a\n    |^");
        row("the pipe behind the bracket", "T\n| join (\n    U\n    | a\n)\n  ^", "|",
            "T\n| join (\n    U\n    | a\n)\n|^");
        row("a closing bracket goes back", "T\n| f (\n    a\n    ^", ")", "T\n| f (\n    a\n)^");
        row("not in a string", "T\n| f ```\n    a\n    ^", "|", "T\n| f ```\n    a\n    |^");
        row("Windows line breaks", "T\r\n| a (^", "\nb", "T\r\n| a (\r\n    b^");
        row("replaces what is selected", "T <| a>", "\n", "T \n^");
        row("Return between two queries", "T\n^\nU", "\n", "T\n\n^\nU");
    }

    void keys()
    {
        QFETCH(QString, before);
        QFETCH(QString, keys);
        setState(before);
        type(keys);
        QTEST(state(), "after");
    }

    void eachIsOneStep()
    {
        for (const auto &[before, key] :
             {std::pair("f^", "("), std::pair("<a>", "["), std::pair("T\n| f (\n    a\n    ^", ")"),
              std::pair("T (^)", "\n")}) {
            setState(QString::fromLatin1(before));
            const QString old = m_editor->text();
            type(QString::fromLatin1(key));
            QVERIFY(m_editor->text() != old);
            m_editor->undo();
            QCOMPARE(m_editor->text(), old);
            QVERIFY(!m_editor->isUndoAvailable());
        }
        setState(QStringLiteral("f^"));
        type(QStringLiteral("(\b"));
        m_editor->undo();
        QCOMPARE(m_editor->text(), QStringLiteral("f()"));
    }

    void inTheClassicLanguageAnApostropheIsNoQuote()
    {
        m_editor->setQueryLanguage(QueryLanguage::Classic);
        for (const auto &[before, keys, after] :
             {std::tuple("^", "'", "'^"), std::tuple("don't ^", "\"", "don't \"^\""),
              std::tuple("a=b ^", "(", "a=b (^)"), std::tuple("a=\"b ^\"", "(", "a=\"b (^\"")}) {
            setState(QString::fromLatin1(before));
            type(QString::fromLatin1(keys));
            QCOMPARE(state(), QString::fromLatin1(after));
        }
    }

    void severalCaretsTypeWhatIsTyped()
    {
        setState(QStringLiteral("^a\nb"));
        m_editor->commands().addCaret(EditorCommands::Direction::Down);
        type(QStringLiteral("("));
        QCOMPARE(m_editor->text(), QStringLiteral("(a\n(b"));
    }

    void aTextThatCannotBeEditedStays()
    {
        setState(QStringLiteral("f^"));
        m_editor->setReadOnly(true);
        type(QStringLiteral("(\n\b"));
        QCOMPARE(m_editor->text(), QStringLiteral("f"));
    }

    void homeIsTheTextFirst()
    {
        setState(QStringLiteral("T\n  | count^"));
        QTest::keyClick(m_editor.get(), Qt::Key_Home);
        QCOMPARE(state(), QStringLiteral("T\n  ^| count"));
        QTest::keyClick(m_editor.get(), Qt::Key_Home);
        QCOMPARE(state(), QStringLiteral("T\n^  | count"));
        QTest::keyClick(m_editor.get(), Qt::Key_End);
        QCOMPARE(state(), QStringLiteral("T\n  | count^"));
    }
};

QTEST_MAIN(TestTypingHelp)
#include "tst_typinghelp.moc"
