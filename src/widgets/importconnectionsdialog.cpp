#include "widgets/importconnectionsdialog.h"

#include "widgets/connectionmark.h"
#include "widgets/dialogsize.h"
#include "widgets/fieldnote.h"
#include "widgets/iconlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace sonde {

namespace {

using Action = ImportDecision::Action;
using State = ImportedConnection::State;

constexpr int leaveOut = -1;

} // namespace

ImportConnectionsDialog::ImportConnectionsDialog(const QString &file,
                                                 const QList<ImportedConnection> &entries, const Theme &theme,
                                                 const Icons &icons, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_box(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Import connections"));
    auto *heading = new QLabel(
        tr("%n connection(s) in “%1”. Secrets are not in it.", nullptr, static_cast<int>(entries.size()))
            .arg(file),
        this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    auto *scrollArea = new QScrollArea(this);
    scrollArea->setFrameShape(QFrame::NoFrame);
    scrollArea->setWidgetResizable(true);
    scrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrollArea->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget(scrollArea);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setColumnStretch(1, 1);
    m_rows.reserve(static_cast<std::size_t>(entries.size()));
    for (int i = 0; i < static_cast<int>(entries.size()); ++i)
        addEntry(*grid, i, entries.at(i));
    grid->setRowStretch(2 * static_cast<int>(entries.size()), 1);
    scrollArea->setWidget(list);
    QPushButton *import = m_box->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    import->setObjectName(QStringLiteral("import"));
    import->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(scrollArea, 1);
    column->addWidget(m_box);
    connect(m_box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_box, &QDialogButtonBox::accepted, this, [this] {
        emit decided(decisions());
        accept();
    });
    updateButtons();
    giveSize(*this, {640, 420});
}

void ImportConnectionsDialog::addEntry(QGridLayout &grid, int number, const ImportedConnection &entry)
{
    auto *icon = new IconLabel(16, this);
    icon->setIcon(ConnectionMark::iconOf(entry.connection, m_icons));
    auto *name = new QLabel(entry.connection.name, this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    grid.addWidget(icon, 2 * number, 0);
    grid.addWidget(name, 2 * number, 1);
    if (entry.state == State::Same) {
        grid.addWidget(new QLabel(tr("Here already, just the same"), this), 2 * number, 2);
        m_rows.push_back({entry, nullptr});
        return;
    }
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("choice%1").arg(number));
    choice->setAccessibleName(tr("What to do with “%1”").arg(entry.connection.name));
    const auto offer = [choice](const QString &text, int action) { choice->addItem(text, action); };
    switch (entry.state) {
    case State::New:
        offer(tr("Add it"), static_cast<int>(Action::Add));
        offer(tr("Leave it out"), leaveOut);
        break;
    case State::Differs:
        offer(tr("Keep mine"), leaveOut);
        offer(tr("Replace mine"), static_cast<int>(Action::Replace));
        break;
    case State::NameTaken:
        offer(tr("Add it under another name"), static_cast<int>(Action::AddBeside));
        offer(tr("Replace mine of that name"), static_cast<int>(Action::Replace));
        offer(tr("Leave it out"), leaveOut);
        break;
    case State::Same:
        break;
    }
    // Its label: on Linux a box is called what it says.
    name->setBuddy(choice);
    grid.addWidget(choice, 2 * number, 2);
    auto *note = new FieldNote(m_theme, m_icons, choice, this);
    note->setObjectName(QStringLiteral("note%1").arg(number));
    grid.addWidget(note, 2 * number + 1, 1, 1, 2);
    const auto describe = [choice, note, entry] {
        const bool replaces = choice->currentData().toInt() == static_cast<int>(Action::Replace);
        QStringList lines;
        if (replaces || entry.state == State::Differs)
            lines = entry.differences;
        else if (entry.state == State::NameTaken)
            lines << tr("Another connection of yours has this name.");
        if (replaces && entry.signsInElsewhere)
            lines << tr("It signs in elsewhere than yours: the secret of yours is deleted.");
        else if (replaces && entry.state == State::NameTaken)
            lines << tr("The secret of yours goes over to it.");
        note->say(lines.join(QLatin1Char('\n')),
                  replaces && entry.signsInElsewhere ? FieldNote::Level::Warning : FieldNote::Level::Info);
    };
    describe();
    connect(choice, &QComboBox::currentIndexChanged, note, describe);
    connect(choice, &QComboBox::currentIndexChanged, this, &ImportConnectionsDialog::updateButtons);
    m_rows.push_back({entry, choice});
}

QList<ImportDecision> ImportConnectionsDialog::decisions() const
{
    QList<ImportDecision> result;
    for (const Row &row : m_rows) {
        const int action = row.choice ? row.choice->currentData().toInt() : leaveOut;
        if (action != leaveOut)
            result << ImportDecision{row.entry, static_cast<Action>(action)};
    }
    return result;
}

void ImportConnectionsDialog::updateButtons()
{
    // Before the button is there, nobody can press it.
    if (auto *import = m_box->findChild<QPushButton *>(QStringLiteral("import")))
        import->setEnabled(!decisions().isEmpty());
}

} // namespace sonde
