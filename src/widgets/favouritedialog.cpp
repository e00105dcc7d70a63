#include "widgets/favouritedialog.h"

#include "ui_favouritedialog.h"
#include "widgets/dialogsize.h"

#include <QPushButton>

namespace sonde {

namespace {

constexpr int longestName = 200;

} // namespace

FavouriteDialog::FavouriteDialog(const Favourite &initial, const FavouriteOffer &offer,
                                 const QList<FavouriteFolder> &folders, const QString &folder,
                                 QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FavouriteDialog>())
    , m_initial(initial)
    , m_offer(offer)
{
    m_ui->setupUi(this);
    m_ui->name->setMaxLength(longestName);
    m_ui->name->setText(initial.name);
    m_ui->name->selectAll();
    m_ui->tags->setText(initial.tags.join(QLatin1String(", ")));
    m_ui->description->setPlainText(initial.description);
    m_ui->description->setFixedHeight(4 * fontMetrics().lineSpacing() + 12);
    fillFolders(folders, folder);
    fillProfiles();
    m_ui->keepRange->setText(offer.range ? tr("Keep the time &range: %1").arg(offer.rangeText)
                                         : tr("Keep the time &range"));
    m_ui->keepRange->setEnabled(offer.range.has_value());
    m_ui->keepRange->setChecked(offer.range && initial.range);
    m_ui->keepRange->setToolTip(tr("Else the favourite runs with the range that is chosen then"));
    m_ui->keepConnection->setText(
        offer.connection.isEmpty()
            ? tr("Keep the &connection")
            : tr("Keep the &connection: %1")
                  .arg(QString(offer.connectionName).replace(u'&', QLatin1String("&&"))));
    m_ui->keepConnection->setEnabled(!offer.connection.isEmpty());
    m_ui->keepConnection->setChecked(!offer.connection.isEmpty() && !initial.connection.isEmpty());
    m_ui->keepConnection->setToolTip(tr("Else the favourite runs on the connection that is chosen then"));
    // Room for two lines, so that the dialog does not jump while one types.
    m_ui->note->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_ui->note->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    connect(m_ui->name, &QLineEdit::textChanged, this, &FavouriteDialog::check);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this,
            [this] { emit saveRequested(favourite(), this->folder()); });
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &FavouriteDialog::reject);
    check();
    giveSize(*this, {480, 0});
}

FavouriteDialog::~FavouriteDialog() = default;

void FavouriteDialog::fillFolders(const QList<FavouriteFolder> &folders, const QString &folder)
{
    for (const FavouriteFolder &entry : folders) {
        m_ui->folder->addItem(QString(3 * entry.depth, u' ') + entry.name, entry.path);
        if (entry.path == folder)
            m_ui->folder->setCurrentIndex(m_ui->folder->count() - 1);
    }
    m_ui->folder->setMaxVisibleItems(20);
    // One folder is no choice.
    m_ui->folder->setVisible(folders.size() > 1);
    m_ui->folderLabel->setVisible(folders.size() > 1);
}

void FavouriteDialog::fillProfiles()
{
    QComboBox &list = *m_ui->exportProfile;
    list.addItem(tr("None"), QString());
    for (const QString &name : std::as_const(m_offer.exportProfiles))
        list.addItem(name, name);
    const QString &kept = m_initial.exportProfile;
    if (list.findData(kept) < 0) {
        //: %1: a profile’s name
        list.addItem(tr("%1 (not here)").arg(kept), kept);
    }
    list.setCurrentIndex(list.findData(kept));
    list.setToolTip(tr("How the favourite’s rows are exported, unless another way is chosen then"));
    // Nothing is no choice.
    list.setVisible(list.count() > 1);
    m_ui->exportProfileLabel->setVisible(list.count() > 1);
}

Favourite FavouriteDialog::favourite() const
{
    Favourite favourite = m_initial;
    favourite.name = m_ui->name->text().simplified();
    favourite.tags = tagsFromText(m_ui->tags->text());
    favourite.description = m_ui->description->toPlainText().trimmed();
    if (m_ui->keepRange->isEnabled())
        favourite.range = m_ui->keepRange->isChecked() ? m_offer.range : std::nullopt;
    if (m_ui->keepConnection->isEnabled())
        favourite.connection = m_ui->keepConnection->isChecked() ? m_offer.connection : QString();
    favourite.exportProfile = m_ui->exportProfile->currentData().toString();
    return favourite;
}

QString FavouriteDialog::folder() const
{
    return m_ui->folder->currentData().toString();
}

void FavouriteDialog::showError(const Error &error)
{
    say(error.advice.isEmpty() ? error.message : error.message + u' ' + error.advice);
}

void FavouriteDialog::check()
{
    const bool hasName = !m_ui->name->text().simplified().isEmpty();
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(hasName);
    say(hasName ? QString() : tr("Type a name for the favourite."));
}

void FavouriteDialog::say(const QString &note)
{
    m_ui->note->setText(note);
    m_ui->name->setAccessibleDescription(note);
}

} // namespace sonde
