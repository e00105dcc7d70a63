#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "widgets/differencemark.h"
#include "widgets/icons.h"
#include "widgets/resultsview.h"
#include "widgets/severitymark.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace sonde;

namespace {

constexpr int side = 16;

/// What is drawn on the window's colour, as those who see no colours see it.
QImage drawn(Severity severity, const Theme &theme)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(theme.color(ColorRole::Window));
    QPainter painter(&image);
    drawSeverity(painter, QRectF(0, 0, side, side), severity, theme);
    return image;
}

QImage drawn(RowMarks::Sign sign, const Theme &theme)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(theme.color(ColorRole::Window));
    QPainter painter(&image);
    drawDifference(painter, QRectF(0, 0, side, side), sign, theme);
    return image;
}

/// The best contrast of any pixel with the ground.
double contrastOf(const QImage &image, const QColor &ground)
{
    double best = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            best = std::max(best, Theme::contrast(image.pixelColor(x, y), ground));
    }
    return best;
}

/// The share of pixels that are drawn in one of the two and not in the other.
double differenceOf(const QImage &one, const QImage &other, const QColor &ground)
{
    int differing = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const bool inOne = Theme::contrast(one.pixelColor(x, y), ground) > 2;
            const bool inOther = Theme::contrast(other.pixelColor(x, y), ground) > 2;
            differing += inOne != inOther ? 1 : 0;
        }
    }
    return differing / double(side * side);
}

constexpr std::array all{Severity::Critical, Severity::Error, Severity::Warning, Severity::Information,
                         Severity::Verbose};

/// Everything that can stand before a row, with its name.
std::vector<std::pair<QString, QImage>> everyMark(const Theme &theme)
{
    std::vector<std::pair<QString, QImage>> marks;
    for (const Severity severity : all)
        marks.emplace_back(severityName(severity), drawn(severity, theme));
    marks.emplace_back(QStringLiteral("Added"), drawn(RowMarks::Sign::Added, theme));
    marks.emplace_back(QStringLiteral("Missing"), drawn(RowMarks::Sign::Missing, theme));
    return marks;
}

} // namespace

class TestSeverityMark final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};

    void addThemes()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::addColumn<bool>("isHigh");
        for (const bool isHigh : {false, true}) {
            QTest::addRow("light%s", isHigh ? ", high contrast" : "") << Theme::Mode::Light << isHigh;
            QTest::addRow("dark%s", isHigh ? ", high contrast" : "") << Theme::Mode::Dark << isHigh;
        }
    }
    void take(Theme::Mode mode, bool isHigh)
    {
        m_theme.setMode(mode);
        m_theme.setContrastMode(isHigh ? Theme::ContrastMode::High : Theme::ContrastMode::Usual);
    }

private slots:
    void initTestCase() { m_theme.install(); }

    void marksStandOut_data() { addThemes(); }
    void marksStandOut()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(bool, isHigh);
        take(mode, isHigh);
        for (const auto &[name, mark] : everyMark(m_theme)) {
            const double contrast = contrastOf(mark, m_theme.color(ColorRole::Window));
            QVERIFY2(contrast >= (isHigh ? 4.5 : 3.0), qPrintable(name));
        }
        QCOMPARE(contrastOf(drawn(Severity::None, m_theme), m_theme.color(ColorRole::Window)), 1.0);
    }

    /// No two are told apart by their colour alone.
    void shapesDiffer_data() { addThemes(); }
    void shapesDiffer()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(bool, isHigh);
        take(mode, isHigh);
        const auto marks = everyMark(m_theme);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            for (std::size_t j = i + 1; j < marks.size(); ++j) {
                const double difference =
                    differenceOf(marks.at(i).second, marks.at(j).second, m_theme.color(ColorRole::Window));
                QVERIFY2(difference > 0.08, qPrintable(marks.at(i).first + u'/' + marks.at(j).first + u' ' +
                                                       QString::number(difference)));
            }
        }
    }

    void rowsAreMarkedOrNot()
    {
        take(Theme::Mode::Light, false);
        ResultsView view(m_theme, m_icons);
        ResultTable table(QStringLiteral("PrimaryResult"));
        view.resize(400, 200);
        view.setTable(&table);
        view.show();
        ColumnBuilder builder(QStringLiteral("Level"), ColumnType::String);
        builder.appendText("Error");
        builder.appendText("unknown");
        ResultChunk chunk;
        chunk.rows = Table({builder.build()}, 2);
        table.apply(chunk);
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto isMarked = [&](int row) {
            QHeaderView *header = view.verticalHeader();
            const QRect rect(0, header->sectionViewportPosition(row), header->width(),
                             header->sectionSize(row));
            const QImage image = header->viewport()->grab(rect).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == m_theme.color(ColorRole::Error))
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isMarked(0));
        QVERIFY(!isMarked(1));
        const int wide = view.verticalHeader()->width();
        m_theme.setSeverityMarks(false);
        QVERIFY(!isMarked(0));
        QTRY_VERIFY(view.verticalHeader()->width() < wide);
        m_theme.setSeverityMarks(true);
        QTRY_COMPARE(view.verticalHeader()->width(), wide);
        QVERIFY(isMarked(0));
    }
};

QTEST_MAIN(TestSeverityMark)
#include "tst_severitymark.moc"
