#include "widgets/opentabledialog.h"

#include "models/importcolumnsmodel.h"
#include "widgets/dialogsize.h"
#include "widgets/fieldnote.h"
#include "widgets/importtypedelegate.h"
#include "widgets/messagebar.h"
#include "widgets/progressline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>

namespace sonde {

namespace {

/// Gives what a box holds a place in it, of its own where it is none of the usual ones.
void choose(QComboBox &box, const QString &value)
{
    int index = box.findData(value);
    if (index < 0) {
        box.addItem(QString(u'“' + value + u'”'), value);
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

QComboBox *makeDelimiters(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(OpenTableDialog::tr("Comma"), QStringLiteral(","));
    box->addItem(OpenTableDialog::tr("Semicolon"), QStringLiteral(";"));
    box->addItem(OpenTableDialog::tr("Tab"), QStringLiteral("\t"));
    box->addItem(OpenTableDialog::tr("Pipe"), QStringLiteral("|"));
    return box;
}

QComboBox *makeQuotes(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(OpenTableDialog::tr("Double quotes"), QStringLiteral("\""));
    box->addItem(OpenTableDialog::tr("Single quotes"), QStringLiteral("'"));
    box->addItem(OpenTableDialog::tr("No quotes"), QString());
    return box;
}

} // namespace

OpenTableDialog::OpenTableDialog(LocalTables &tables, const Theme &theme, const Icons &icons, QWidget *parent)
    : QDialog(parent)
    , m_tables(tables)
    , m_messages(new MessageBar(theme, icons, this))
    , m_list(new QListWidget(this))
    , m_kind(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_nameNote(new FieldNote(theme, icons, m_name, this))
    , m_model(new ImportColumnsModel(this))
    , m_columns(new QTreeView(this))
    , m_remarks(new QLabel(this))
    , m_progress(new ProgressLine(this))
    , m_box(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Open as table"));
    makeLayout();
    connectParts();
    giveSize(*this, {760, 560});
}

OpenTableDialog::~OpenTableDialog() = default;

void OpenTableDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        m_files.emplace_back();
        m_files.back().source.path = path;
        look(m_files.size() - 1);
    }
    listTables();
}

QStringList OpenTableDialog::paths() const
{
    QStringList paths;
    for (const File &file : m_files) {
        if (!file.error && (!file.guess || file.isWanted.contains(true)))
            paths += file.source.path;
    }
    return paths;
}

void OpenTableDialog::makeLayout()
{
    m_list->setAccessibleName(tr("Tables"));
    m_list->setMinimumWidth(scaled(*this, 160));
    m_list->setMaximumWidth(scaled(*this, 220));
    auto *open = m_box->addButton(tr("&Open as table"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("open"));
    open->setDefault(true);
    m_progress->setStopText(tr("&Stop"));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_list);
    middle->addWidget(makeTableSide(), 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_messages);
    column->addLayout(middle, 1);
    column->addWidget(m_progress);
    column->addWidget(m_box);
    // In the order of reading.
    QWidget *before = m_list;
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_name, m_delimiter, m_quote, m_header, m_columns}) {
        setTabOrder(before, field);
        before = field;
    }
}

QWidget *OpenTableDialog::makeTableSide()
{
    auto *side = new QWidget(this);
    m_kind->setTextFormat(Qt::PlainText);
    m_kind->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("tableName"));
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    m_columns->setModel(m_model);
    m_columns->setRootIsDecorated(false);
    m_columns->setUniformRowHeights(true);
    m_columns->setAlternatingRowColors(true);
    m_columns->setItemDelegateForColumn(ImportColumnsModel::Type, new ImportTypeDelegate(m_columns));
    m_columns->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                               QAbstractItemView::EditKeyPressed);
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Names and types can be changed: double click, or F2"));
    m_columns->header()->setStretchLastSection(true);
    m_side = side;
    m_form = new QFormLayout;
    m_form->setContentsMargins(0, 0, 0, 0);
    auto *name = new QVBoxLayout;
    name->setSpacing(4);
    name->addWidget(m_name);
    name->addWidget(m_nameNote);
    auto *label = new QLabel(tr("&Name of the table:"), side);
    label->setBuddy(m_name);
    m_form->addRow(label, name);
    addDialect();
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kind);
    column->addLayout(m_form);
    column->addWidget(m_columns, 1);
    column->addWidget(m_remarks);
    return side;
}

void OpenTableDialog::addDialect()
{
    m_delimiter = makeDelimiters(m_side);
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_quote = makeQuotes(m_side);
    m_quote->setObjectName(QStringLiteral("quote"));
    m_header = new QCheckBox(tr("Names in the &first line"), m_side);
    m_header->setObjectName(QStringLiteral("header"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_delimiter, m_quote, m_header})
        field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_form->addRow(tr("&Delimiter:"), m_delimiter);
    m_form->addRow(tr("&Quotes:"), m_quote);
    m_form->addRow(QString(), m_header);
}

void OpenTableDialog::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &OpenTableDialog::showTable);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const auto row = static_cast<std::size_t>(m_list->row(item));
        if (m_isShowing || row >= m_places.size())
            return;
        const Place place = m_places[row];
        m_files[place.file].isWanted[place.table] = item->checkState() == Qt::Checked;
        showProblems();
    });
    connect(m_name, &QLineEdit::textEdited, this, &OpenTableDialog::rename);
    connect(m_model, &ImportColumnsModel::edited, this, &OpenTableDialog::keepColumns);
    for (const QComboBox *box : {m_delimiter, m_quote})
        connect(box, &QComboBox::activated, this, &OpenTableDialog::correctDialect);
    connect(m_header, &QCheckBox::clicked, this, &OpenTableDialog::correctDialect);
    connect(m_progress, &ProgressLine::stopRequested, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_box, &QDialogButtonBox::accepted, this, &OpenTableDialog::readFiles);
    connect(m_box, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void OpenTableDialog::look(std::size_t file)
{
    File &one = m_files[file];
    one.job.reset(m_tables.guess(one.source));
    connect(one.job.get(), &LocalTablesJob::guessed, this,
            [this, file](const Result<ImportGuess> &outcome) { takeGuess(file, outcome); });
}

void OpenTableDialog::takeGuess(std::size_t file, const Result<ImportGuess> &outcome)
{
    File &one = m_files[file];
    one.job.release()->deleteLater(); // it is this one that speaks
    one.guess.reset();
    one.error.reset();
    if (outcome) {
        one.guess = *outcome;
        if (one.isWanted.size() != outcome->tables.size())
            one.isWanted = QList<bool>(outcome->tables.size(), true);
    } else {
        one.error = outcome.error();
    }
    listTables();
}

void OpenTableDialog::listTables()
{
    const int before = m_list->currentRow();
    const bool isFirst = m_places.empty();
    const bool areLooking =
        std::any_of(m_files.begin(), m_files.end(), [](const File &file) { return file.job != nullptr; });
    {
        const QScopedValueRollback<bool> guard(m_isShowing, true);
        m_list->clear();
        m_places.clear();
        m_messages->clear();
        for (std::size_t file = 0; file < m_files.size(); ++file) {
            if (m_files[file].error)
                m_messages->showError(*m_files[file].error);
            if (!m_files[file].guess)
                continue;
            const QList<ImportTable> &tables = m_files[file].guess->tables;
            for (qsizetype i = 0; i < tables.size(); ++i) {
                m_places.push_back({file, i});
                auto *item = new QListWidgetItem(tables.at(i).name, m_list);
                item->setCheckState(m_files[file].isWanted.at(i) ? Qt::Checked : Qt::Unchecked);
                item->setToolTip(m_files[file].source.path.toHtmlEscaped());
            }
        }
    }
    m_list->setVisible(m_places.size() > 1);
    if (!m_places.empty())
        m_list->setCurrentRow(std::clamp(before, 0, static_cast<int>(m_places.size()) - 1));
    m_side->setVisible(!m_places.empty());
    if (isFirst && !m_places.empty())
        m_name->setFocus(); // before there was nothing to type in
    if (areLooking)
        m_progress->start(tr("Looking at the beginning of the file"));
    else
        m_progress->finish();
    showTable();
}

std::optional<OpenTableDialog::Place> OpenTableDialog::currentPlace() const
{
    const int row = m_list->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_places.size())
        return std::nullopt;
    return m_places[static_cast<std::size_t>(row)];
}

ImportTable *OpenTableDialog::currentTable()
{
    const auto place = currentPlace();
    return place ? &m_files[place->file].guess->tables[place->table] : nullptr;
}

void OpenTableDialog::showTable()
{
    const auto place = currentPlace();
    if (m_isShowing || !place) {
        showProblems();
        return;
    }
    const ImportGuess &guess = *m_files[place->file].guess;
    const ImportTable &table = guess.tables.at(place->table);
    const QScopedValueRollback<bool> guard(m_isShowing, true);
    //: %1: a file’s name; %2: a kind, as CSV; %3: a size, as 12 MB
    m_kind->setText(tr("“%1”: %2, %3")
                        .arg(QFileInfo(guess.path).fileName(), importKindText(guess.kind),
                             QLocale().formattedDataSize(guess.bytes)));
    m_name->setText(table.name);
    showDialect(guess);
    m_model->setTable(table, guess.kind == ImportKind::StoredResult);
    for (int column = 0; column < ImportColumnsModel::FirstValues; ++column)
        m_columns->resizeColumnToContents(column);
    m_remarks->setText(guess.remarks.join(u'\n'));
    m_remarks->setVisible(!guess.remarks.isEmpty());
    showProblems();
}

void OpenTableDialog::showDialect(const ImportGuess &guess)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_delimiter, m_quote, m_header})
        m_form->setRowVisible(field, guess.kind == ImportKind::Csv);
    if (guess.kind != ImportKind::Csv)
        return;
    choose(*m_delimiter, guess.csv.delimiter);
    choose(*m_quote, guess.csv.quote);
    m_header->setChecked(guess.csv.hasHeader);
}

QString OpenTableDialog::problemOf(const ImportTable &table) const
{
    if (table.name.isEmpty())
        return tr("A table needs a name.");
    if (kqlTableName(table.name) != table.name)
        return tr("A name has letters, digits and _ only, no digit first, and is no word of KQL.");
    int count = 0;
    for (const ImportGuess &guess : wanted()) {
        for (const ImportTable &other : guess.tables)
            count += other.name == table.name ? 1 : 0;
    }
    return count > 1 ? tr("Two of these tables have this name. Give one of them another, or leave one out.")
                     : QString();
}

void OpenTableDialog::showProblems()
{
    const QList<ImportGuess> guesses = wanted();
    bool isFine = !guesses.isEmpty() && !m_job;
    for (const File &file : m_files)
        isFine = isFine && file.job == nullptr;
    for (const ImportGuess &guess : guesses) {
        for (const ImportTable &table : guess.tables)
            isFine = isFine && problemOf(table).isEmpty();
    }
    auto *open = m_box->findChild<QPushButton *>(QStringLiteral("open"));
    open->setEnabled(isFine);
    if (isFine)
        open->setDefault(true); // a button that is greyed loses it to the other one
    const ImportTable *table = currentTable();
    const QString problem = table != nullptr ? problemOf(*table) : QString();
    if (!problem.isEmpty())
        m_nameNote->say(problem);
    else if (table != nullptr && m_tables.has(table->name))
        m_nameNote->say(tr("You have a table of this name; this one takes its place."),
                        FieldNote::Level::Warning);
    else
        m_nameNote->say({});
}

void OpenTableDialog::correctDialect()
{
    const auto place = currentPlace();
    if (m_isShowing || !place)
        return;
    ImportSource &source = m_files[place->file].source;
    source.name = m_name->text();
    source.csv.delimiter = m_delimiter->currentData().toString();
    source.csv.quote = m_quote->currentData().toString();
    source.csv.hasHeader = m_header->isChecked();
    look(place->file);
    showProblems();
}

void OpenTableDialog::rename(const QString &name)
{
    if (ImportTable *table = currentTable()) {
        table->name = name.trimmed();
        const QScopedValueRollback<bool> guard(m_isShowing, true);
        m_list->currentItem()->setText(table->name);
    }
    showProblems();
}

void OpenTableDialog::keepColumns()
{
    if (ImportTable *table = currentTable())
        table->columns = m_model->table().columns;
}

QList<ImportGuess> OpenTableDialog::wanted() const
{
    QList<ImportGuess> guesses;
    for (const File &file : m_files) {
        if (!file.guess)
            continue;
        ImportGuess guess = *file.guess;
        guess.tables.clear();
        for (qsizetype i = 0; i < file.guess->tables.size(); ++i) {
            if (file.isWanted.at(i))
                guess.tables += file.guess->tables.at(i);
        }
        if (!guess.tables.isEmpty())
            guesses += guess;
    }
    return guesses;
}

void OpenTableDialog::readFiles()
{
    m_messages->clear();
    m_job.reset(m_tables.addFiles(wanted()));
    connect(m_job.get(), &LocalTablesJob::progressed, m_progress, &ProgressLine::setPermille);
    connect(m_job.get(), &LocalTablesJob::added, this, &OpenTableDialog::takeAdded);
    m_progress->start(tr("Reading"));
    setBusy(true);
}

void OpenTableDialog::takeAdded(const Result<LocalTablesAdded> &outcome)
{
    m_job.release()->deleteLater(); // it is this one that speaks
    m_progress->finish();
    setBusy(false);
    if (outcome) {
        emit opened(*outcome);
        accept();
    } else if (outcome.error().kind == ErrorKind::Cancelled) {
        m_messages->showMessage(MessageBar::Level::Info, tr("The reading was stopped; no table was made."));
    } else {
        m_messages->showError(outcome.error());
    }
}

void OpenTableDialog::setBusy(bool isBusy)
{
    m_list->setEnabled(!isBusy);
    m_side->setEnabled(!isBusy);
    showProblems();
}

void OpenTableDialog::done(int result)
{
    m_job.reset(); // stops it
    QDialog::done(result);
}

} // namespace sonde
