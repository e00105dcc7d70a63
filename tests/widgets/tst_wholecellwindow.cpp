#include "widgets/wholecellwindow.h"

#include "models/rowdetailsmodel.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/theme.h"
#include "widgets/wholetextview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace sonde;

class TestWholeCellWindow final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<WholeCellWindow> m_window;
    QStringList m_lines; ///< for the query

    void open(const QString &text, ColumnType type = ColumnType::String)
    {
        ColumnBuilder builder(QStringLiteral("Message"), type);
        builder.appendText(text.toStdString());
        ChunkedTable table;
        table.append(Table({builder.build()}, 1));
        m_window = std::make_unique<WholeCellWindow>(
            WholeCell::of(table.headers().constFirst(), table.cell(0, 0)), CellFormatter(), m_theme, m_icons);
        m_lines.clear();
        m_window->setAddLines([this](const QString &lines) { m_lines << lines; });
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QTabWidget *tabs() const { return m_window->findChild<QTabWidget *>(); }
    WholeTextView *view() const { return tabs()->currentWidget()->findChild<WholeTextView *>(); }
    QLineEdit *field() const { return tabs()->currentWidget()->findChild<QLineEdit *>(); }
    bool isSaid(const QString &text) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    }

private slots:
    void cleanup() { m_window.reset(); }

    void showsAndCopiesTheTextItself()
    {
        const QString text = QStringLiteral("one\r\ntwo\x1b[31m\u202Ethree ") + QString(5000, u'x');
        open(text);
        QCOMPARE(tabs()->count(), 1);
        QTRY_VERIFY(view()->source());
        QVERIFY(view()->toPlainText().startsWith(QStringLiteral("one\ntwo\\x1B[31m[U+202E]three ")));
        QVERIFY(view()->hasBrokenLines());
        QVERIFY(isSaid(QStringLiteral("broken")));
        for (QTextBlock block = view()->document()->begin(); block.isValid(); block = block.next())
            QVERIFY(block.length() <= 5100);
        view()->selectAll();
        view()->copy();
        QCOMPARE(QApplication::clipboard()->text(), text);
        view()->select(5, 4); // two and the escape
        view()->copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("two\x1b"));
        QVERIFY(view()->isReadOnly());
    }

    void findsAcrossBrokenLines()
    {
        open(QString(1998, u'x') + QStringLiteral("Needle") + QString(3000, u'y') + QStringLiteral("needle"));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(field()->hasFocus());
        QTest::keyClicks(field(), QStringLiteral("needle"));
        QTRY_VERIFY(isSaid(QStringLiteral("1 of 2")));
        view()->copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Needle"));
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QVERIFY(isSaid(QStringLiteral("2 of 2")));
        view()->copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("needle"));
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QVERIFY(isSaid(QStringLiteral("1 of 2")));
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(field()->text().isEmpty());
        QVERIFY(m_window->isVisible());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void jsonIsPutOnLinesAndInATree()
    {
        open(QStringLiteral("{\"a\":{\"b\":[1,2]}}"));
        QCOMPARE(tabs()->count(), 3);
        QCOMPARE(tabs()->currentIndex(), int(WholeCellWindow::LinesPage));
        QTRY_VERIFY(view()->source());
        QCOMPARE(view()->toPlainText().count(u'\n'), 7);
        QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
        auto *tree = m_window->findChild<FieldTree *>();
        QVERIFY(tree->isVisible());
        QTest::keyClicks(field(), QStringLiteral("2"));
        QTRY_VERIFY(isSaid(QStringLiteral("1 of 1")));
        tree->copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("parse_json(Message).a.b[1]"));
        QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(tabs()->currentIndex(), int(WholeCellWindow::TextPage));
        QTRY_VERIFY(view()->source());
        QCOMPARE(view()->toPlainText(), QStringLiteral("{\"a\":{\"b\":[1,2]}}"));
    }

    void aValueInAValueIsNamedFromTheColumn()
    {
        open(QStringLiteral("{\"a\":{\"b\":\"{\\\"c\\\":1}\"}}"), ColumnType::Dynamic);
        m_window->showPage(WholeCellWindow::TreePage);
        auto *tree = m_window->findChild<FieldTree *>();
        field()->setText(QStringLiteral("b"));
        QTRY_VERIFY(isSaid(QStringLiteral("1 of 1")));
        tree->copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Message.a.b"));
        emit tree->wholeRequested();
        WholeCellWindow *nested = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *other = qobject_cast<WholeCellWindow *>(widget);
            if (other != nullptr && other != m_window.get())
                nested = other;
        }
        QVERIFY(nested != nullptr);
        nested->showPage(WholeCellWindow::TreePage);
        auto *inner = nested->findChild<FieldTree *>();
        auto *search = nested->findChild<QTabWidget *>()->currentWidget()->findChild<QLineEdit *>();
        search->setText(QStringLiteral("c"));
        QTRY_VERIFY(inner->currentPath() && !inner->currentPath()->steps.isEmpty());
        inner->copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("parse_json(tostring(Message.a.b)).c"));
        delete nested;
    }

    void aPartOfTheTextGoesIntoTheQuery()
    {
        open(QStringLiteral("the disk failed"));
        QTRY_VERIFY(view()->source());
        QTest::keyClick(m_window.get(), Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_lines.isEmpty());
        QVERIFY(isSaid(QStringLiteral("Select a part")));
        view()->select(4, 4);
        QTest::keyClick(m_window.get(), Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
        view()->select(4, 8);
        QTest::keyClick(m_window.get(), Qt::Key_Space,
                        Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(m_lines, QStringList({QStringLiteral("\n| where Message has \"disk\""),
                                       QStringLiteral("\n| where Message !contains \"disk fai\"")}));
        QVERIFY(isSaid(QStringLiteral("!contains")));
        // The same by the menu.
        view()->select(9, 6);
        emit view()->customContextMenuRequested(QPoint(5, 5));
        auto *menu = view()->findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        const auto actions = menu->actions();
        const auto kept = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text().remove(u'&').startsWith(QStringLiteral("Only rows"));
        });
        QVERIFY(kept != actions.end());
        (*kept)->trigger();
        QCOMPARE(m_lines.last(), QStringLiteral("\n| where Message has \"failed\""));
        menu->close();
    }

    /// What is put on lines stands otherwise in the value itself: only what is in one text of it will do.
    void aPartOfJsonOnLinesGoesIntoTheQuery()
    {
        open(QStringLiteral("{\"a\":\"the disk\",\"b\":1}"), ColumnType::Dynamic);
        QTRY_VERIFY(view()->source());
        const QString lines = *view()->source();
        view()->select(lines.indexOf(QStringLiteral("disk")), 4);
        m_window->sendSelection(true);
        QCOMPARE(m_lines, QStringList(QStringLiteral("\n| where tostring(Message) has \"disk\"")));
        view()->select(lines.indexOf(QStringLiteral("\"a\"")), 6);
        m_window->sendSelection(true);
        QCOMPARE(m_lines.size(), 1);
        view()->select(lines.indexOf(QStringLiteral(": 1")), 3);
        m_window->sendSelection(true);
        QCOMPARE(m_lines.size(), 1);
    }

    /// Later chunks of a classic search can have columns that earlier ones are without.
    void aCellWithoutItsColumnIsEmpty()
    {
        WholeCellWindow window(WholeCell::of({QStringLiteral("Late"), ColumnType::Long}, CellRef()),
                               CellFormatter(), m_theme, m_icons);
        window.show();
        auto *text = window.findChild<WholeTextView *>();
        QTRY_VERIFY(text->source());
        QVERIFY(text->toPlainText().isEmpty());
    }

    /// KQL writes datetimes with all their digits.
    void aPartOfADatetimeIsNotOffered()
    {
        ColumnBuilder builder(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
        builder.appendInteger(unixEpochTicks);
        ChunkedTable table;
        table.append(Table({builder.build()}, 1));
        WholeCellWindow window(WholeCell::of(table.headers().constFirst(), table.cell(0, 0)), CellFormatter(),
                               m_theme, m_icons);
        QStringList lines;
        window.setAddLines([&lines](const QString &line) { lines << line; });
        window.show();
        auto *text = window.findChild<WholeTextView *>();
        QTRY_VERIFY(text->source());
        text->select(0, 4);
        window.sendSelection(true);
        QVERIFY(lines.isEmpty());
    }

    void whatOnlyLooksLikeJsonStandsAsItIs()
    {
        open(QStringLiteral("{not JSON}"));
        QTRY_VERIFY(view()->source());
        QCOMPARE(view()->toPlainText(), QStringLiteral("{not JSON}"));
    }

    void wrapsOrNot()
    {
        open(QString(900, u'x'));
        auto *wrap = m_window->findChild<QCheckBox *>();
        QCOMPARE(view()->lineWrapMode(), QPlainTextEdit::WidgetWidth);
        wrap->click();
        QCOMPARE(view()->lineWrapMode(), QPlainTextEdit::NoWrap);
    }

    void savesTheValue()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("value.txt"));
        open(QStringLiteral("one\r\n\u202Etwo"));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("one\r\n\u202Etwo"));
        // Where that cannot be, it is said.
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() == nullptr);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() != nullptr);
        emit m_window->findChild<QFileDialog *>()->fileSelected(
            folder.filePath(QStringLiteral("none/value.txt")));
        QTRY_VERIFY(m_window->findChild<QMessageBox *>() != nullptr);
        QVERIFY(!m_window->findChild<QMessageBox *>()->informativeText().isEmpty());
    }

    /// Closing it while it reads ends the reading, and breaks nothing.
    void closesWhileItReads()
    {
        open(QString(20'000'000, u'x'));
        m_window.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestWholeCellWindow)
#include "tst_wholecellwindow.moc"
