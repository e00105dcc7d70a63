#include "results/resultset.h"
#include "support/fakewindowservices.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/zonedialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

namespace {

const QDateTime winter = QDateTime::fromString(QStringLiteral("2026-01-15T12:00:00Z"), Qt::ISODate);

/// One row: 2026-11-22 20:00 UTC.
std::unique_ptr<ResultSet> oneRow()
{
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    time.appendInteger(*parseIsoDateTime("2026-11-22T20:00:00Z"));
    ResultChunk chunk;
    chunk.rows = Table({time.build()}, 1);
    auto result = std::make_unique<ResultSet>();
    result->apply(chunk);
    return result;
}

QString headerOf(const ResultsPane &pane)
{
    return pane.currentView()->model()->headerData(0, Qt::Horizontal).toString();
}

QString cellOf(const ResultsPane &pane)
{
    return pane.currentView()->model()->index(0, 0).data().toString();
}

} // namespace

class TestZone final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeWindowServices m_fakes{m_folder.path()};

private slots:
    void aTabHasAZoneOfItsOwn()
    {
        QueryPage page(m_fakes.services());
        ResultsPane &pane = page.pane();
        pane.setResult(oneRow());
        QCOMPARE(headerOf(pane), QStringLiteral("TimeGenerated (UTC)"));
        QCOMPARE(cellOf(pane), QStringLiteral("2026-11-22 20:00:00.000"));
        QSignalSpy changed(&pane, &ResultsPane::zoneChanged);
        pane.setOwnZone("America/New_York");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(headerOf(pane), QStringLiteral("TimeGenerated (New York)"));
        QCOMPARE(cellOf(pane), QStringLiteral("2026-11-22 15:00:00.000"));
        QVERIFY(pane.currentView()
                    ->model()
                    ->headerData(0, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .endsWith(QLatin1String("shown in America/New_York")));
        // The window's own time does not matter while the tab has one.
        page.setFormatter(CellFormatter(QTimeZone("Asia/Kolkata")));
        QCOMPARE(cellOf(pane), QStringLiteral("2026-11-22 15:00:00.000"));
        pane.setResult(oneRow());
        QCOMPARE(cellOf(pane), QStringLiteral("2026-11-22 15:00:00.000"));

        // It comes back with the tab.
        const auto draft = draftFromJson(toJson([&page] {
            Draft kept = page.draft();
            kept.id = newDraftId();
            return kept;
        }()));
        QueryPage again(m_fakes.services());
        again.restore(*draft);
        QCOMPARE(again.pane().ownZone(), QByteArray("America/New_York"));

        pane.setOwnZone({});
        QCOMPARE(headerOf(pane), QStringLiteral("TimeGenerated (Kolkata)"));
        QCOMPARE(cellOf(pane), QStringLiteral("2026-11-23 01:30:00.000"));
    }

    void aZoneThatIsNotThereIsAsEverywhere()
    {
        QueryPage page(m_fakes.services());
        page.pane().setResult(oneRow());
        page.pane().setOwnZone("Europe/Atlantis");
        QCOMPARE(headerOf(page.pane()), QStringLiteral("TimeGenerated (UTC)"));
    }

    void theDialogFindsACity()
    {
        ZoneDialog dialog(m_fakes.icons, {}, QStringLiteral("UTC"), winter);
        QSignalSpy chosen(&dialog, &ZoneDialog::zoneChosen);
        auto *list = dialog.findChild<QTreeWidget *>();
        auto *search = dialog.findChild<QLineEdit *>();
        QVERIFY(list->topLevelItemCount() > 300);
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("As everywhere (UTC)"));
        QTest::keyClicks(search, QStringLiteral("amsterd"));
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("Europe/Amsterdam"));
        QCOMPARE(list->currentItem()->text(1), QStringLiteral("UTC+01:00"));
        QTest::keyClick(search, Qt::Key_Return);
        dialog.accept();
        QCOMPARE(chosen.value(0).value(0).toByteArray(), QByteArray("Europe/Amsterdam"));
    }

    void theDialogBeginsAtTheZone()
    {
        ZoneDialog dialog(m_fakes.icons, "Asia/Kathmandu", QStringLiteral("UTC"), winter);
        auto *list = dialog.findChild<QTreeWidget *>();
        QCOMPARE(list->currentItem()->text(1), QStringLiteral("UTC+05:45"));
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Down);
        QVERIFY(list->currentItem()->text(0) > QLatin1String("Asia/Kathmandu"));
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("nowhere at all"));
        QSignalSpy chosen(&dialog, &ZoneDialog::zoneChosen);
        dialog.accept();
        QCOMPARE(chosen.count(), 0);
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("as every"));
        dialog.accept();
        QCOMPARE(chosen.value(0).value(0).toByteArray(), QByteArray());
    }
};

QTEST_MAIN(TestZone)
#include "tst_zone.moc"
