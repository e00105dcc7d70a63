#include "models/resultsmodel.h"

// What a view is told of cells and columns; the rows themselves are resultsmodel.cpp's.

namespace sonde {

namespace {

/// A tooltip longer than this covers what one wants to read.
constexpr qsizetype toolTipLimit = 1000;
/// Enough for any address that a cell is opened by.
constexpr qsizetype beginningLimit = 10'000;

QVariant rawValue(const CellRef &cell)
{
    if (cell.isNull())
        return {};
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
        return column.integer(cell.row) != 0;
    case ColumnType::Real:
        return column.real(cell.row);
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return static_cast<qlonglong>(column.integer(cell.row));
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return toLimitedText(column.text(cell.row), 0);
}

QString zoneInFull(const CellFormatter &formatter)
{
    const std::optional<QTimeZone> zone = formatter.timeZone();
    return zone ? QString::fromLatin1(zone->id()) : formatter.zoneName();
}

QVariant alignmentOf(ColumnType type)
{
    const Qt::Alignment side = CellFormatter::isRightAligned(type) ? Qt::AlignRight : Qt::AlignLeft;
    return QVariant::fromValue(side | Qt::AlignVCenter);
}

} // namespace

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return lineOf(index);
    case Qt::TextAlignmentRole:
        return alignmentOf(rows().headers().at(index.column()).type);
    case Qt::ToolTipRole:
        return toolTipOf(index);
    case Qt::AccessibleTextRole:
        return cell(index).isNull() ? tr("No value") : lineOf(index);
    case SearchedRole:
        return searchedTexts(index);
    case RawRole:
        return rawValue(cell(index));
    case NullRole:
        return cell(index).isNull();
    case MarksRole:
        return QVariant::fromValue(formatted(index) ? QList<VisibleText::Mark>()
                                                    : m_formatter.lineMarks(cell(index)));
    case BeginningRole: {
        const CellRef ref = cell(index);
        return ref.isNull() ? QString() : m_formatter.full(ref, beginningLimit);
    }
    case TypeRole:
        return static_cast<int>(rows().headers().at(index.column()).type);
    default:
        return {};
    }
}

std::optional<QString> ResultsModel::formatted(const QModelIndex &index) const
{
    const FormattedCells *cells = m_formats.of(rows().headers().at(index.column()));
    std::string text;
    if (cells == nullptr || !cells->append(text, cell(index)))
        return {};
    return QString::fromStdString(text);
}

QString ResultsModel::lineOf(const QModelIndex &index) const
{
    if (auto text = formatted(index))
        return *std::move(text);
    return m_formatter.line(cell(index));
}

/// What the cell leaves out; of one in a format, the value.
QVariant ResultsModel::toolTipOf(const QModelIndex &index) const
{
    const CellRef ref = cell(index);
    if (!formatted(index))
        return m_formatter.isShortened(ref) ? QVariant(m_formatter.full(ref, toolTipLimit)) : QVariant();
    const QString full = m_formatter.full(ref, toolTipLimit);
    if (ref.column->type() != ColumnType::DateTime || !m_formatter.timeZone())
        return full;
    //: %1: a date and time; %2: its time zone, as Amsterdam
    const QString local = tr("%1 (%2)", "datetime").arg(m_formatter.line(ref), m_formatter.zoneName());
    return QString(local + u'\n' + full);
}

QVariant ResultsModel::searchedTexts(const QModelIndex &index) const
{
    const std::optional<QString> shown = formatted(index);
    if (!shown)
        return {};
    const QString line = m_formatter.line(cell(index));
    if (m_formats.of(rows().headers().at(index.column()))->format().followsTime())
        return line;
    QString typed = *shown; // without the spaces that no keyboard has
    typed.replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
    return QString(line + u'\n' + *shown + u'\n' + typed);
}

QString ResultsModel::titleOf(const ColumnHeader &header) const
{
    const QString title = m_titles.value(header.name, header.name);
    const FormattedCells *cells = m_formats.of(header);
    // How long ago something was is the same in all zones.
    if (header.type != ColumnType::DateTime || (cells != nullptr && cells->format().followsTime()))
        return title;
    //: %1: a column’s name; %2: the time zone of its datetimes, as UTC or Amsterdam
    return tr("%1 (%2)", "datetime column").arg(title, m_formatter.zoneName());
}

QString ResultsModel::formatText(const ColumnHeader &header) const
{
    const FormattedCells *cells = m_formats.of(header);
    return cells != nullptr ? describeFormat(cells->format()) : QString();
}

QString ResultsModel::headerToolTip(const ColumnHeader &header) const
{
    const QString format = formatText(header);
    const QString type = columnTypeName(header.type);
    if (!format.isEmpty()) {
        //: %1: a column’s name; %2: KQL’s name of its type; %3: a format, as “hexadecimal” or “relative time”
        return tr("%1 (%2), format: %3").arg(header.name, type, format);
    }
    if (header.type == ColumnType::DateTime) {
        //: %1: a column’s name; %2: KQL’s name of its type; %3: a time zone, as UTC or Europe/Amsterdam
        return tr("%1 (%2), shown in %3").arg(header.name, type, zoneInFull(m_formatter));
    }
    //: %1: a column’s name; %2: KQL’s name of its type
    return tr("%1 (%2)").arg(header.name, type);
}

QString ResultsModel::sortedText(int section) const
{
    const auto &keys = m_arrangement.keys;
    const auto key = std::find_if(keys.cbegin(), keys.cend(), [section](const SortKey &candidate) {
        return candidate.column == section;
    });
    if (key == keys.cend())
        return {};
    QString how = key->descending ? tr("Sorted downwards") : tr("Sorted upwards");
    if (!key->language.isEmpty())
        how += QLatin1String(", ") + tr("in alphabetical order");
    if (keys.size() == 1)
        return how;
    //: %1: “Sorted upwards” or “Sorted downwards”; %L2: its place among the columns sorted by, as 2
    return tr("%1, key %L2").arg(how).arg(key - keys.cbegin() + 1);
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return rowHeader(section, role);
    if (section < 0 || section >= columnCount())
        return {};
    const ColumnHeader &header = rows().headers().at(section);
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(header);
    case NameRole:
        return header.name;
    case Qt::ToolTipRole:
        return headerToolTip(header);
    case Qt::AccessibleDescriptionRole: {
        QStringList parts{sortedText(section), formatText(header)};
        parts.removeAll({});
        return parts.isEmpty() ? QVariant() : parts.join(QLatin1String(", "));
    }
    case SearchNoteRole: {
        const FormattedCells *cells = m_formats.of(header);
        return cells != nullptr ? describeSearch(cells->format()) : QString();
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(header.type);
    case TypeRole:
        return static_cast<int>(header.type);
    default:
        return {};
    }
}

} // namespace sonde
