#include "widgets/settingssnippetspage.h"

#include "stores/snippetstore.h"
#include "widgets/dialogsize.h"
#include "widgets/snippetdialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

enum ListColumn { NameColumn, DescriptionColumn, OriginColumn };

/// The program's snippet of that name; null where it has none.
const Snippet *builtInOf(const QString &name)
{
    return snippetOf(SnippetStore::builtIn(), name);
}

} // namespace

SettingsSnippetsPage::SettingsSnippetsPage(SnippetStore &store, const Theme &theme, const Icons &icons,
                                           QWidget *parent)
    : SettingsPage(tr("Snippets"), QLatin1StringView("text-cursor-input"), parent)
    , m_store(store)
    , m_theme(theme)
    , m_icons(icons)
    , m_list(new QTreeWidget(this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_reset(new QPushButton(tr("Re&set"), this))
{
    m_list->setObjectName(QStringLiteral("snippets"));
    m_list->setAccessibleName(tr("Snippets"));
    m_list->setHeaderLabels({tr("Name"), tr("What it is for"), tr("From")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumHeight(8 * (fontMetrics().height() + 6));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(DescriptionColumn, QHeaderView::Stretch);
    m_edit->setObjectName(QStringLiteral("editSnippet"));
    m_add->setToolTip(tr("A snippet of your own"));
    m_edit->setToolTip(tr("Change the chosen snippet"));
    m_remove->setToolTip(tr("The chosen snippet is not offered any more; nothing changes before OK"));
    m_reset->setToolTip(tr("The chosen snippet as it came with Sonde"));

    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_remove, m_reset})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *whole = new QVBoxLayout;
    whole->setSpacing(8);
    whole->addWidget(m_list, 1);
    whole->addLayout(buttons);
    form().addRow(whole);
    auto *note =
        new QLabel(tr("Type a part of a snippet’s name where it fits, and press Tab. Tab then goes to "
                      "the next part to fill in."),
                   this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    form().addRow(note);
    m_reason = new QLabel(this);
    m_reason->setForegroundRole(QPalette::BrightText);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    form().addRow(m_reason);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &SettingsSnippetsPage::updateButtons);
    // Enter, too, which the list would hand on to the dialog's OK.
    m_list->installEventFilter(this);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &SettingsSnippetsPage::edit);
    connect(m_add, &QPushButton::clicked, this, &SettingsSnippetsPage::add);
    connect(m_edit, &QPushButton::clicked, this, &SettingsSnippetsPage::edit);
    connect(m_remove, &QPushButton::clicked, this, &SettingsSnippetsPage::remove);
    connect(m_reset, &QPushButton::clicked, this, &SettingsSnippetsPage::reset);
}

void SettingsSnippetsPage::load(const SettingsStore *store)
{
    if (store != nullptr) {
        m_snippets = m_store.snippets();
        m_loaded = m_snippets;
    } else {
        m_snippets.removeIf([](const Snippet &snippet) { return builtInOf(snippet.name) != nullptr; });
        m_snippets = SnippetStore::builtIn() + m_snippets;
    }
    const auto &problem = m_store.problem();
    m_reason->setText(problem ? QString(problem->message + u' ' + problem->advice) : QString());
    m_reason->setVisible(problem.has_value());
    fill();
}

Result<void> SettingsSnippetsPage::saveFiles()
{
    if (m_snippets == m_loaded)
        return {};
    // The file may have been changed elsewhere meanwhile: what was done here is done to it as it is now.
    QList<Snippet> merged = m_store.snippets();
    for (const Snippet &snippet : std::as_const(m_snippets)) {
        const Snippet *before = snippetOf(m_loaded, snippet.name);
        if (before != nullptr && *before == snippet)
            continue;
        if (Snippet *same = snippetOf(merged, snippet.name))
            *same = snippet;
        else
            merged.append(snippet);
    }
    merged.removeIf([this](const Snippet &other) {
        return snippetOf(m_loaded, other.name) != nullptr && snippetOf(m_snippets, other.name) == nullptr;
    });
    const auto saved = m_store.replace(merged);
    if (saved)
        m_loaded = m_snippets;
    return saved;
}

bool SettingsSnippetsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress;
    if (isKey && watched == m_list) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            edit();
            return true;
        }
    }
    return SettingsPage::eventFilter(watched, event);
}

void SettingsSnippetsPage::followInTabOrder(QWidget *widget)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_add, m_edit, m_remove, m_reset}) {
        setTabOrder(widget, part);
        widget = part;
    }
}

void SettingsSnippetsPage::fill()
{
    const qsizetype before = current();
    m_list->clear();
    for (const Snippet &snippet : std::as_const(m_snippets)) {
        const Snippet *standard = builtInOf(snippet.name);
        QString origin = tr("You");
        if (standard != nullptr)
            origin = *standard == snippet ? tr("Sonde") : tr("Sonde, changed");
        auto *item = new QTreeWidgetItem(m_list, {snippet.name, snippet.description, origin});
        item->setSizeHint(NameColumn,
                          {fontMetrics().horizontalAdvance(snippet.name) + 16, fontMetrics().height() + 6});
        item->setToolTip(DescriptionColumn, SnippetText::read(snippet.text).text);
    }
    m_list->resizeColumnToContents(NameColumn);
    m_list->resizeColumnToContents(OriginColumn);
    const qsizetype last = m_snippets.size() - 1;
    if (last >= 0)
        m_list->setCurrentItem(
            m_list->topLevelItem(static_cast<int>(std::clamp<qsizetype>(before, 0, last))));
    updateButtons();
}

qsizetype SettingsSnippetsPage::current() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void SettingsSnippetsPage::updateButtons()
{
    const qsizetype place = current();
    const bool hasChosen = place >= 0 && place < m_snippets.size();
    const Snippet *standard = hasChosen ? builtInOf(m_snippets.at(place).name) : nullptr;
    m_edit->setEnabled(hasChosen);
    m_remove->setEnabled(hasChosen);
    m_reset->setEnabled(standard != nullptr && *standard != m_snippets.at(place));
}

QStringList SettingsSnippetsPage::namesBut(qsizetype place) const
{
    QStringList names;
    for (qsizetype i = 0; i < m_snippets.size(); ++i) {
        if (i != place)
            names.append(m_snippets.at(i).name);
    }
    return names;
}

SnippetDialog *SettingsSnippetsPage::openDialog(const Snippet &snippet, qsizetype place)
{
    auto *dialog = new SnippetDialog(snippet, namesBut(place), m_theme, m_icons, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void SettingsSnippetsPage::add()
{
    SnippetDialog *dialog = openDialog({}, -1);
    connect(dialog, &SnippetDialog::accepted, this, [this, dialog] {
        m_snippets.append(dialog->snippet());
        fill();
        m_list->setCurrentItem(m_list->topLevelItem(m_list->topLevelItemCount() - 1));
    });
}

void SettingsSnippetsPage::edit()
{
    const qsizetype place = current();
    if (place < 0)
        return;
    SnippetDialog *dialog = openDialog(m_snippets.at(place), place);
    connect(dialog, &SnippetDialog::accepted, this, [this, dialog, place] {
        m_snippets[place] = dialog->snippet();
        fill();
    });
}

void SettingsSnippetsPage::remove()
{
    if (current() < 0)
        return;
    m_snippets.removeAt(current());
    fill();
    m_list->setFocus();
}

void SettingsSnippetsPage::reset()
{
    const qsizetype place = current();
    const Snippet *standard = place >= 0 ? builtInOf(m_snippets.at(place).name) : nullptr;
    if (standard == nullptr)
        return;
    m_snippets[place] = *standard;
    fill();
    m_list->setFocus();
}

} // namespace sonde
