#include "widgets/findbar.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>
#include <Qsci/qscilexer.h>

using namespace sonde;

class TestQueryEditor : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void longOrBinaryTextIsReadOnly_data();
    void longOrBinaryTextIsReadOnly();
    void replacingCanBeUndone();
    void marksTheErrorWhereItIs_data();
    void marksTheErrorWhereItIs();
    void typingRemovesTheMark();
    void goesToALine();
    void findsForwardsAndBackwards();
    void coloursFollowTheLanguageAndTheTheme();
    void programShortcutsAreLeftToTheProgram();

private:
    int styleAt(const QueryEditor &editor, int position) const
    {
        return static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, position));
    }

    /// Of QScintilla 2.14, annotation() gives bytes that were never written.
    QString annotationAt(const QueryEditor &editor, int line) const
    {
        const auto at = static_cast<unsigned long>(line);
        QByteArray text(editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, at), '\0');
        editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, at, static_cast<void *>(text.data()));
        return QString::fromUtf8(text);
    }

    Theme m_theme;
    Icons m_icons{m_theme};
};

void TestQueryEditor::keepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("lines") << QStringLiteral("Event\n| take 5\n");
    QTest::newRow("CRLF") << QStringLiteral("Event\r\n| take 5");
    QTest::newRow("beyond ASCII") << QStringLiteral("print '\u00E4\u20AC\U0001F5C4'");
}

void TestQueryEditor::keepsEveryCharacter()
{
    QFETCH(QString, text);
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(text);
    QCOMPARE(editor.queryText(), text);
    QVERIFY(!editor.isModified());
    QVERIFY(editor.readOnlyReason().isEmpty());
    QCOMPARE(editor.SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS), 0L);
}

void TestQueryEditor::longOrBinaryTextIsReadOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << (QStringLiteral("print 'a") + QChar(u'\0') + QStringLiteral("b'"));
    QTest::newRow("long line") << QStringLiteral("print '%1'").arg(QString(1'000'000, u'x'));
}

void TestQueryEditor::longOrBinaryTextIsReadOnly()
{
    QFETCH(QString, text);
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(text);
    QCOMPARE(editor.queryText(), text); // what is run is whole
    QVERIFY(editor.isReadOnly());
    QVERIFY(!editor.readOnlyReason().isEmpty());
    QVERIFY(editor.text().size() < 100'000);
    editor.setQueryText(QStringLiteral("Event"));
    QVERIFY(!editor.isReadOnly());
    QVERIFY(editor.readOnlyReason().isEmpty());
}

void TestQueryEditor::replacingCanBeUndone()
{
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("Type=Event"));
    editor.replaceQueryText(QStringLiteral("Event\n| take 100"));
    QCOMPARE(editor.queryText(), QStringLiteral("Event\n| take 100"));
    editor.undo();
    QCOMPARE(editor.queryText(), QStringLiteral("Type=Event"));
    QVERIFY(!editor.isUndoAvailable());
}

void TestQueryEditor::marksTheErrorWhereItIs_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("underlined");
    QTest::newRow("word") << 2 << 8 << QStringLiteral("Nope");
    QTest::newRow("behind an umlaut") << 3 << 5 << QStringLiteral("b");
    QTest::newRow("behind a pair of surrogates") << 4 << 6 << QStringLiteral("c");
    QTest::newRow("sign") << 2 << 0 << QStringLiteral("|");
    QTest::newRow("behind the line") << 1 << 99 << QStringLiteral("t");
    QTest::newRow("behind the text") << 99 << 0 << QStringLiteral("// \U0001F5C4 c");
}

void TestQueryEditor::marksTheErrorWhereItIs()
{
    QFETCH(int, line);
    QFETCH(int, column);
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("Event\n| where Nope == 1\n// \u00E4 b\n// \U0001F5C4 c"));
    editor.showError({line, column}, QStringLiteral("It is wrong."));
    QVERIFY(editor.errorPosition());
    const QByteArray bytes = editor.text().toUtf8();
    QByteArray underlined;
    for (int position = 0; position < bytes.size(); ++position) {
        if (editor.SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, 8UL, static_cast<long>(position)) !=
            0)
            underlined.append(bytes.at(position));
    }
    QTEST(QString::fromUtf8(underlined), "underlined");
    QCOMPARE(annotationAt(editor, std::min(line, 4) - 1), QStringLiteral("It is wrong."));
    QVERIFY(editor.markersAtLine(std::min(line, 4) - 1) != 0);
}

void TestQueryEditor::typingRemovesTheMark()
{
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("Event"));
    editor.showError({1, 0}, QStringLiteral("It is wrong."));
    QTest::keyClicks(&editor, QStringLiteral("x"));
    QVERIFY(!editor.errorPosition());
    QVERIFY(annotationAt(editor, 0).isEmpty());
    QCOMPARE(editor.markersAtLine(0), 0U);
}

void TestQueryEditor::goesToALine()
{
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("a\nb\nc"));
    int line = 0;
    int column = 0;
    editor.goToLine(2);
    editor.getCursorPosition(&line, &column);
    QCOMPARE(line, 1);
    editor.goToLine(50);
    editor.getCursorPosition(&line, &column);
    QCOMPARE(line, 2);
}

void TestQueryEditor::findsForwardsAndBackwards()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    QueryEditor editor(m_theme, m_icons, &window);
    FindBar bar(editor, m_icons, &window);
    layout->addWidget(&editor);
    layout->addWidget(&bar);
    editor.setQueryText(QStringLiteral("Event event\nEVENT"));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto found = [&editor] {
        int line = -1;
        int column = -1;
        int endLine = -1;
        int endColumn = -1;
        editor.getSelection(&line, &column, &endLine, &endColumn);
        return QPoint(column, line);
    };
    bar.open();
    QVERIFY(bar.isVisible());
    auto *text = bar.findChild<QLineEdit *>();
    text->setText(QStringLiteral("event"));
    QCOMPARE(found(), QPoint(0, 0));
    bar.findNext();
    QCOMPARE(found(), QPoint(6, 0));
    bar.findNext();
    QCOMPARE(found(), QPoint(0, 1));
    bar.findNext(); // around the end
    QCOMPARE(found(), QPoint(0, 0));
    bar.findPrevious();
    QCOMPARE(found(), QPoint(0, 1));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

void TestQueryEditor::coloursFollowTheLanguageAndTheTheme()
{
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("Event | where x"));
    editor.SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0UL, -1L);
    const int asKql = styleAt(editor, 0);
    editor.setQueryLanguage(QueryLanguage::Classic);
    editor.SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0UL, -1L);
    const int asClassic = styleAt(editor, 0);
    QVERIFY(asKql != asClassic);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        QCOMPARE(editor.lexer()->color(asKql),
                 Theme::color(ColorRole::EditorTable, mode == Theme::Mode::Dark));
    }
    m_theme.setMode(Theme::Mode::System);
}

void TestQueryEditor::programShortcutsAreLeftToTheProgram()
{
    QueryEditor editor(m_theme, m_icons);
    editor.setQueryText(QStringLiteral("one\ntwo"));
    QTest::keyClick(&editor, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(&editor, Qt::Key_T, Qt::ControlModifier);
    QTest::keyClick(&editor, Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(&editor, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(editor.queryText(), QStringLiteral("one\ntwo"));
}

QTEST_MAIN(TestQueryEditor)
#include "tst_queryeditor.moc"
