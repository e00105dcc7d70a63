#pragma once

#include <QHeaderView>

namespace sonde {

class ResultsModel;
class Theme;

/// The header before the rows: their numbers, and before these the signs of a comparison while there is one,
/// and the marks of their severity where the table says it and the theme is to show it.
class RowHeader final : public QHeaderView
{
    Q_OBJECT

public:
    /// \a model is the one of the view; \a theme outlives the header.
    RowHeader(const ResultsModel &model, const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    void updateColors();
    bool hasSigns() const;
    bool hasSeverities() const;
    int markSide() const;

    const ResultsModel &m_model;
    const Theme &m_theme;
};

} // namespace sonde
