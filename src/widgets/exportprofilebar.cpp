#include "widgets/exportprofilebar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace sonde {

ExportProfileBar::ExportProfileBar(QList<ExportProfile> profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(std::move(profiles))
    , m_list(new QComboBox(this))
    , m_menuButton(new QToolButton(this))
{
    auto *label = new QLabel(tr("P&rofile"), this);
    label->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("profile"));
    m_list->setAccessibleName(tr("Profile"));
    m_list->setToolTip(tr("A way to export that has a name; “sonde query --profile” knows it too"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(20);
    auto *menu = new QMenu(this);
    m_save = menu->addAction(tr("&Save changes"), this, &ExportProfileBar::saveChanges);
    menu->addAction(tr("Save &as…"), this, &ExportProfileBar::saveAs);
    menu->addSeparator();
    m_rename = menu->addAction(tr("Re&name…"), this, &ExportProfileBar::askToRename);
    m_remove = menu->addAction(tr("&Delete…"), this, &ExportProfileBar::remove);
    m_menuButton->setObjectName(QStringLiteral("profileMenu"));
    m_menuButton->setText(tr("Sa&ve"));
    m_menuButton->setToolTip(tr("Save the choices as a profile, rename it or delete it"));
    m_menuButton->setMenu(menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_list, 1);
    row->addWidget(m_menuButton);
    fillList({});
    connect(m_list, &QComboBox::activated, this, &ExportProfileBar::chooseCurrent);
}

ExportProfile *ExportProfileBar::currentProfile()
{
    const int index = m_list->currentIndex() - 1;
    return index >= 0 && index < m_profiles.size() ? &m_profiles[index] : nullptr;
}

QString ExportProfileBar::current() const
{
    const int index = m_list->currentIndex() - 1;
    return index >= 0 && index < m_profiles.size() ? m_profiles.at(index).name : QString();
}

/// \a name is chosen then; it is not told.
void ExportProfileBar::fillList(const QString &name)
{
    std::sort(m_profiles.begin(), m_profiles.end(), [](const ExportProfile &a, const ExportProfile &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    m_list->clear();
    m_list->addItem(tr("None"));
    for (const ExportProfile &profile : std::as_const(m_profiles)) {
        m_list->addItem(profile.name);
        if (profile.name == name)
            m_list->setCurrentIndex(m_list->count() - 1);
    }
    updateList();
}

void ExportProfileBar::updateList()
{
    for (int i = 0; i < m_profiles.size(); ++i) {
        const bool isChanged = i + 1 == m_list->currentIndex() && m_profiles.at(i).options != m_options;
        m_list->setItemText(i + 1, isChanged
                                       //: %1: a profile’s name
                                       ? tr("%1 (changed)").arg(m_profiles.at(i).name)
                                       : m_profiles.at(i).name);
    }
    const ExportProfile *profile = currentProfile();
    m_save->setEnabled(profile != nullptr && profile->options != m_options);
    m_rename->setEnabled(profile != nullptr);
    m_remove->setEnabled(profile != nullptr);
    emit currentChanged();
}

void ExportProfileBar::setOptions(const ExportOptions &options)
{
    m_options = options;
    updateList();
}

void ExportProfileBar::chooseEqual()
{
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).options == m_options) {
            m_list->setCurrentIndex(i + 1);
            break;
        }
    }
    updateList();
}

void ExportProfileBar::choose(const QString &name)
{
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).name == name)
            m_list->setCurrentIndex(i + 1);
    }
    updateList();
}

void ExportProfileBar::chooseCurrent()
{
    if (const ExportProfile *profile = currentProfile())
        emit chosen(ExportOptions(profile->options));
    updateList();
}

void ExportProfileBar::saveChanges()
{
    if (ExportProfile *profile = currentProfile()) {
        profile->options = m_options;
        updateList();
        emit profilesChanged(m_profiles);
    }
}

template <typename Taken>
void ExportProfileBar::askName(const QString &title, const QString &before, Taken taken)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the profile"));
    dialog->setTextValue(before);
    const auto check = [this, dialog, before](const QString &text) {
        const QString name = text.trimmed();
        const bool isTaken = name != before && findProfile(m_profiles, name) != nullptr;
        dialog->setLabelText(isTaken ? tr("There is a profile of that name. Type another one.")
                                     : tr("Name of the profile"));
        if (auto *buttons = dialog->findChild<QDialogButtonBox *>())
            buttons->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty() && !isTaken);
    };
    connect(dialog, &QInputDialog::textValueChanged, this, check);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [taken](const QString &text) { taken(text.trimmed()); });
    dialog->open();
    check(before);
}

void ExportProfileBar::saveAs()
{
    askName(tr("Save as profile"), {}, [this](const QString &name) {
        m_profiles.append({name, m_options});
        fillList(name);
        emit profilesChanged(m_profiles);
    });
}

void ExportProfileBar::askToRename()
{
    const QString before = current();
    askName(tr("Rename profile"), before, [this, before](const QString &name) { rename(before, name); });
}

void ExportProfileBar::rename(const QString &before, const QString &name)
{
    for (ExportProfile &profile : m_profiles) {
        if (profile.name == before)
            profile.name = name;
    }
    emit renamed(before, name);
    fillList(name);
    emit profilesChanged(m_profiles);
}

void ExportProfileBar::remove()
{
    const QString name = current();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete profile"),
                                //: %1: a profile’s name
                                tr("Delete the profile “%1”?").arg(name), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *button = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    connect(button, &QPushButton::clicked, this, [this, name] {
        m_profiles.removeIf([&name](const ExportProfile &profile) { return profile.name == name; });
        fillList({});
        emit profilesChanged(m_profiles);
    });
    box->open();
}

} // namespace sonde
