#include "widgets/messagebar.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;

class TestMessageBar final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void hiddenAtFirst();
    void showsTwoSentences();
    void buttons_data();
    void buttons();
    void anyMessageHasAtMostTwoButtons();
    void detailsExpandAndAreCopied();
    void detailsHoldWhatAServiceDeskAsksFor();
    void rawAnswerIsCutAt64KiB();
    void levelsHaveShapes();
    void markupIsText();
    void closes();
    void newMessageFoldsTheDetails();
    void isReadOutWhole();
    void wrapsAtSmallWidths();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_bar->findChild<Widget *>(QLatin1String(name));
    }
    static Error sampleError();

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
};

Error TestMessageBar::sampleError()
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = QStringLiteral("The service stopped the query after 180 seconds.");
    error.advice = QStringLiteral("Raise the limit or choose a shorter time range.");
    error.detail = QStringLiteral("Gateway timeout");
    error.httpStatus = 504;
    error.serviceCode = QStringLiteral("GatewayTimeout");
    error.correlationId = QStringLiteral("11111111-2222-4333-8444-555555555555");
    error.position = TextPosition{2, 4};
    error.rawAnswer = "{\"error\":{}}";
    error.remedy = Remedy::RaiseServerTimeout;
    return error;
}

void TestMessageBar::initTestCase()
{
    m_theme.setMode(Theme::Mode::Light);
    m_theme.install();
}

void TestMessageBar::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 500);
    m_bar = new MessageBar(m_theme, m_icons, m_window.get());
    m_bar->setGeometry(0, 0, 800, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMessageBar::cleanup()
{
    m_window.reset();
}

void TestMessageBar::hiddenAtFirst()
{
    QVERIFY(!m_bar->isVisible());
}

void TestMessageBar::showsTwoSentences()
{
    const Error error = sampleError();
    m_bar->showError(error);
    QVERIFY(m_bar->isVisible());
    QCOMPARE(m_bar->level(), MessageBar::Level::Error);
    QCOMPARE(m_bar->message(), error.message);
    QCOMPARE(m_bar->advice(), error.advice);
    auto *message = part<QLabel>("message");
    QVERIFY(message->font().bold());
    QVERIFY(message->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    m_bar->showMessage(MessageBar::Level::Info, QStringLiteral("Done."));
    QVERIFY(!part<QLabel>("advice")->isVisible());
    QVERIFY(!part<QToolButton>("details")->isVisible());
}

void TestMessageBar::buttons_data()
{
    QTest::addColumn<Remedy>("remedy");
    QTest::addColumn<QList<Remedy>>("shown");
    QTest::newRow("none") << Remedy::None << QList<Remedy>{};
    QTest::newRow("again") << Remedy::RunAgain << QList<Remedy>{Remedy::RunAgain};
    QTest::newRow("limit") << Remedy::RaiseServerTimeout
                           << QList<Remedy>{Remedy::RaiseServerTimeout, Remedy::RunAgain};
    QTest::newRow("kql") << Remedy::RunAsKql << QList<Remedy>{Remedy::RunAsKql};
    QTest::newRow("connection") << Remedy::EditConnection
                                << QList<Remedy>{Remedy::EditConnection, Remedy::RunAgain};
}

void TestMessageBar::buttons()
{
    QFETCH(Remedy, remedy);
    QFETCH(QList<Remedy>, shown);
    Error error = sampleError();
    error.remedy = remedy;
    m_bar->showError(error);
    QSignalSpy chosen(m_bar, &MessageBar::remedyChosen);
    const QList<QPushButton *> buttons{part<QPushButton>("firstRemedy"), part<QPushButton>("secondRemedy")};
    for (int i = 0; i < buttons.size(); ++i) {
        QCOMPARE(buttons.at(i)->isVisible(), i < shown.size());
        if (i >= shown.size())
            continue;
        QVERIFY(!buttons.at(i)->text().isEmpty());
        QTest::mouseClick(buttons.at(i), Qt::LeftButton);
        QCOMPARE(chosen.takeLast().at(0).value<Remedy>(), shown.at(i));
    }
}

void TestMessageBar::anyMessageHasAtMostTwoButtons()
{
    m_bar->showMessage(MessageBar::Level::Warning, QStringLiteral("A."), {}, {},
                       {Remedy::None, Remedy::RunAsKql, Remedy::RunAgain, Remedy::EditConnection});
    QCOMPARE(part<QPushButton>("firstRemedy")->text(), MessageBar::remedyText(Remedy::RunAsKql));
    QCOMPARE(part<QPushButton>("secondRemedy")->text(), MessageBar::remedyText(Remedy::RunAgain));
}

void TestMessageBar::detailsExpandAndAreCopied()
{
    m_bar->showError(sampleError());
    auto *text = part<QPlainTextEdit>("detailsText");
    QVERIFY(!text->isVisible());
    QTest::mouseClick(part<QToolButton>("details"), Qt::LeftButton);
    QVERIFY(text->isVisible());
    QVERIFY(text->isReadOnly());
    QTest::mouseClick(part<QPushButton>("copy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_bar->details());
    QTest::mouseClick(part<QToolButton>("details"), Qt::LeftButton);
    QVERIFY(!text->isVisible());
}

void TestMessageBar::detailsHoldWhatAServiceDeskAsksFor()
{
    const Error error = sampleError();
    const QString details = MessageBar::detailsOf(error);
    QVERIFY(details.contains(error.serviceCode));
    QVERIFY(details.contains(QLatin1String("504")));
    QVERIFY(details.contains(error.correlationId));
    QVERIFY(details.contains(QLatin1String("line 2, column 5"))); // columns count from 0 inside
    QVERIFY(details.contains(error.detail));
    QVERIFY(details.contains(QString::fromUtf8(error.rawAnswer)));
    QVERIFY(MessageBar::detailsOf(Error()).isEmpty());
}

void TestMessageBar::rawAnswerIsCutAt64KiB()
{
    Error error;
    error.rawAnswer = QByteArray(100 * 1024, 'x') + QByteArray(1, '\0');
    QCOMPARE(MessageBar::detailsOf(error).count(QLatin1Char('x')), 64 * 1024);
    error.rawAnswer = QByteArray("a\0b", 3);
    QVERIFY(MessageBar::detailsOf(error).contains(QStringLiteral("a\uFFFDb")));
}

void TestMessageBar::levelsHaveShapes()
{
    QList<QImage> icons;
    for (const auto level : {MessageBar::Level::Error, MessageBar::Level::Warning, MessageBar::Level::Info}) {
        m_bar->showMessage(level, QStringLiteral("A message."));
        const QList<QLabel *> labels = m_bar->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->pixmap(Qt::ReturnByValue).isNull())
                icons << label->pixmap(Qt::ReturnByValue).toImage().convertToFormat(QImage::Format_Alpha8);
        }
        QVERIFY(!m_bar->accessibleName().isEmpty());
    }
    QCOMPARE(icons.size(), 3);
    // Without their colours they still differ.
    QVERIFY(icons.at(0) != icons.at(1));
    QVERIFY(icons.at(1) != icons.at(2));
    QVERIFY(icons.at(0) != icons.at(2));
}

void TestMessageBar::markupIsText()
{
    m_bar->showMessage(MessageBar::Level::Error, QStringLiteral("<b>x</b><img src='http://example.com/'>"));
    QCOMPARE(part<QLabel>("message")->textFormat(), Qt::PlainText);
    QCOMPARE(part<QLabel>("advice")->textFormat(), Qt::PlainText);
}

void TestMessageBar::closes()
{
    QSignalSpy closed(m_bar, &MessageBar::closed);
    m_bar->showError(sampleError());
    m_bar->clear();
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(closed.count(), 0);
    m_bar->showError(sampleError());
    auto *button = part<QToolButton>("close");
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(closed.count(), 1);
}

void TestMessageBar::newMessageFoldsTheDetails()
{
    m_bar->showError(sampleError());
    part<QToolButton>("details")->setChecked(true);
    m_bar->showError(sampleError());
    QVERIFY(!part<QPlainTextEdit>("detailsText")->isVisible());
}

void TestMessageBar::isReadOutWhole()
{
    // What a screen reader reads out when the alert comes.
    m_bar->showError(sampleError());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_bar);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Notification);
    const QString name = interface->text(QAccessible::Name);
    QVERIFY(name.startsWith(QStringLiteral("Error: ")));
    QVERIFY(name.contains(sampleError().message));
    QVERIFY(name.contains(sampleError().advice));
}

void TestMessageBar::wrapsAtSmallWidths()
{
    Error error = sampleError();
    error.message += error.message + error.message;
    m_bar->showError(error);
    QVERIFY(m_bar->minimumSizeHint().width() <= 480);
    QVERIFY(m_bar->heightForWidth(400) > m_bar->heightForWidth(1200));
}

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
