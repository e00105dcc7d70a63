#include "widgets/rowdetailsdock.h"

#include "models/rowdetailsmodel.h"
#include "widgets/fieldsearch.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/theme.h"
#include "widgets/wholetextview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;

namespace {

/// Rows with a computer, a hole and JSON; in the second row the JSON lacks a field.
ChunkedTable records()
{
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder hole(QStringLiteral("Hole"), ColumnType::Long);
    ColumnBuilder properties(QStringLiteral("Properties"), ColumnType::Dynamic);
    ColumnBuilder last(QStringLiteral("Last"), ColumnType::String);
    for (int row = 0; row < 3; ++row) {
        computer.appendText("web0" + std::to_string(row));
        if (row == 2)
            hole.appendInteger(7);
        else
            hole.appendNull();
        properties.appendText(row == 1 ? R"({"request": {"method": "GET"}})"
                                       : R"({"request": {"x-id": ["needle"], "method": "GET"}, "n": 1})");
        last.appendText(std::string(2000, 'a') + "\nneedle");
    }
    ChunkedTable table;
    table.append(Table({computer.build(), hole.build(), properties.build(), last.build()}, 3));
    return table;
}

const FieldPath idPath{2,
                       {{FieldStep::Kind::Field, QStringLiteral("request"), 0},
                        {FieldStep::Kind::Field, QStringLiteral("x-id"), 0},
                        {FieldStep::Kind::Element, {}, 0}}};

} // namespace

class TestRowDetailsDock final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QMainWindow> m_window;
    RowDetailsDock *m_dock = nullptr;

    FieldTree &tree() const { return m_dock->tree(); }
    QLineEdit *searchField() const { return m_dock->search().findChild<QLineEdit *>(); }
    QString count() const { return m_dock->search().findChild<QLabel *>()->text(); }
    QToolButton *button(const QString &name) const
    {
        const auto all = m_dock->findChildren<QToolButton *>();
        const auto found = std::find_if(all.begin(), all.end(), [&name](const QToolButton *candidate) {
            return candidate->accessibleName() == name;
        });
        return found == all.end() ? nullptr : *found;
    }
    void show(std::size_t row, const QString &column)
    {
        m_dock->showRecord(records(), row, column, static_cast<qint64>(row), 3);
    }
    QString currentName() const
    {
        return tree().currentIndex().siblingAtColumn(RowDetailsModel::NameColumn).data().toString();
    }

private slots:
    void init()
    {
        m_window = std::make_unique<QMainWindow>();
        m_dock = new RowDetailsDock(m_theme, m_icons, m_window.get());
        m_window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
        m_window->resize(600, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        show(0, QStringLiteral("Computer"));
        tree().setFocus();
    }
    void cleanup() { m_window.reset(); }

    void showsWhichRowItIs()
    {
        const auto isSaid = [this](const QString &text) {
            const auto labels = m_dock->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&text](const QLabel *label) { return label->text() == text; });
        };
        QVERIFY(isSaid(QStringLiteral("Row 1 of 3")));
        QVERIFY(!button(QStringLiteral("Previous row"))->isEnabled());
        QSignalSpy steps(m_dock, &RowDetailsDock::stepRequested);
        QTest::keyClick(&tree(), Qt::Key_PageDown);
        button(QStringLiteral("Next row"))->click();
        QTest::keyClick(&tree(), Qt::Key_PageUp);
        QCOMPARE(steps.count(), 3);
        QCOMPARE(steps.at(0).first().toInt(), 1);
        QCOMPARE(steps.at(2).first().toInt(), -1);
        show(2, QStringLiteral("Computer"));
        QVERIFY(isSaid(QStringLiteral("Row 3 of 3")));
        QVERIFY(!button(QStringLiteral("Next row"))->isEnabled());
    }

    void theFieldStaysFromRowToRow()
    {
        tree().goTo({2, 0}, nullptr);
        QTest::keyClick(&tree(), Qt::Key_Right); // unfolds it
        tree().setCurrentIndex(tree().fields().find(idPath));
        QCOMPARE(tree().currentPath(), idPath);
        show(2, QStringLiteral("Computer"));
        QCOMPARE(tree().currentPath(), idPath);
        QCOMPARE(tree().currentText(), QStringLiteral("needle"));
        // Where it is missing, what it would be in is current, and what was unfolded is so.
        show(1, QStringLiteral("Computer"));
        QCOMPARE(currentName(), QStringLiteral("request"));
        QVERIFY(tree().isExpanded(tree().fields().find(2)));
        // Another column in the table is another field here.
        show(1, QStringLiteral("Last"));
        QCOMPARE(currentName(), QStringLiteral("Last"));
    }

    void copiesValueAndPath()
    {
        tree().setCurrentIndex(tree().fields().find(idPath));
        m_dock->copyValue();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("needle"));
        tree().copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Properties.request[\"x-id\"][0]"));
        tree().copyName();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("[0]"));
    }

    void asksForRowsWithTheValue()
    {
        QSignalSpy filters(m_dock, &RowDetailsDock::filterRequested);
        tree().setCurrentIndex(tree().fields().find(idPath));
        QVERIFY(tree().canFilter());
        m_dock->filter(false);
        QCOMPARE(filters.count(), 1);
        QCOMPARE(filters.first().at(0).value<FieldPath>(), idPath);
        QCOMPARE(filters.first().at(1).toBool(), false);
        tree().setCurrentIndex(tree().currentIndex().parent());
        QVERIFY(!tree().canFilter()); // a list is no value to compare
    }

    void searchesNamesAndValues()
    {
        m_dock->search().open();
        QVERIFY(searchField()->hasFocus());
        QTest::keyClicks(searchField(), QStringLiteral("NEEDLE"));
        QTRY_COMPARE(count(), QStringLiteral("1 of 2"));
        QCOMPARE(tree().currentPath(), idPath); // and all that it is in was unfolded
        QVERIFY(tree().isExpanded(tree().currentIndex().parent()));
        QVERIFY(tree().viewport()->rect().contains(tree().visualRect(tree().currentIndex()).center()));
        QTest::keyClick(searchField(), Qt::Key_Return);
        QCOMPARE(count(), QStringLiteral("2 of 2"));
        QCOMPARE(currentName(), QStringLiteral("Last"));
        m_dock->search().findNext();
        QCOMPARE(count(), QStringLiteral("1 of 2")); // from the beginning again
        m_dock->search().findPrevious();
        QCOMPARE(currentName(), QStringLiteral("Last"));
        // In the next row it is looked for again, and the field stays.
        show(1, QStringLiteral("Computer"));
        QTRY_COMPARE(count(), QStringLiteral("1 found"));
        QCOMPARE(currentName(), QStringLiteral("Last"));
        QTest::keyClick(searchField(), Qt::Key_Escape);
        QVERIFY(searchField()->text().isEmpty());
        QVERIFY(count().isEmpty());
        QTest::keyClicks(searchField(), QStringLiteral("nowhere"));
        QTRY_COMPARE(count(), QStringLiteral("Not found"));
    }

    void unfoldsAndFoldsAll()
    {
        QTest::keyClick(&tree(), Qt::Key_Asterisk);
        QVERIFY(tree().isExpanded(tree().fields().find(idPath).parent()));
        button(QStringLiteral("Fold all"))->click();
        QVERIFY(!tree().isExpanded(tree().fields().find(2)));
        button(QStringLiteral("Unfold all"))->click();
        QVERIFY(tree().isExpanded(tree().fields().find(idPath).parent()));
    }

    void hidesEmptyFields()
    {
        tree().goToColumn(2);
        button(QStringLiteral("Hide empty fields"))->setChecked(true);
        QCOMPARE(tree().fields().rowCount(), 3);
        QCOMPARE(currentName(), QStringLiteral("Properties"));
        show(2, QStringLiteral("Computer"));
        QCOMPARE(tree().fields().rowCount(), 4);
        button(QStringLiteral("Hide empty fields"))->setChecked(false);
        show(0, QStringLiteral("Computer"));
        QCOMPARE(tree().fields().rowCount(), 4);
    }

    void longValuesAreWrappedAndCut()
    {
        const auto heightOf = [this](int column) {
            return tree().visualRect(tree().fields().find(column)).height();
        };
        const int line = heightOf(0);
        const int tall = heightOf(3);
        QVERIFY(tall > 5 * line);
        QVERIFY(tall < 13 * line);
        // A click on what stands behind the end shows all of it.
        QSignalSpy whole(m_dock, &RowDetailsDock::wholeRequested);
        const QRect shown =
            tree().visualRect(tree().fields().find(3).siblingAtColumn(RowDetailsModel::ValueColumn));
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, shown.bottomLeft() + QPoint(12, -8));
        QCOMPARE(whole.count(), 1);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, shown.topLeft() + QPoint(12, 8));
        QCOMPARE(whole.count(), 1);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(whole.count(), 2);
        // Wider, it takes fewer lines.
        m_window->resize(1500, 700);
        m_window->resizeDocks({m_dock}, {1400}, Qt::Horizontal);
        QTRY_VERIFY(heightOf(3) < tall);
        // Below it stands all of it, and what is copied there is the text itself.
        tree().goToColumn(3);
        auto *value = m_dock->findChild<WholeTextView *>();
        QTRY_VERIFY(value->toPlainText().endsWith(QStringLiteral("needle")));
        value->setFocus();
        value->selectAll();
        m_dock->copyValue();
        QCOMPARE(QApplication::clipboard()->text(), QString(QString(2000, u'a') + u"\nneedle"));
    }
};

QTEST_MAIN(TestRowDetailsDock)
#include "tst_rowdetailsdock.moc"
