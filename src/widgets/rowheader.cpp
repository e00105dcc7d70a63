#include "widgets/rowheader.h"

#include "models/resultsmodel.h"
#include "widgets/severitymark.h"
#include "widgets/theme.h"

#include <QPainter>

namespace sonde {

namespace {

constexpr int margin = 4;

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

bool RowHeader::hasMarks() const
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
    return hasMarks() ? size + QSize(markSide() + margin, 0) : size;
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    if (!hasMarks())
        return;
    const int side = markSide();
    const QRectF square(rect.left() + margin, rect.top() + (rect.height() - side) / 2.0, side, side);
    drawSeverity(*painter, square, m_model.severity(section), m_theme);
}

} // namespace sonde
