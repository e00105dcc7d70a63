#include "widgets/columnfactsstrip.h"

#include "models/cellformatter.h"
#include "widgets/flowlayout.h"
#include "widgets/keeptranslated.h"

#include <QPushButton>

namespace sonde {

namespace {

constexpr qsizetype longestValue = 40;

} // namespace

ColumnFactsStrip::ColumnFactsStrip(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_icons(icons)
    , m_layout(new FlowLayout(8, this))
{
    m_layout->setContentsMargins(8, 4, 8, 4);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
    keepTranslated(this, [this] {
        setAccessibleName(tr("Columns that are left out"));
        say();
    });
}

void ColumnFactsStrip::setFacts(const QList<Fact> &facts, int emptyColumns)
{
    if (facts == m_facts && emptyColumns == m_emptyColumns)
        return;
    m_facts = facts;
    m_emptyColumns = emptyColumns;
    show();
}

QPushButton *ColumnFactsStrip::addChip()
{
    auto *chip =
        new QPushButton(m_icons.icon(QLatin1StringView("eye"), ColorRole::MutedText), QString(), this);
    chip->setAutoDefault(false);
    m_layout->addWidget(chip);
    m_chips.append(chip);
    chip->show();
    return chip;
}

void ColumnFactsStrip::show()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const Fact &fact : std::as_const(m_facts)) {
        connect(addChip(), &QPushButton::clicked, this,
                [this, column = fact.column] { emit columnWanted(column); });
    }
    if (m_emptyColumns > 0)
        connect(addChip(), &QPushButton::clicked, this, &ColumnFactsStrip::emptyColumnsWanted);
    say();
    setVisible(!m_chips.isEmpty());
    updateGeometry();
}

/// A change of the language goes from child to child: none may be deleted meanwhile.
void ColumnFactsStrip::say()
{
    for (int index = 0; index < m_chips.size(); ++index) {
        QPushButton &chip = *m_chips.at(index);
        if (index == m_facts.size()) {
            chip.setText(tr("%Ln empty columns", nullptr, m_emptyColumns));
            chip.setToolTip(tr("No row has a value there. Click to show them."));
            continue;
        }
        const Fact &fact = m_facts.at(index);
        const QString value = toSingleLine(fact.value.toStdString(), longestValue);
        //: %1: a column’s name; %2: the value that it has in every row
        const QString text = tr("%1: %2").arg(fact.name, value);
        chip.setText(QString(text).replace(u'&', QLatin1String("&&")));
        chip.setToolTip(tr("Every row has this value. Click to show the column."));
        //: %1: a column’s name; %2: the value that it has in every row
        chip.setAccessibleName(tr("Show the column %1, which is %2 in every row").arg(fact.name, value));
    }
}

} // namespace sonde
