#include "stores/settingsstore.h"
#include "widgets/appearance.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QFontDatabase>
#include <QHeaderView>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <Qsci/qscilexer.h>

using namespace sonde;

/// Theme and fonts follow the settings in every window, and the text grows with keys and wheel.
class TestAppearance final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beginsAsTheSettingsSay();
    void settingsTakeEffectAtOnce();
    void aThemeForThisRunIsNotStored();
    void zoomsEditorTableAndDetails();
    void zoomEndsAtItsLimits();
    void resetIsTheSystemsSize();
    void wheelWithControlZooms();
    void fineWheelAddsUp();
    void plainWheelAndDialogsDoNot();
    void wheelInAFloatingDockZooms();
    void editorLeavesTheKeysToTheWindow();
    void familyThatIsNotInstalled();
    void cellsInTheEditorsFont();

private:
    void open();
    static void turn(QWidget *widget, int angle, Qt::KeyboardModifiers keys = Qt::ControlModifier);
    int editorSize() const { return m_editor->lexer()->font(0).pointSize(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<QMainWindow> m_window;
    Appearance *m_appearance = nullptr;
    QueryEditor *m_editor = nullptr;
    ResultsView *m_table = nullptr;
    RowDetailsDock *m_details = nullptr;
};

void TestAppearance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("s.ini")));
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestAppearance::cleanup()
{
    m_window.reset();
}

void TestAppearance::open()
{
    m_window = std::make_unique<QMainWindow>();
    m_appearance = new Appearance(*m_settings, *m_theme, m_window.get());
    m_editor = new QueryEditor(*m_theme, *m_icons);
    m_table = new ResultsView(*m_theme, *m_icons, m_window.get());
    m_details = new RowDetailsDock(*m_theme, *m_icons, m_window.get());
    m_window->setCentralWidget(m_editor);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_details);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestAppearance::turn(QWidget *widget, int angle, Qt::KeyboardModifiers keys)
{
    const QPointF at(widget->rect().center());
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, keys, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(widget, &event);
}

void TestAppearance::beginsAsTheSettingsSay()
{
    m_settings->set(settings::theme, ThemeChoice::Dark);
    m_settings->set(settings::fontSize, 17);
    open();
    QCOMPARE(m_theme->mode(), Theme::Mode::Dark);
    QCOMPARE(editorSize(), 17);
    QCOMPARE(m_table->font().pointSize(), 17);
}

void TestAppearance::settingsTakeEffectAtOnce()
{
    open();
    m_settings->set(settings::theme, ThemeChoice::Dark);
    QCOMPARE(m_theme->mode(), Theme::Mode::Dark);
    m_settings->set(settings::fontSize, 20);
    QCOMPARE(editorSize(), 20);
    QCOMPARE(m_table->font().pointSize(), 20);
    QCOMPARE(m_table->verticalHeader()->defaultSectionSize(), QFontMetrics(m_table->font()).height() + 6);
    QCOMPARE(m_details->findChild<QPlainTextEdit *>()->font().pointSize(), 20);
}

void TestAppearance::aThemeForThisRunIsNotStored()
{
    open();
    m_theme->setMode(Theme::Mode::Light); // as --theme does
    QCOMPARE(m_settings->get(settings::theme), ThemeChoice::System);
}

void TestAppearance::zoomsEditorTableAndDetails()
{
    m_settings->set(settings::fontSize, 12);
    open();
    QSignalSpy spy(m_appearance, &Appearance::zoomChanged);
    m_appearance->zoomIn();
    QCOMPARE(m_settings->get(settings::fontSize), 13);
    QCOMPARE(editorSize(), 13);
    QCOMPARE(m_table->font().pointSize(), 13);
    QVERIFY(m_appearance->isZoomed());
    m_appearance->zoomOut();
    m_appearance->zoomOut();
    QCOMPARE(m_settings->get(settings::fontSize), 11);
    QCOMPARE(spy.count(), 3);
}

void TestAppearance::zoomEndsAtItsLimits()
{
    m_settings->set(settings::fontSize, settings::fontSize.most - 1);
    open();
    QVERIFY(m_appearance->canZoomIn());
    m_appearance->zoomIn();
    QVERIFY(!m_appearance->canZoomIn());
    m_appearance->zoomIn();
    QCOMPARE(m_settings->get(settings::fontSize), settings::fontSize.most);
    m_settings->set(settings::fontSize, settings::fontSize.least);
    QVERIFY(!m_appearance->canZoomOut());
    m_appearance->zoomOut();
    QCOMPARE(m_settings->get(settings::fontSize), settings::fontSize.least);
}

void TestAppearance::resetIsTheSystemsSize()
{
    open();
    const int before = editorSize();
    const QFont table = m_table->font();
    QVERIFY(!m_appearance->isZoomed());
    m_appearance->zoomIn();
    QCOMPARE(editorSize(), QFontInfo(Theme::fixedFont()).pointSize() + 1);
    m_appearance->resetZoom();
    QCOMPARE(editorSize(), before);
    QCOMPARE(m_table->font(), table);
    QVERIFY(!m_appearance->isZoomed());
}

void TestAppearance::wheelWithControlZooms()
{
    m_settings->set(settings::fontSize, 12);
    open();
    turn(m_editor->viewport(), 120);
    QCOMPARE(m_settings->get(settings::fontSize), 13);
    turn(m_table->viewport(), -240);
    QCOMPARE(m_settings->get(settings::fontSize), 11);
    // QScintilla has a zoom of its own, on top of the font.
    QCOMPARE(m_editor->SendScintilla(QsciScintillaBase::SCI_GETZOOM), 0L);
    turn(m_details->findChild<QPlainTextEdit *>()->viewport(), 120);
    QCOMPARE(m_settings->get(settings::fontSize), 12);
}

void TestAppearance::fineWheelAddsUp()
{
    m_settings->set(settings::fontSize, 12);
    open();
    for (int i = 0; i < 3; ++i)
        turn(m_editor->viewport(), 30);
    QCOMPARE(m_settings->get(settings::fontSize), 12);
    turn(m_editor->viewport(), 30);
    QCOMPARE(m_settings->get(settings::fontSize), 13);
}

void TestAppearance::plainWheelAndDialogsDoNot()
{
    m_settings->set(settings::fontSize, 12);
    open();
    turn(m_editor->viewport(), 120, Qt::NoModifier);
    QDialog dialog(m_window.get());
    turn(&dialog, 120);
    QWidget other;
    turn(&other, 120);
    QCOMPARE(m_settings->get(settings::fontSize), 12);
}

void TestAppearance::wheelInAFloatingDockZooms()
{
    m_settings->set(settings::fontSize, 12);
    open();
    m_details->setFloating(true);
    turn(m_details->findChild<QPlainTextEdit *>()->viewport(), 120);
    QCOMPARE(m_settings->get(settings::fontSize), 13);
}

void TestAppearance::editorLeavesTheKeysToTheWindow()
{
    open();
    m_editor->setFocus();
    QTest::keyClick(m_editor, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_editor, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_editor, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_editor->SendScintilla(QsciScintillaBase::SCI_GETZOOM), 0L);
}

void TestAppearance::familyThatIsNotInstalled()
{
    m_settings->set(settings::fontFamily, QStringLiteral("No such font"));
    open();
    QCOMPARE(m_theme->editorFont().family(), Theme::fixedFont().family());
    QVERIFY(QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans")));
    m_settings->set(settings::fontFamily, QStringLiteral("DejaVu Sans"));
    QCOMPARE(m_editor->lexer()->font(0).family(), QStringLiteral("DejaVu Sans"));
}

void TestAppearance::cellsInTheEditorsFont()
{
    open();
    QCOMPARE(m_table->font().family(), QApplication::font(m_table).family());
    m_settings->set(settings::fixedCells, true);
    QCOMPARE(m_table->font().family(), Theme::fixedFont().family());
    m_settings->set(settings::fixedCells, false);
    QCOMPARE(m_table->font().family(), QApplication::font(m_table).family());
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
