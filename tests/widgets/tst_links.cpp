#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/linkquestion.h"
#include "widgets/resultsview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace sonde;

namespace {

const QString longAddress = QStringLiteral("https://example.com/") + QString(600, u'a');

ResultChunk chunkOf()
{
    ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
    text.appendText("https://example.com/path?a=1");
    text.appendText("\x1b\x1b\x1b\x1b");
    text.appendText(longAddress.toStdString());
    text.appendText("no link, file:///etc/passwd");
    ResultChunk chunk;
    chunk.rows = Table({text.build()}, 4);
    return chunk;
}

/// Takes what would be sent to the browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const char *scheme : {"http", "https", "file"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "take");
    }
    ~Browser() override
    {
        for (const char *scheme : {"http", "https", "file"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    QList<QUrl> opened;

public slots:
    void take(const QUrl &url) { opened << url; }
};

} // namespace

class TestLinks final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<ResultsView> m_view;
    std::unique_ptr<ResultTable> m_table;
    std::unique_ptr<Browser> m_browser;

    LinkQuestion *question() const { return m_view->findChild<LinkQuestion *>(); }
    QPushButton *button(const QString &text) const
    {
        const auto all = question()->findChildren<QPushButton *>();
        const auto found = std::find_if(all.begin(), all.end(), [&text](const QPushButton *candidate) {
            return candidate->text().remove(u'&') == text;
        });
        return found == all.end() ? nullptr : *found;
    }
    QPoint inCell(int row) const
    {
        const QRect rect = m_view->visualRect(m_view->model()->index(row, 0));
        return {rect.left() + 40, rect.center().y()};
    }
    void click(int row, Qt::KeyboardModifiers modifiers)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, inCell(row));
    }
    void move(int row, Qt::KeyboardModifiers modifiers)
    {
        const QPoint at = inCell(row);
        QMouseEvent event(QEvent::MouseMove, at, m_view->viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::NoButton, modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    static QStringList notes(const QString &address)
    {
        const LinkQuestion asked{QUrl(address)};
        QStringList texts;
        for (const QLabel *label : asked.findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }

private slots:
    void initTestCase() { m_theme.install(); }
    void init()
    {
        m_browser = std::make_unique<Browser>();
        m_view = std::make_unique<ResultsView>(m_theme, m_icons);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_view->resize(700, 300);
        m_view->setTable(m_table.get());
        m_table->apply(chunkOf());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_table.reset();
        m_browser.reset();
    }

    void aClickAloneOpensNothing()
    {
        click(0, Qt::NoModifier);
        QVERIFY(question() == nullptr);
        QCOMPARE(m_view->currentIndex().row(), 0);
        click(3, Qt::ControlModifier);
        QVERIFY(question() == nullptr);
        click(1, Qt::ControlModifier);
        QVERIFY(question() == nullptr);
    }

    void asksBeforeItOpens()
    {
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        click(0, Qt::ControlModifier);
        QVERIFY(question() != nullptr);
        QCOMPARE(m_view->currentIndex().row(), 1); // the click was for the link
        QVERIFY(m_browser->opened.isEmpty());
        QCOMPARE(question()->findChild<QTextEdit *>()->toPlainText(),
                 QStringLiteral("https://example.com/path?a=1"));
        QVERIFY(button(QStringLiteral("Cancel"))->isDefault());
        QTRY_VERIFY(button(QStringLiteral("Cancel"))->hasFocus());
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(m_browser->opened.isEmpty());
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        click(0, Qt::ControlModifier);
        button(QStringLiteral("Open in the browser"))->click();
        QCOMPARE(m_browser->opened, QList<QUrl>{QUrl(QStringLiteral("https://example.com/path?a=1"))});
        QTRY_VERIFY(question() == nullptr);
    }

    void anAddressThatIsCutOnTheScreenIsOpenedWhole()
    {
        click(2, Qt::ControlModifier);
        QVERIFY(question() != nullptr);
        QCOMPARE(question()->findChild<QTextEdit *>()->toPlainText(), longAddress);
    }

    void noOtherSchemeIsOpened()
    {
        for (const char *address :
             {"file:///etc/passwd", "javascript:alert(1)", "ms-settings:x", "https:///a"})
            LinkQuestion::ask(QUrl(QString::fromLatin1(address)), m_view.get());
        QVERIFY(question() == nullptr);
        QVERIFY(m_browser->opened.isEmpty());
    }

    void thePointerSaysSo()
    {
        move(0, Qt::NoModifier);
        QVERIFY(m_view->viewport()->cursor().shape() != Qt::PointingHandCursor);
        move(0, Qt::ControlModifier);
        QCOMPARE(m_view->viewport()->cursor().shape(), Qt::PointingHandCursor);
        move(3, Qt::ControlModifier);
        QVERIFY(m_view->viewport()->cursor().shape() != Qt::PointingHandCursor);
        move(0, Qt::ControlModifier);
        QTest::keyRelease(m_view.get(), Qt::Key_Control);
        QVERIFY(m_view->viewport()->cursor().shape() != Qt::PointingHandCursor);
    }

    void saysWhatIsOddAboutAnAddress()
    {
        QCOMPARE(notes(QStringLiteral("https://example.com/")).filter(QStringLiteral("example.com")).size(),
                 1);
        const QStringList fake = notes(QStringLiteral("https://\u0430\u0440\u0440le.com/"));
        QCOMPARE(fake.filter(QStringLiteral("xn--le-6kc8da.com")).size(), 1);
        QCOMPARE(fake.filter(QStringLiteral("\u0430\u0440\u0440le.com")).size(), 1);
        QCOMPARE(notes(QStringLiteral("https://portal.azure.com@evil.example/"))
                     .filter(QStringLiteral("before the @"))
                     .size(),
                 1);
        QCOMPARE(notes(QStringLiteral("http://a.nl/")).filter(QStringLiteral("not encrypted")).size(), 1);
        QCOMPARE(notes(QStringLiteral("https://a.nl/")).filter(QStringLiteral("not encrypted")).size(), 0);
    }

    /// The host stands out, and not what only looks like it.
    void theHostStandsOut()
    {
        const LinkQuestion asked{QUrl(QStringLiteral("https://evil.example@evil.example:8080/evil.example"))};
        const auto *view = asked.findChild<QTextEdit *>();
        QTextCursor cursor(view->document());
        QString bold;
        for (int at = 1; at < view->document()->characterCount(); ++at) {
            cursor.setPosition(at);
            if (cursor.charFormat().fontWeight() == QFont::Bold)
                bold += view->document()->characterAt(at - 1);
        }
        QCOMPARE(bold, QStringLiteral("evil.example"));
        QVERIFY(view->toPlainText().startsWith(QStringLiteral("https://evil.example@evil.example:8080/")));
    }

    void theKeyboardReachesLinks()
    {
        QMenu menu;
        LinkQuestion::addTo(menu, linksIn(QStringLiteral("https://a.nl https://b.nl/?a&b https://a.nl")),
                            m_view.get());
        QCOMPARE(menu.actions().size(), 1);
        QCOMPARE(menu.actions().constFirst()->menu()->actions().size(), 2);
        menu.clear();
        LinkQuestion::addTo(menu, {}, m_view.get());
        QVERIFY(!menu.actions().constFirst()->isEnabled());
        menu.clear();
        LinkQuestion::addTo(menu, {QUrl(QStringLiteral("https://a.nl"))}, m_view.get());
        menu.actions().constFirst()->trigger();
        QVERIFY(question() != nullptr);
    }

    /// What cannot be seen is shown in the muted colour, on a cell that is not selected.
    void hiddenCharactersAreMuted()
    {
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        const QRect rect = m_view->visualRect(m_view->model()->index(1, 0)).adjusted(1, 2, -1, -2);
        const QImage image = m_view->viewport()->grab(rect).toImage();
        const QColor muted = m_theme.color(ColorRole::MutedText);
        const QColor text = m_theme.color(ColorRole::Text);
        int darkest = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                darkest = std::min(darkest, image.pixelColor(x, y).green());
        }
        QVERIFY2(darkest >= muted.green() - 2, qPrintable(QString::number(darkest)));
        QVERIFY(darkest < muted.green() + 60); // something is drawn
        QVERIFY(text.green() < muted.green() - 10);
    }

    void fieldsOfARecordHaveLinksToo()
    {
        FieldTree tree(FieldTree::Shows::Record, m_theme, m_icons);
        tree.resize(600, 300);
        tree.showRecord(m_table->rows(), 0);
        tree.show();
        QVERIFY(QTest::qWaitForWindowActive(&tree));
        const QRect rect = tree.visualRect(tree.model()->index(0, 1));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, Qt::ControlModifier,
                          {rect.left() + 40, rect.center().y()});
        auto *asked = tree.findChild<LinkQuestion *>();
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->findChild<QTextEdit *>()->toPlainText(),
                 QStringLiteral("https://example.com/path?a=1"));
        tree.setCurrentIndex(tree.model()->index(0, 0));
        QCOMPARE(tree.currentLinks().size(), 1);
    }
};

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
