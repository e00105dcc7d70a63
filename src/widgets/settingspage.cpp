#include "widgets/settingspage.h"

#include "widgets/dialogsize.h"

#include <QFormLayout>
#include <QLabel>

namespace sonde {

namespace {

constexpr int groupGap = 16;
constexpr int noteWidth = 380;

} // namespace

SettingsPage::SettingsPage(const QString &title, QLatin1StringView icon, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_icon(icon)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(groupGap, 0, 0, 0);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setHorizontalSpacing(groupGap);
    m_form->setVerticalSpacing(8);
}

void SettingsPage::addField(const QString &label, QWidget *field, const QString &note)
{
    m_form->addRow(makeLabel(label, field, field->sizeHint().height(), note), field);
    if (!note.isEmpty())
        addNote(note);
}

void SettingsPage::addField(const QString &label, QLayout *row, QWidget *main, const QString &note)
{
    m_form->addRow(makeLabel(label, main, row->sizeHint().height(), note), row);
    if (!note.isEmpty())
        addNote(note);
}

QLabel *SettingsPage::makeLabel(const QString &text, QWidget *field, int height, const QString &note)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(field);
    // In the middle of its field, also where that is higher than a line.
    label->setMinimumHeight(height);
    field->setAccessibleName(QString(text).remove(u'&'));
    field->setAccessibleDescription(note);
    return label;
}

void SettingsPage::addWide(QWidget *field, const QString &note)
{
    m_form->addRow(QString(), field);
    if (!note.isEmpty()) {
        field->setAccessibleDescription(note);
        // Below the words of the box, not below the box.
        addNote(note)->setIndent(24);
    }
}

QLabel *SettingsPage::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setMinimumWidth(scaled(*this, noteWidth));
    m_form->addRow(QString(), note);
    return note;
}

QLabel *SettingsPage::addReason()
{
    QLabel *reason = addNote({});
    // The theme's colour of errors.
    reason->setForegroundRole(QPalette::BrightText);
    reason->setMinimumHeight(fontMetrics().lineSpacing());
    reason->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return reason;
}

void SettingsPage::addGap()
{
    m_form->addItem(new QSpacerItem(0, groupGap - 8));
}

} // namespace sonde
