#include "widgets/exportdialog.h"

#include "results/xlsxwriter.h"
#include "widgets/dialogsize.h"
#include "widgets/exportoptionsform.h"
#include "widgets/exportpreview.h"
#include "widgets/exportprofilebar.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>

namespace sonde {

namespace {

constexpr int groupGap = 16;
constexpr int usualWidth = 760;
/// What does not fit is scrolled to; a small screen has room for this.
constexpr int mostHeight = 640;
/// What a frame and a panel of the desktop take.
constexpr QSize aroundDialogs(24, 48);
/// As many as the preview has room for.
constexpr std::size_t previewRows = 6;

qint64 countOf(const Selection &selection)
{
    return static_cast<qint64>(selection.rows ? selection.rows->size() : selection.table.rowCount());
}

} // namespace

Selection rowsFor(const ExportRequest &request, const ExportRows &rows)
{
    Selection selection = request.selectionOnly ? rows.selected : rows.all;
    selection.columns = request.allColumns ? std::vector<int>() : rows.columns;
    return selection;
}

ExportDialog::ExportDialog(const ExportRequest &initial, ExportRows rows,
                           const QList<ExportProfile> &profiles, QWidget *parent)
    : QDialog(parent)
    , m_rows(std::move(rows))
    , m_profiles(new ExportProfileBar(profiles, this))
    , m_keepProfile(new QCheckBox(this))
    , m_format(new QComboBox(this))
    , m_allRows(new QRadioButton(this))
    , m_selectedRows(new QRadioButton(this))
    , m_shownColumns(new QRadioButton(this))
    , m_allColumns(new QRadioButton(this))
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_note(new QLabel(this))
    , m_split(new QCheckBox(this))
    , m_openWhenDone(new QCheckBox(tr("&Open when done"), this))
    , m_options(new ExportOptionsForm(this))
    , m_preview(new ExportPreview(this))
{
    setWindowTitle(tr("Export results"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    auto *scrollArea = new QScrollArea(this);
    scrollArea->setFrameShape(QFrame::NoFrame);
    scrollArea->setWidgetResizable(true);
    scrollArea->setFocusPolicy(Qt::NoFocus);
    scrollArea->setWidget(makeForm());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(scrollArea, 1);
    column->addWidget(buttons);
    fill(initial);
    connectParts();
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    update();
    m_profiles->chooseEqual();
    m_format->setFocus();
    // Sizes are those of the style only then.
    for (QWidget *child : findChildren<QWidget *>())
        child->ensurePolished();
    // The area would be as small as it can.
    const QSize form = scrollArea->widget()->sizeHint();
    const QMargins margins = column->contentsMargins();
    const int height =
        form.height() + column->spacing() + buttons->sizeHint().height() + margins.top() + margins.bottom();
    const QSize room = screen()->availableSize() - aroundDialogs;
    const QSize wanted(qMax(wideWidth(), scaled(*this, usualWidth)), qMin(height, scaled(*this, mostHeight)));
    resize(wanted.boundedTo(room));
}

QWidget *ExportDialog::makeForm()
{
    auto *form = new QWidget;
    auto *what = new QGridLayout;
    what->setHorizontalSpacing(8);
    what->setVerticalSpacing(8);
    what->setColumnStretch(1, 1);
    makeWhat(*what);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(2 * groupGap);
    m_columns->addLayout(what, 3);
    auto *right = new QVBoxLayout;
    right->addWidget(m_options);
    right->addStretch(1);
    m_columns->addLayout(right, 2);
    auto *label = new QLabel(tr("The first lines"), form);
    label->setBuddy(m_preview);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_profiles);
    m_keepProfile->setObjectName(QStringLiteral("keepProfile"));
    m_keepProfile->hide();
    column->addWidget(m_keepProfile);
    column->addSpacing(groupGap - 8);
    column->addLayout(m_columns);
    column->addSpacing(groupGap - 8);
    column->addWidget(label);
    column->addWidget(m_preview, 1);
    return form;
}

void ExportDialog::setSideBySide(bool isSideBySide)
{
    m_columns->setDirection(isSideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isSideBySide ? 2 * groupGap : groupGap);
}

/// What both columns side by side need, with what stands around them.
int ExportDialog::wideWidth()
{
    setSideBySide(true);
    m_columns->parentWidget()->layout()->invalidate();
    const QMargins margins = layout()->contentsMargins();
    return m_columns->parentWidget()->layout()->totalMinimumSize().width() + margins.left() +
           margins.right() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

/// Where text is large or the screen small, what stands side by side goes below each other.
void ExportDialog::arrangeColumns()
{
    setSideBySide(width() >= wideWidth());
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrangeColumns();
}

void ExportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // Only now all parts have the sizes that the style gives them.
    arrangeColumns();
}

void ExportDialog::makeWhat(QGridLayout &grid)
{
    int row = 0;
    const auto add = [this, &grid, &row](const QString &text, QWidget *field, QLayout *layout = nullptr) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(QString(text).remove(u'&'));
        grid.addWidget(label, row, 0);
        if (layout != nullptr)
            grid.addLayout(layout, row++, 1);
        else
            grid.addWidget(field, row++, 1);
    };
    for (const ExportFormat format : fileFormats())
        m_format->addItem(exportFormatLabel(format), QVariant::fromValue(format));
    m_format->setObjectName(QStringLiteral("format"));
    add(tr("&Format"), m_format);

    const auto addChoice = [this, &grid, &row](const QString &text, QRadioButton *first,
                                               QRadioButton *second) {
        auto *group = new QButtonGroup(this);
        group->addButton(first);
        group->addButton(second);
        auto *pair = new QVBoxLayout;
        pair->setSpacing(4);
        pair->addWidget(first);
        pair->addWidget(second);
        grid.addWidget(new QLabel(text, this), row, 0, Qt::AlignTop);
        grid.addLayout(pair, row++, 1);
    };
    m_allRows->setObjectName(QStringLiteral("allRows"));
    m_selectedRows->setObjectName(QStringLiteral("selectedRows"));
    m_shownColumns->setObjectName(QStringLiteral("shownColumns"));
    m_allColumns->setObjectName(QStringLiteral("allColumns"));
    addChoice(tr("Rows"), m_allRows, m_selectedRows);
    addChoice(tr("Columns"), m_shownColumns, m_allColumns);

    m_path->setObjectName(QStringLiteral("path"));
    m_browse->setObjectName(QStringLiteral("browse"));
    auto *path = new QHBoxLayout;
    path->setSpacing(8);
    path->addWidget(m_path, 1);
    path->addWidget(m_browse);
    add(tr("File &name"), m_path, path);
    m_split->setObjectName(QStringLiteral("split"));
    grid.addWidget(m_split, row++, 1);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    // Room for two lines, so that the dialog does not jump while one types.
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    grid.addWidget(m_note, row++, 1);
    m_openWhenDone->setObjectName(QStringLiteral("openWhenDone"));
    grid.addWidget(m_openWhenDone, row++, 1);
    grid.setRowStretch(row, 1);
}

void ExportDialog::fill(const ExportRequest &initial)
{
    const QLocale locale;
    const QString all = locale.toString(countOf(m_rows.all));
    const qint64 selected = m_rows.selected.rows ? countOf(m_rows.selected) : 0;
    if (m_rows.isFiltered)
        //: %1: how many, as 1,204
        m_allRows->setText(tr("&All rows that the filters show (%1)").arg(all));
    else
        //: %1: how many, as 1,204
        m_allRows->setText(tr("&All rows (%1)").arg(all));
    //: %1: how many, as 1,204
    m_selectedRows->setText(tr("The sele&cted rows (%1)").arg(locale.toString(selected)));
    m_selectedRows->setEnabled(selected > 0);
    const bool isSelection = initial.selectionOnly && selected > 0;
    m_allRows->setChecked(!isSelection);
    m_selectedRows->setChecked(isSelection);
    const auto shown = static_cast<qint64>(m_rows.columns.size());
    //: %1: how many
    m_shownColumns->setText(tr("As sho&wn (%1)").arg(locale.toString(shown)));
    //: %1: how many
    m_allColumns->setText(
        tr("All in &their own order (%1)").arg(locale.toString(m_rows.all.table.columnCount())));
    m_shownColumns->setChecked(!initial.allColumns);
    m_allColumns->setChecked(initial.allColumns);
    m_path->setText(QDir::toNativeSeparators(initial.path));
    m_split->setChecked(initial.isSplit);
    m_openWhenDone->setChecked(initial.openWhenDone);
    m_options->setOptions(initial.options);
    m_shownFormat = initial.options.format;
    for (const ExportFormat other : fileFormats())
        giveSuffix(other, m_shownFormat);
    m_format->setCurrentIndex(qMax(0, fileFormats().indexOf(m_shownFormat)));
}

void ExportDialog::connectParts()
{
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::update);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_options, &ExportOptionsForm::changed, this, &ExportDialog::update);
    connect(m_split, &QCheckBox::toggled, this, &ExportDialog::update);
    connect(m_selectedRows, &QRadioButton::toggled, this, &ExportDialog::update);
    connect(m_allColumns, &QRadioButton::toggled, this, &ExportDialog::update);
    connect(m_profiles, &ExportProfileBar::chosen, this, &ExportDialog::takeOptions);
    connect(m_profiles, &ExportProfileBar::profilesChanged, this, &ExportDialog::profilesChanged);
    connect(m_profiles, &ExportProfileBar::renamed, this, [this](const QString &before, const QString &name) {
        if (m_keptProfile == before)
            m_keptProfile = name;
    });
    connect(m_profiles, &ExportProfileBar::currentChanged, this, &ExportDialog::updateKept);
}

ExportFormat ExportDialog::format() const
{
    return m_format->currentData().value<ExportFormat>();
}

void ExportDialog::offerToKeepProfile(const QString &favourite, const QString &profile)
{
    m_keptProfile = profile;
    m_profiles->choose(profile);
    //: %1: a favourite’s name
    const QString text = tr("&Keep the profile for “%1”");
    m_keepProfile->setText(text.arg(QString(favourite).replace(u'&', QLatin1String("&&"))));
    m_keepProfile->setToolTip(tr("The next export of this favourite begins with it"));
    m_keepProfile->show();
    m_shownProfile = m_profiles->current();
    m_keepProfile->setEnabled(!m_shownProfile.isEmpty());
    m_keepProfile->setChecked(!profile.isEmpty());
}

std::optional<QString> ExportDialog::profileToKeep() const
{
    const QString chosen = m_profiles->current();
    if (m_keepProfile->isHidden() || chosen.isEmpty())
        return std::nullopt;
    if (m_keepProfile->isChecked())
        return chosen;
    // Another one, this time; or the kept one, which is no longer wanted.
    return chosen == m_keptProfile ? std::optional<QString>(QString()) : std::nullopt;
}

void ExportDialog::updateKept()
{
    const QString chosen = m_profiles->current();
    m_keepProfile->setEnabled(!chosen.isEmpty());
    if (chosen == m_shownProfile)
        return;
    m_shownProfile = chosen;
    m_keepProfile->setChecked(!chosen.isEmpty() && chosen == m_keptProfile);
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    const QString typed = QDir::fromNativeSeparators(m_path->text().trimmed());
    request.path = typed.isEmpty() ? QString() : QDir::cleanPath(QDir::home().absoluteFilePath(typed));
    request.options = m_options->options();
    request.selectionOnly = m_selectedRows->isChecked();
    request.allColumns = m_allColumns->isChecked();
    request.openWhenDone = m_openWhenDone->isChecked();
    request.isSplit = m_split->isChecked();
    return request;
}

void ExportDialog::accept()
{
    update();
    if (!m_export->isEnabled())
        return;
    const ExportRequest now = request();
    emit exportRequested(now, rowsFor(now, m_rows));
    QDialog::accept();
}

void ExportDialog::browse()
{
    const ExportRequest now = request();
    const QString suffix = exportFormatSuffix(now.options.format);
    auto *dialog = new QFileDialog(this, tr("Export to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({exportFormatLabel(now.options.format) + QStringLiteral(" (*.") + suffix + u')',
                            tr("All files (*)")});
    // This dialog says itself that a file will be replaced.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QFileInfo file(now.path);
    dialog->setDirectory(file.dir().exists() ? file.absolutePath() : QDir::homePath());
    dialog->selectFile(file.fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ExportDialog::changeFormat()
{
    giveSuffix(std::exchange(m_shownFormat, format()), format());
    m_options->setFormat(format());
}

/// The name follows the format as long as it ends as the other format's would.
void ExportDialog::giveSuffix(ExportFormat from, ExportFormat to)
{
    const QString old = u'.' + exportFormatSuffix(from);
    const QString path = m_path->text();
    if (path.endsWith(old, Qt::CaseInsensitive))
        m_path->setText(path.chopped(old.size()) + u'.' + exportFormatSuffix(to));
}

void ExportDialog::takeOptions(const ExportOptions &options)
{
    m_options->setOptions(options);
    m_format->setCurrentIndex(qMax(0, fileFormats().indexOf(options.format)));
    update();
}

QString ExportDialog::problemOfPath(const QString &path) const
{
    const QFileInfo file(path);
    if (path.isEmpty())
        return tr("Type a file name, or choose one with Browse.");
    if (file.isDir())
        return tr("“%1” is a folder. Add a file name to it.").arg(QDir::toNativeSeparators(path));
    if (!file.dir().exists()) {
        return tr("The folder “%1” does not exist. Choose another one.")
            .arg(QDir::toNativeSeparators(file.absolutePath()));
    }
    return {};
}

QString ExportDialog::problem() const
{
    const ExportRequest now = request();
    if (const QString problem = problemOfPath(now.path); !problem.isEmpty())
        return problem;
    if (const QString problem = m_options->problem(); !problem.isEmpty())
        return problem;
    const Selection rows = rowsFor(now, m_rows);
    if (now.options.format != ExportFormat::Xlsx)
        return {};
    const auto columns =
        now.allColumns ? static_cast<std::size_t>(rows.table.columnCount()) : rows.columns.size();
    if (columns > mostXlsxColumns) {
        //: %1: how many, as 16,384
        return tr("A sheet has room for %1 columns. Choose another format, or hide columns.")
            .arg(QLocale().toString(mostXlsxColumns));
    }
    if (countOf(rows) > static_cast<qint64>(mostXlsxRows) && !now.isSplit) {
        //: %1: how many, as 1,048,575
        return tr("A sheet has room for %1 rows. Split them, or choose another format.")
            .arg(QLocale().toString(mostXlsxRows));
    }
    return {};
}

/// The files that are there already.
QStringList ExportDialog::replaced() const
{
    const ExportRequest now = request();
    const int parts = partCount(now, countOf(rowsFor(now, m_rows)));
    QStringList names;
    for (int part = 0; part < parts; ++part) {
        const QFileInfo file(partPath(now.path, part, parts));
        if (file.exists())
            names << file.fileName();
    }
    return names;
}

void ExportDialog::update()
{
    ExportRequest now = request();
    Selection rows = rowsFor(now, m_rows);
    now.isSplit = true;
    const int parts = partCount(now, countOf(rows));
    m_split->setVisible(parts > 1);
    m_split->setText(tr("&Split into %n files", nullptr, parts));

    const QString reason = problem();
    const QStringList old = reason.isEmpty() ? replaced() : QStringList();
    QString note = reason;
    if (old.size() == 1)
        note = tr("“%1” is there already and will be replaced.").arg(old.first());
    else if (old.size() > 1)
        note = tr("%n files are there already and will be replaced.", nullptr, static_cast<int>(old.size()));
    m_export->setEnabled(reason.isEmpty());
    m_export->setText(old.isEmpty() ? tr("&Export") : tr("&Replace"));
    m_note->setText(note);
    m_path->setAccessibleDescription(note);
    m_profiles->setOptions(now.options);
    arrangeColumns();
    if (!m_options->problem().isEmpty())
        return;
    m_preview->show(partOf(rows, 0, previewRows), now.options);
}

} // namespace sonde
