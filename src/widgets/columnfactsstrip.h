#pragma once

#include "widgets/icons.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace sonde {

class FlowLayout;

/// The line above a table that says what is left out of it: columns with one value in every row, as that
/// value, and how many are empty. A click brings the column back. Hidden while nothing is left out.
class ColumnFactsStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnFactsStrip(const Icons &icons, QWidget *parent = nullptr);

    struct Fact
    {
        int column = 0;
        QString name;
        QString value;
        bool operator==(const Fact &) const = default;
    };
    void setFacts(const QList<Fact> &facts, int emptyColumns);

signals:
    void columnWanted(int column);
    void emptyColumnsWanted();

private:
    void show();
    void say();
    QPushButton *addChip();

    const Icons &m_icons;
    FlowLayout *m_layout;
    QList<Fact> m_facts;
    int m_emptyColumns = 0;
    QList<QPushButton *> m_chips;
};

} // namespace sonde
