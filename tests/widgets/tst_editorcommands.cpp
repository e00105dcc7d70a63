#include "widgets/editorcommands.h"

#include "widgets/editorfolds.h"
#include "widgets/editorpositions.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QTest>

using namespace sonde;
using Sci = QsciScintillaBase;
using Direction = EditorCommands::Direction;

namespace {

/// With ^ at the caret, and [ ] around what is selected (the caret at the end).
QString stateOf(const QueryEditor &editor)
{
    QString text = editor.text();
    const qsizetype caret = caretUnits(editor);
    const qsizetype anchor = unitsAt(editor, editor.SendScintilla(Sci::SCI_GETANCHOR));
    if (caret == anchor)
        return text.insert(caret, u'^');
    return text.insert(std::max(caret, anchor), u']').insert(std::min(caret, anchor), u'[');
}

void setState(QueryEditor &editor, QString state)
{
    const qsizetype open = state.indexOf(u'<');
    if (open >= 0) {
        const qsizetype close = state.indexOf(u'>') - 1;
        editor.setQueryText(state.remove(u'<').remove(u'>'));
        editor.SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(bytesAt(editor, open)),
                             bytesAt(editor, close));
        return;
    }
    const qsizetype caret = state.indexOf(u'^');
    editor.setQueryText(state.remove(u'^'));
    editor.SendScintilla(Sci::SCI_GOTOPOS, static_cast<unsigned long>(bytesAt(editor, caret)));
}

} // namespace

class TestEditorCommands : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QueryEditor> m_editor;

    QString text() const { return m_editor->queryText(); }
    /// What \a command makes of \a before, which undo brings back in one step.
    template <typename Command>
    void check(const QString &before, Command command, const QString &after)
    {
        setState(*m_editor, before);
        const QString old = text();
        command(m_editor->commands());
        QCOMPARE(stateOf(*m_editor), after);
        if (text() == old)
            return;
        m_editor->undo();
        QCOMPARE(text(), old);
        QVERIFY(!m_editor->isUndoAvailable());
        // Nothing happens to what cannot be edited.
        m_editor->setReadOnly(true);
        command(m_editor->commands());
        QCOMPARE(text(), old);
        m_editor->setReadOnly(false);
    }

private slots:
    void init() { m_editor = std::make_unique<QueryEditor>(m_theme, m_icons); }
    void cleanup() { m_editor.reset(); }

    void comments_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after);
        };
        row("a line", "T\n| co^unt", "T\n// | co^unt");
        row("back", "T\n// | co^unt", "T\n| co^unt");
        row("without a space", "//T^", "T^");
        row("indented", "  T^", "  // T^");
        row("several", "<T\n  | a>\nb", "[// T\n//   | a]\nb");
        row("several, one commented", "<// T\n| a>", "[// // T\n// | a]");
        row("several, all commented", "<// T\n\n  //| a>", "[T\n\n  | a]");
        row("not the line below the selection", "<T\n>U", "[// T\n]U");
        row("blank lines between stay", "<T\n\nU>", "[// T\n\n// U]");
        row("a blank line alone", "T\n^", "T\n// ^");
        row("Windows line breaks and emoji", "<\xF0\x9F\x98\x80\r\nU>", "[// \xF0\x9F\x98\x80\r\n// U]");
    }

    void comments()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        check(
            before, [](EditorCommands &commands) { commands.toggleComment(); }, after);
    }

    void pipes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after);
        };
        row("the first", "T^", "T\n| ^");
        row("in the middle of a line", "T\n| wh^ere x", "T\n| where x\n| ^");
        row("as the one above", "T\n  | where x,\n      y^", "T\n  | where x,\n      y\n  | ^");
        row("as the one below", "T^\n  | where x", "T\n  | ^\n  | where x");
        row("as its own line", "  T^", "  T\n  | ^");
        row("not as that of another query", "T\n    | a\n\nU^", "T\n    | a\n\nU\n| ^");
        row("within brackets", "T\n| join (\n    U^\n    | b\n)", "T\n| join (\n    U\n    | ^\n    | b\n)");
        row("Windows line breaks", "T\r\n| a^", "T\r\n| a\r\n| ^");
    }

    void pipes()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        check(
            before, [](EditorCommands &commands) { commands.newLineWithPipe(); }, after);
    }

    void linesMove()
    {
        const auto up = [](EditorCommands &commands) { commands.moveLines(Direction::Up); };
        const auto down = [](EditorCommands &commands) { commands.moveLines(Direction::Down); };
        check(QStringLiteral("a\nb^\nc"), up, QStringLiteral("b^\na\nc"));
        check(QStringLiteral("a\nb\nc^"), up, QStringLiteral("a\nc^\nb"));
        check(QStringLiteral("a^\nb\nc"), down, QStringLiteral("b\na^\nc"));
        check(QStringLiteral("a\r\nb\r\nc^"), up, QStringLiteral("a\r\nc^\r\nb"));
        check(QStringLiteral("^a\nb"), up, QStringLiteral("^a\nb"));
    }

    void linesAreCopied()
    {
        const auto up = [](EditorCommands &commands) { commands.copyLines(Direction::Up); };
        const auto down = [](EditorCommands &commands) { commands.copyLines(Direction::Down); };
        check(QStringLiteral("a\nb^c\nd"), down, QStringLiteral("a\nbc\nb^c\nd"));
        check(QStringLiteral("a\nb^c\nd"), up, QStringLiteral("a\nb^c\nbc\nd"));
        check(QStringLiteral("<a\nb>"), down, QStringLiteral("a\nb\n[a\nb]"));
        check(QStringLiteral("a\r\n\U0001F600^"), down, QStringLiteral("a\r\n\U0001F600\r\n\U0001F600^"));
        check(QStringLiteral("^"), down, QStringLiteral("\n^"));
    }

    void linesAreDeleted()
    {
        const auto erase = [](EditorCommands &commands) { commands.deleteLines(); };
        check(QStringLiteral("a\nb^c\nd"), erase, QStringLiteral("a\n^d"));
        check(QStringLiteral("a\r\nb^"), erase, QStringLiteral("a^"));
        check(QStringLiteral("<a\nb\n>c"), erase, QStringLiteral("^c"));
        check(QStringLiteral("a^"), erase, QStringLiteral("^"));
    }

    void carets()
    {
        EditorCommands &commands = m_editor->commands();
        setState(*m_editor, QStringLiteral("abc\n\U0001F600bc\nab^c\na"));
        commands.addCaret(Direction::Up);
        commands.addCaret(Direction::Up);
        commands.addCaret(Direction::Up); // there is no line more
        commands.addCaret(Direction::Down);
        QCOMPARE(m_editor->SendScintilla(Sci::SCI_GETSELECTIONS), 4L);
        QTest::keyClicks(m_editor.get(), QStringLiteral("X"));
        QCOMPARE(text(), QStringLiteral("abXc\n\U0001F600bXc\nabXc\naX"));
        m_editor->undo();
        QCOMPARE(text(), QStringLiteral("abc\n\U0001F600bc\nabc\na"));
        QVERIFY(!commands.dropCarets()); // undoing left one
        commands.addCaret(Direction::Up);
        QVERIFY(commands.dropCarets());
        QVERIFY(!commands.dropCarets());
        QCOMPARE(m_editor->SendScintilla(Sci::SCI_GETSELECTIONS), 1L);
    }

    void caretsAtTheSameWord()
    {
        EditorCommands &commands = m_editor->commands();
        setState(*m_editor, QStringLiteral("na^me, names, name, Name\n| name"));
        for (int i = 0; i < 5; ++i)
            commands.addCaretAtNextWord();
        QCOMPARE(m_editor->SendScintilla(Sci::SCI_GETSELECTIONS), 3L);
        QTest::keyClicks(m_editor.get(), QStringLiteral("id"));
        QCOMPARE(text(), QStringLiteral("id, names, id, Name\n| id"));
        commands.dropCarets();
        // A part of a word is looked for in parts of words.
        setState(*m_editor, QStringLiteral("<na>me, names"));
        commands.addCaretAtNextWord();
        QTest::keyClicks(m_editor.get(), QStringLiteral("X"));
        QCOMPARE(text(), QStringLiteral("Xme, Xmes"));
        commands.toggleComment();
        QCOMPARE(text(), QStringLiteral("// Xme, Xmes"));
    }

    void folding()
    {
        const auto visible = [this] {
            QList<int> lines;
            for (int line = 0; line < m_editor->lines(); ++line) {
                if (m_editor->SendScintilla(Sci::SCI_GETLINEVISIBLE, static_cast<unsigned long>(line)) != 0)
                    lines.append(line);
            }
            return lines;
        };
        EditorFolds &folds = m_editor->folds();
        setState(*m_editor, QStringLiteral("T\n| join (\n  U^\n  | x\n) on y\n\nV\n| z"));
        const QList<int> all = visible();
        folds.toggle();
        QCOMPARE(visible(), QList<int>({0, 1, 4, 5, 6, 7}));
        int line = 0;
        int column = 0;
        m_editor->getCursorPosition(&line, &column);
        QCOMPARE(line, 1); // not in what is hidden
        folds.toggle();
        QCOMPARE(visible(), all);
        folds.toggleAll();
        QCOMPARE(visible(), QList<int>({0, 5, 6}));
        folds.toggleAll();
        QCOMPARE(visible(), all);
        folds.toggleAll();
        // An error, a line that is asked for and what is found come into view.
        m_editor->showError({4, 4}, QStringLiteral("It is wrong."));
        QVERIFY(visible().contains(3));
        m_editor->goToLine(8);
        QVERIFY(visible().contains(7));
        QVERIFY(!m_editor->isModified());
        m_editor->setQueryText(QStringLiteral("T"));
        folds.toggle();
        QCOMPARE(visible(), QList<int>({0}));
    }

    void aKeyTypedInAFoldKeepsTheText()
    {
        setState(*m_editor, QStringLiteral("T\n| a\n| b^"));
        m_editor->folds().toggleAll();
        QTest::keyClicks(m_editor.get(), QStringLiteral("X"));
        QCOMPARE(text(), QStringLiteral("TX\n| a\n| b"));
    }
};

QTEST_MAIN(TestEditorCommands)
#include "tst_editorcommands.moc"
