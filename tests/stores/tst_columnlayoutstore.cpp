#include "stores/columnlayoutstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

ColumnLayout layoutOf(const QStringList &names)
{
    ColumnLayout layout;
    for (const QString &name : names)
        layout.columns.append({name, {}, 100, false, {}, false});
    return layout;
}

} // namespace

class TestColumnLayoutStore final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackFromTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/columns.json"));
        ColumnLayout layout;
        layout.columns = {
            {QStringLiteral("B"), QStringLiteral("The b"), 77, false, QStringLiteral("bytes"), false},
            {QStringLiteral("A"), {}, 0, true, {}, true}};
        layout.frozen = 1;
        layout.hidesSame = true;
        {
            ColumnLayoutStore store(path);
            QVERIFY(!store.find({QStringLiteral("A"), QStringLiteral("B")}));
            store.remember(layout);
        } // written by the end of it at the latest
        ColumnLayoutStore store(path);
        QCOMPARE(store.find({QStringLiteral("A"), QStringLiteral("B")}), layout); // in any order
        QVERIFY(!store.find({QStringLiteral("A")}));
        QVERIFY(!store.find({QStringLiteral("A"), QStringLiteral("A")}));
        store.forget({QStringLiteral("A"), QStringLiteral("B")});
        QVERIFY(store.write());
        QVERIFY(!ColumnLayoutStore(path).find({QStringLiteral("A"), QStringLiteral("B")}));
    }

    void theNewestIsKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("columns.json"));
        ColumnLayoutStore store(path);
        for (int number = 0; number <= ColumnLayoutStore::mostLayouts; ++number)
            store.remember(layoutOf({QString::number(number)}));
        QVERIFY(!store.find({QStringLiteral("0")}));
        QVERIFY(store.find({QStringLiteral("1")}));
        QVERIFY(store.find({QString::number(ColumnLayoutStore::mostLayouts)}));
    }

    void whatCannotBeReadIsNotThere()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("columns.json"));
        const QByteArrayList contents{
            "", "{", "[]", R"({"version": 2, "layouts": [{"columns": [{"name": "A"}]}]})",
            R"({"version": 1, "layouts": [7, {"columns": "A"}, {"columns": [{}]}]})"};
        for (const QByteArray &bytes : contents) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            file.close();
            QVERIFY(!ColumnLayoutStore(path).find({QStringLiteral("A")}));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"version": 1, "layouts": [{"frozen": 9, "columns": [{"name": "A", "width": -5}]}]})");
        file.close();
        const auto layout = ColumnLayoutStore(path).find({QStringLiteral("A")});
        QVERIFY(layout);
        QCOMPARE(layout->frozen, 1);
        QCOMPARE(layout->columns.first().width, 0);
        QCOMPARE(layout->columns.first().format, QString()); // files of earlier versions name none
        QVERIFY(!layout->columns.first().isAlphabetical);
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("columns.json"));
        QVERIFY(QDir().mkdir(path));
        ColumnLayoutStore store(path);
        store.remember(layoutOf({QStringLiteral("A")}));
        QVERIFY(!store.write());
        QVERIFY(store.find({QStringLiteral("A")})); // still in memory
    }
};

QTEST_GUILESS_MAIN(TestColumnLayoutStore)
#include "tst_columnlayoutstore.moc"
