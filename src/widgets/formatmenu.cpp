#include "widgets/formatmenu.h"

#include "models/resultsmodel.h"
#include "widgets/columnkeeper.h"
#include "widgets/resultsview.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace sonde {

namespace {

using Kind = ColumnFormat::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sonde::FormatMenu)
};

constexpr Ticks exampleAge = 3 * ticksPerMinute;

/// What stands beside the name of a format: a value that shows what it does.
Column exampleOf(ColumnType type)
{
    ColumnBuilder builder({}, type);
    switch (type) {
    case ColumnType::Real:
        builder.appendReal(1'234'567.891);
        break;
    case ColumnType::Decimal:
        builder.appendText("1234567.891");
        break;
    case ColumnType::TimeSpan:
        builder.appendInteger(72 * ticksPerMinute + 5 * ticksPerSecond);
        break;
    case ColumnType::DateTime:
        builder.appendInteger(unixEpochTicks);
        break;
    default:
        builder.appendInteger(1'234'567);
        break;
    }
    return builder.build();
}

/// The menu of one column's formats while it is filled.
class Filler
{
public:
    Filler(QMenu &menu, ColumnKeeper &keeper, int column, ColumnType type, const ColumnFormat &now)
        : m_menu(menu)
        , m_keeper(keeper)
        , m_column(column)
        , m_example(exampleOf(type))
        , m_now(now)
        , m_group(new QActionGroup(&menu))
    {}

    void fill()
    {
        add(Words::tr("&As it came"), {});
        const ColumnType type = m_example.type();
        if (type == ColumnType::Int || type == ColumnType::Long)
            add(Words::tr("&Thousands separators"), {Kind::Number, ColumnFormat::allDecimals, true});
        else if (type == ColumnType::Real || type == ColumnType::Decimal)
            addDecimals();
        addIfFits(Words::tr("&Hexadecimal"), Kind::Hexadecimal);
        addIfFits(Words::tr("&Bytes"), Kind::Bytes);
        addIfFits(Words::tr("Duration, of &milliseconds"), Kind::Milliseconds);
        addIfFits(Words::tr("Duration, of &seconds"), Kind::Seconds);
        addIfFits(Words::tr("&Duration"), Kind::Duration);
        addIfFits(Words::tr("&Seconds"), Kind::TotalSeconds);
        addIfFits(Words::tr("&Relative time"), Kind::Relative);
    }

private:
    QAction *addEntry(const QString &text, const ColumnFormat &format, const ColumnFormat &shown)
    {
        std::string example;
        const FormattedCells cells(shown, QLocale(), unixEpochTicks + exampleAge);
        const bool hasExample = cells.append(example, {&m_example, 0});
        QAction *action = m_menu.addAction(
            hasExample ? QString(text + u'\t' + QString::fromStdString(example)) : text, &m_keeper,
            [&keeper = m_keeper, column = m_column, format] { keeper.setFormat(column, format); });
        action->setCheckable(true);
        return action;
    }

    void add(const QString &text, const ColumnFormat &format)
    {
        QAction *action = addEntry(text, format, format);
        m_group->addAction(action);
        action->setChecked(format == m_now);
    }

    void addIfFits(const QString &text, Kind kind)
    {
        ColumnFormat format;
        format.kind = kind;
        if (format.fits(m_example.type()))
            add(text, format);
    }

    /// With or without thousands separators, as they are now.
    void addDecimals()
    {
        const bool isGrouped = m_now.kind == Kind::Number && m_now.isGrouped;
        for (const int decimals : offeredDecimals) {
            const ColumnFormat format{Kind::Number, decimals, isGrouped};
            add(u'&' + describeFormat({Kind::Number, decimals, false}), format);
        }
        m_menu.addSeparator();
        const ColumnFormat number = m_now.kind == Kind::Number ? m_now : ColumnFormat();
        QAction *action =
            addEntry(Words::tr("&Thousands separators"), {Kind::Number, number.decimals, !isGrouped},
                     {Kind::Number, number.decimals, true});
        action->setChecked(isGrouped);
        m_menu.addSeparator();
    }

    QMenu &m_menu;
    ColumnKeeper &m_keeper;
    int m_column;
    Column m_example;
    ColumnFormat m_now;
    QActionGroup *m_group;
};

} // namespace

void addFormatMenu(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column)
{
    const ResultsModel &model = view.resultsModel();
    const ColumnType type = model.rows().headers().at(column).type;
    if (!hasFormats(type))
        return;
    ColumnFormat now = model.columnFormat(view.columnName(column));
    if (!now.fits(type))
        now = {};
    Filler(*menu.addMenu(Words::tr("Dis&play as")), keeper, column, type, now).fill();
}

} // namespace sonde
