#include "widgets/exportoptionsform.h"

#include "widgets/exportrequest.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace sonde {

namespace {

constexpr std::array separators{',', ';', '\t', '|'};

struct Applies
{
    bool toSeparator = false;
    bool toText = false; ///< quotes, line ends, byte order mark, decimal comma, guard
    bool toHeader = false;
    bool toNull = false;
    bool toZone = false;
};

Applies whatApplies(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return {true, true, true, true, true};
    case ExportFormat::Tsv:
        return {false, true, true, true, true};
    case ExportFormat::Json:
    case ExportFormat::JsonLines:
        return {false, false, false, false, true};
    case ExportFormat::Markdown:
        return {false, false, false, true, true};
    case ExportFormat::Html:
        return {false, false, true, true, true};
    case ExportFormat::Xlsx:
        return {false, false, true, false, true};
    case ExportFormat::KqlTable:
    case ExportFormat::InList:
    case ExportFormat::TextTable:
    case ExportFormat::Parquet:
        break;
    }
    return {};
}

void fillZones(QComboBox &box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.addItem(QStringLiteral("UTC"));
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (!here.isEmpty() && here != QLatin1String("UTC") && here != QLatin1String("Etc/UTC"))
        box.addItem(here);
    box.insertSeparator(box.count());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        box.addItem(QString::fromLatin1(id));
    box.completer()->setFilterMode(Qt::MatchContains);
    box.completer()->setCompletionMode(QCompleter::PopupCompletion);
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(18);
}

} // namespace

ExportOptionsForm::ExportOptionsForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_separator(new QComboBox(this))
    , m_otherSeparator(new QLineEdit(this))
    , m_quoting(new QComboBox(this))
    , m_lineEnd(new QComboBox(this))
    , m_nullText(new QLineEdit(this))
    , m_zone(new QComboBox(this))
    , m_header(new QCheckBox(tr("&Header row with the names of the columns"), this))
    , m_byteOrderMark(new QCheckBox(tr("Byte order &mark, so that Excel reads accents"), this))
    , m_decimalComma(new QCheckBox(tr("&Decimal comma, as 0,5"), this))
    , m_guardFormulas(new QCheckBox(tr("&Guard cells that a spreadsheet would run as a formula"), this))
    , m_guardNote(new QLabel(this))
    , m_nothing(new QLabel(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeFields();
    const auto said = [this] {
        m_otherSeparator->setVisible(m_separator->currentIndex() == int(separators.size()));
        emit changed();
    };
    for (const QComboBox *box : {m_separator, m_quoting, m_lineEnd})
        connect(box, &QComboBox::currentIndexChanged, this, said);
    connect(m_zone, &QComboBox::currentTextChanged, this, &ExportOptionsForm::changed);
    for (const QLineEdit *field : {m_otherSeparator, m_nullText})
        connect(field, &QLineEdit::textChanged, this, &ExportOptionsForm::changed);
    for (const QCheckBox *box : {m_header, m_byteOrderMark, m_decimalComma, m_guardFormulas})
        connect(box, &QCheckBox::toggled, this, &ExportOptionsForm::changed);
    setOptions({});
}

QLabel *ExportOptionsForm::addField(const QString &label, QWidget *field)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    m_form->addRow(text, field);
    return text;
}

void ExportOptionsForm::makeFields()
{
    for (const char separator : separators)
        m_separator->addItem(separatorLabel(separator));
    m_separator->addItem(tr("Other…"));
    m_separator->setObjectName(QStringLiteral("separator"));
    m_separator->setToolTip(tr("What stands between the columns"));
    m_otherSeparator->setObjectName(QStringLiteral("otherSeparator"));
    m_otherSeparator->setAccessibleName(tr("Separator character"));
    m_otherSeparator->setMaxLength(1);
    m_otherSeparator->setMaximumWidth(fontMetrics().averageCharWidth() * 6);
    auto *separatorLabelWidget = new QLabel(tr("Se&parator"), this);
    separatorLabelWidget->setBuddy(m_separator);
    m_separator->setAccessibleName(tr("Separator"));
    auto *separatorRow = new QHBoxLayout;
    separatorRow->setSpacing(8);
    separatorRow->addWidget(m_separator, 1);
    separatorRow->addWidget(m_otherSeparator);
    m_form->addRow(separatorLabelWidget, separatorRow);

    m_quoting->addItems({tr("Where they are needed"), tr("Around all text"), tr("Around everything")});
    m_quoting->setObjectName(QStringLiteral("quoting"));
    addField(tr("&Quotes"), m_quoting);
    m_lineEnd->addItems({tr("CRLF (Windows)"), tr("LF (Linux, macOS)")});
    m_lineEnd->setObjectName(QStringLiteral("lineEnd"));
    addField(tr("&Line ends"), m_lineEnd);
    m_nullText->setObjectName(QStringLiteral("nullText"));
    m_nullText->setPlaceholderText(tr("nothing"));
    m_nullText->setMaxLength(40);
    addField(tr("For n&ulls"), m_nullText);
    fillZones(*m_zone);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->setToolTip(tr("Datetimes name their offset from UTC"));
    addField(tr("Datetimes &in"), m_zone);

    m_header->setObjectName(QStringLiteral("header"));
    m_byteOrderMark->setObjectName(QStringLiteral("byteOrderMark"));
    m_decimalComma->setObjectName(QStringLiteral("decimalComma"));
    m_guardFormulas->setObjectName(QStringLiteral("guardFormulas"));
    m_guardNote->setObjectName(QStringLiteral("guardNote"));
    for (QCheckBox *box : {m_header, m_byteOrderMark, m_decimalComma, m_guardFormulas})
        m_form->addRow(box);
    for (QLabel *note : {m_guardNote, m_nothing}) {
        note->setForegroundRole(QPalette::PlaceholderText);
        note->setTextFormat(Qt::PlainText);
        note->setWordWrap(true);
        m_form->addRow(note);
    }
    m_guardNote->setIndent(24);
    m_guardNote->setText(
        tr("An apostrophe is put before text that begins with = + - or @. Leave it off where "
           "another program reads the file and needs every character as it is."));
    m_guardFormulas->setAccessibleDescription(m_guardNote->text());
}

void ExportOptionsForm::showFields()
{
    const Applies applies = whatApplies(m_format);
    m_form->setRowVisible(0, applies.toSeparator);
    m_otherSeparator->setVisible(applies.toSeparator &&
                                 m_separator->currentIndex() == int(separators.size()));
    for (QWidget *field : QList<QWidget *>{m_quoting, m_lineEnd, m_byteOrderMark, m_decimalComma,
                                           m_guardFormulas, m_guardNote})
        m_form->setRowVisible(field, applies.toText);
    m_form->setRowVisible(m_header, applies.toHeader);
    m_form->setRowVisible(m_nullText, applies.toNull);
    m_form->setRowVisible(m_zone, applies.toZone);
    const bool isParquet = m_format == ExportFormat::Parquet;
    m_nothing->setText(isParquet
                           ? tr("There is nothing to choose: numbers and datetimes are kept as such, in "
                                "UTC; timespans, dynamic values and decimals are texts.")
                           : tr("There is nothing to choose: datetimes are in UTC, and every value is "
                                "as KQL reads it."));
    m_form->setRowVisible(m_nothing, isParquet || m_format == ExportFormat::KqlTable);
}

void ExportOptionsForm::setFormat(ExportFormat format)
{
    if (m_format == format)
        return;
    m_format = format;
    showFields();
    emit changed();
}

void ExportOptionsForm::setOptions(const ExportOptions &options)
{
    m_format = options.format;
    const auto *known = std::find(separators.begin(), separators.end(), options.separator);
    m_otherSeparator->setText(known == separators.end() ? QString(QLatin1Char(options.separator))
                                                        : QString());
    m_separator->setCurrentIndex(int(known - separators.begin()));
    m_quoting->setCurrentIndex(static_cast<int>(options.quoting));
    m_lineEnd->setCurrentIndex(options.crlf ? 0 : 1);
    m_nullText->setText(options.nullText);
    m_zone->setCurrentText(options.zone ? QString::fromLatin1(options.zone->id()) : QStringLiteral("UTC"));
    m_header->setChecked(options.header);
    m_byteOrderMark->setChecked(options.byteOrderMark);
    m_decimalComma->setChecked(options.decimalComma);
    m_guardFormulas->setChecked(options.guardFormulas);
    showFields();
    emit changed();
}

char ExportOptionsForm::separator() const
{
    const auto index = static_cast<std::size_t>(m_separator->currentIndex());
    if (index < separators.size())
        return separators.at(index);
    const QString typed = m_otherSeparator->text();
    return typed.isEmpty() ? '\0' : typed.front().toLatin1();
}

ExportOptions ExportOptionsForm::options() const
{
    ExportOptions options;
    options.format = m_format;
    options.separator = separator();
    options.quoting = static_cast<CsvQuoting>(m_quoting->currentIndex());
    options.crlf = m_lineEnd->currentIndex() == 0;
    options.nullText = m_nullText->text();
    const QString zone = m_zone->currentText().trimmed();
    if (zone != QLatin1String("UTC"))
        options.zone = zoneOfId(zone);
    options.header = m_header->isChecked();
    options.byteOrderMark = m_byteOrderMark->isChecked();
    options.decimalComma = m_decimalComma->isChecked();
    options.guardFormulas = m_guardFormulas->isChecked();
    return options;
}

QString ExportOptionsForm::problem() const
{
    const Applies applies = whatApplies(m_format);
    if (applies.toSeparator && !isCsvSeparator(separator()))
        return tr("Type the character that is to stand between the columns: of ASCII, and no quote.");
    const QString zone = m_zone->currentText().trimmed();
    if (applies.toZone && !zoneOfId(zone))
        //: %1: what was typed
        return tr("There is no time zone “%1”. Choose one as Europe/Amsterdam.").arg(zone);
    return {};
}

} // namespace sonde
