#include "widgets/rowheader.h"

#include "models/resultsmodel.h"
#include "widgets/differencemark.h"
#include "widgets/severitymark.h"
#include "widgets/theme.h"

#include <QPainter>

namespace sonde {

namespace {

constexpr int margin = 4;
constexpr int edge = 3;

} // namespace

RowHeader::RowHeader(const ResultsModel &model, const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_model(model)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    // Its width depends on whether there are marks.
    const auto update = [this] {
        headerDataChanged(Qt::Vertical, 0, count() - 1); // or the width would be that of before
        emit geometriesChanged();
    };
    connect(&theme, &Theme::severityMarksChanged, this, update);
    connect(&theme, &Theme::changed, this, &RowHeader::updateColors);
    updateColors();
    connect(&model, &ResultsModel::marksChanged, this, update);
    connect(&model, &QAbstractItemModel::columnsInserted, this, update);
    connect(&model, &QAbstractItemModel::modelReset, this, update);
}

void RowHeader::updateColors()
{
    // Row numbers are there to be pointed at, not to be read.
    QPalette colors = palette();
    for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        colors.setColor(role, m_theme.color(ColorRole::MutedText));
    setPalette(colors);
}

bool RowHeader::hasSigns() const
{
    return m_model.marks().rows != nullptr;
}

bool RowHeader::hasSeverities() const
{
    return m_theme.showsSeverityMarks() && m_model.saysSeverity();
}

int RowHeader::markSide() const
{
    return fontMetrics().ascent() * 4 / 5;
}

QSize RowHeader::sectionSizeFromContents(int section) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(section);
    const int marks = (hasSigns() ? 1 : 0) + (hasSeverities() ? 1 : 0);
    return size + QSize(marks * (markSide() + margin) + (hasSigns() ? edge : 0), 0);
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    const int side = markSide();
    QRectF square(rect.left() + margin, rect.top() + (rect.height() - side) / 2.0, side, side);
    if (hasSigns()) {
        square.translate(edge, 0);
        const RowMarks::Sign sign = m_model.marks().sign;
        if (m_model.isMarked(section)) {
            drawDifference(*painter, square, sign, m_theme);
            // A sign is small; this is seen while the rows fly by.
            painter->fillRect(QRect(rect.topLeft(), QSize(edge, rect.height())),
                              differenceColor(sign, m_theme));
        }
        square.translate(side + margin, 0);
    }
    if (hasSeverities())
        drawSeverity(*painter, square, m_model.severity(section), m_theme);
}

} // namespace sonde
