#include "widgets/wholecellwindow.h"

#include "core/atomicfile.h"
#include "core/kqltext.h"
#include "models/background.h"
#include "models/jsonformat.h"
#include "models/jsontree.h"
#include "models/rowdetailsmodel.h"
#include "results/writers.h"
#include "widgets/dialogsize.h"
#include "widgets/fieldquery.h"
#include "widgets/fieldsearch.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/textsearch.h"
#include "widgets/theme.h"
#include "widgets/wholetextview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

/// More are read in the tree, which needs no memory for those that are folded.
constexpr std::size_t mostLines = 1'000'000;
const QKeySequence keepKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_Space);
const QKeySequence leaveOutKeys(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Space);

/// Datetimes, spans and fractions have more or fewer digits there.
bool isWrittenInKqlAsHere(ColumnType type)
{
    switch (type) {
    case ColumnType::String:
    case ColumnType::Dynamic:
    case ColumnType::Guid:
    case ColumnType::Int:
    case ColumnType::Long:
        return true;
    default:
        return false;
    }
}

bool isText(ColumnType type)
{
    return type == ColumnType::String || type == ColumnType::Dynamic;
}

} // namespace

WholeCell WholeCell::of(const ColumnHeader &header, const CellRef &cell)
{
    WholeCell whole;
    whole.name = header.name;
    if (cell.column != nullptr) {
        whole.table.append(Table({*cell.column}, cell.column->size()));
        whole.row = cell.row;
    } else {
        ColumnBuilder builder(header.name, header.type);
        builder.appendNull();
        whole.table.append(Table({builder.build()}, 1));
    }
    if (isWrittenInKqlAsHere(header.type))
        whole.kqlText = sonde::kqlText(kqlName(header.name), header.type);
    return whole;
}

WholeCell WholeCell::ofPath(const QString &path, const QString &text)
{
    ColumnBuilder builder(path, ColumnType::String);
    builder.appendText(text.toStdString());
    WholeCell whole;
    whole.name = path;
    whole.table.append(Table({builder.build()}, 1));
    whole.kqlText = sonde::kqlText(path, ColumnType::Dynamic);
    return whole;
}

WholeCellWindow::WholeCellWindow(WholeCell cell, const CellFormatter &formatter, const Theme &theme,
                                 const Icons &icons, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_cell(std::move(cell))
    , m_formatter(formatter)
    , m_theme(theme)
    , m_icons(icons)
    , m_tabs(new QTabWidget(this))
    , m_facts(new QLabel(this))
    , m_wrap(new QCheckBox(this))
    , m_isCut(std::make_shared<std::atomic_bool>(false))
{
    const CellRef ref = m_cell.table.cell(m_cell.row, 0);
    m_isJson =
        !ref.isNull() && isText(ref.column->type()) && looksLikeJsonContainer(ref.column->text(ref.row));
    m_tabs->setDocumentMode(true);
    // Its bar takes the keyboard, as a stop of its own it would be one too many.
    m_tabs->setFocusProxy(nullptr);
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->setTabBarAutoHide(true);
    addTextPage();
    if (m_isJson)
        addJsonPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(makeBar());
    setTabOrder(m_pages.constLast().content, m_wrap); // as they stand
    addKeys();
    keepTranslated(this, [this] { retranslate(); });
    m_wrap->setChecked(true);
    connect(m_tabs, &QTabWidget::currentChanged, this, &WholeCellWindow::fillCurrent);
    connect(m_wrap, &QCheckBox::toggled, this, &WholeCellWindow::updateWrapping);
    giveSize(*this, {800, 600});
    showPage(m_isJson ? LinesPage : TextPage);
    fillCurrent();
}

void WholeCellWindow::addTextPage()
{
    auto *view = new WholeTextView(m_theme, this);
    addPage(view, new TextSearch(*view, m_icons, this), view);
}

void WholeCellWindow::addJsonPages()
{
    auto *lines = new WholeTextView(m_theme, this);
    addPage(lines, new TextSearch(*lines, m_icons, this), lines);
    m_tree = new FieldTree(FieldTree::Shows::Value, m_theme, m_icons, this);
    m_tree->setFont(m_theme.cellFont());
    // A column's own name will do where it is no text.
    if (m_cell.table.headers().constFirst().type == ColumnType::String)
        m_tree->setKqlText(m_cell.kqlText);
    connect(&m_theme, &Theme::fontsChanged, m_tree, [this] { m_tree->setFont(m_theme.cellFont()); });
    connect(m_tree, &FieldTree::wholeRequested, this, &WholeCellWindow::openCurrentField);
    addPage(m_tree, new FieldSearch(*m_tree, m_icons, this), nullptr);
}

void WholeCellWindow::addPage(QWidget *view, SearchStrip *search, WholeTextView *text)
{
    auto *page = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 0);
    line->addWidget(search);
    layout->addLayout(line);
    layout->addWidget(view, 1);
    setTabOrder(search, view);
    m_tabs->addTab(page, QString());
    m_pages.append({view, text, search, false});
    if (text == nullptr)
        return;
    connect(text, &WholeTextView::shown, this, &WholeCellWindow::showFacts);
    text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(text, &QWidget::customContextMenuRequested, this,
            [this, text](const QPoint &place) { openTextMenu(*text, place); });
}

QWidget *WholeCellWindow::makeBar()
{
    auto *bar = new QWidget(this);
    m_wrap->setParent(bar);
    auto *copyButton = new QPushButton(bar);
    auto *saveButton = new QPushButton(bar);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, bar);
    copyButton->setIcon(m_icons.icon(QLatin1StringView("copy")));
    saveButton->setIcon(m_icons.icon(QLatin1StringView("save")));
    for (QPushButton *button : {copyButton, saveButton, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false); // Enter is for the search
    keepTranslated(bar, [copyButton, saveButton] {
        copyButton->setText(tr("Copy &all"));
        saveButton->setText(tr("&Save as\u2026"));
    });
    connect(copyButton, &QPushButton::clicked, this, &WholeCellWindow::copy);
    connect(saveButton, &QPushButton::clicked, this, &WholeCellWindow::askWhereToSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_wrap);
    layout->addSpacing(8);
    layout->addWidget(m_facts, 1);
    layout->addWidget(copyButton);
    layout->addWidget(saveButton);
    layout->addWidget(buttons);
    return bar;
}

void WholeCellWindow::addKeys()
{
    const auto add = [this](const QKeySequence &keys, void (SearchStrip::*command)()) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, command] { (current().search->*command)(); });
    };
    add(QKeySequence::Find, &SearchStrip::open);
    add(Qt::Key_F3, &SearchStrip::findNext);
    add(Qt::SHIFT | Qt::Key_F3, &SearchStrip::findPrevious);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            &WholeCellWindow::askWhereToSave);
    // As tabs go in the window of the queries.
    const auto move = [this](const QKeySequence &keys, int by) {
        connect(new QShortcut(keys, this), &QShortcut::activated, m_tabs, [this, by] {
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) % m_tabs->count());
        });
    };
    move(Qt::CTRL | Qt::Key_PageDown, 1);
    move(Qt::CTRL | Qt::Key_PageUp, -1);
    // As cells go into the query in the window of the queries.
    const auto send = [this](const QKeySequence &keys, bool isKept) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this,
                [this, isKept] { sendSelection(isKept); });
    };
    send(keepKeys, true);
    send(leaveOutKeys, false);
    if (m_tree != nullptr) {
        connect(new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C, m_tree, nullptr, nullptr, Qt::WidgetShortcut),
                &QShortcut::activated, m_tree, &FieldTree::copyPath);
    }
}

void WholeCellWindow::retranslate()
{
    //: %1: the name of a column or field
    setWindowTitle(tr("%1 \u2013 whole value").arg(m_cell.name));
    const std::array texts{tr("Text"), tr("JSON on lines"), tr("Tree")};
    for (int page = 0; page < m_tabs->count(); ++page) {
        m_tabs->setTabText(page, texts.at(static_cast<std::size_t>(page)));
        if (m_pages.at(page).view != nullptr)
            m_pages.at(page).view->setAccessibleName(tr("Whole value"));
    }
    m_tabs->tabBar()->setAccessibleName(tr("How the value is shown"));
    m_wrap->setText(tr("&Wrap lines"));
    showFacts();
}

void WholeCellWindow::showPage(Page page)
{
    if (page < m_tabs->count())
        m_tabs->setCurrentIndex(page);
}

const WholeCellWindow::PageParts &WholeCellWindow::current() const
{
    return m_pages.at(m_tabs->currentIndex());
}

/// A page is made ready when it is looked at.
void WholeCellWindow::fillCurrent()
{
    PageParts &page = m_pages[m_tabs->currentIndex()];
    m_wrap->setEnabled(page.view != nullptr);
    updateWrapping();
    if (!std::exchange(page.isFilled, true)) {
        switch (m_tabs->currentIndex()) {
        case TextPage:
            fillText();
            break;
        case LinesPage:
            fillLines();
            break;
        default:
            m_tree->showRecord(m_cell.table, m_cell.row);
            m_tree->expand(m_tree->fields().find(0));
            m_tree->goToColumn(0);
            break;
        }
    }
    page.content->setFocus(Qt::OtherFocusReason);
    showFacts();
}

void WholeCellWindow::fillText()
{
    m_pages.at(TextPage).view->showText([cell = m_cell, formatter = m_formatter](const CancelState &) {
        return std::make_shared<const QString>(formatter.full(cell.table.cell(cell.row, 0)));
    });
}

void WholeCellWindow::fillLines()
{
    m_pages.at(LinesPage).view->showText(
        [cell = m_cell, isCut = m_isCut](const CancelState &cancel) -> std::shared_ptr<const QString> {
            const CellRef ref = cell.table.cell(cell.row, 0);
            const std::string_view text = ref.column->text(ref.row);
            const JsonTree::Ptr tree = JsonTree::read(text, std::make_shared<Column>(*ref.column), &cancel);
            // What looks like JSON and is none stands here as it is.
            if (!tree)
                return std::make_shared<const QString>(
                    QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
            const auto lines = formatJson(*tree, mostLines, cancel);
            if (!lines)
                return nullptr;
            isCut->store(lines->isCut);
            return std::make_shared<const QString>(QString::fromStdString(lines->text));
        });
}

/// A value in this one, in a window of its own.
void WholeCellWindow::openCurrentField()
{
    const auto path = m_tree->currentPath();
    if (!path || path->steps.isEmpty())
        return;
    const QString text =
        m_cell.table.headers().constFirst().type == ColumnType::String ? m_cell.kqlText : QString();
    const QString name = kqlPath(*path, m_tree->fields().table().headers(), text);
    auto *window = new WholeCellWindow(WholeCell::ofPath(name, m_tree->currentText()), m_formatter, m_theme,
                                       m_icons, parentWidget());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setAddLines(m_addLines);
    window->show();
}

bool WholeCellWindow::canSendSelection() const
{
    const WholeTextView *view = current().view;
    if (!m_addLines || m_cell.kqlText.isEmpty() || view == nullptr || !view->textCursor().hasSelection())
        return false;
    // What is put on lines stands otherwise in the value itself.
    const QString part = view->selectedPart().text;
    const auto isWritten = [](QChar c) { return c != u'"' && c != u'\\' && c >= u' '; };
    return m_tabs->currentIndex() == TextPage ||
           (!part.trimmed().startsWith(u':') && std::all_of(part.begin(), part.end(), isWritten));
}

void WholeCellWindow::sendSelection(bool isKept)
{
    if (!canSendSelection()) {
        m_facts->setText(tr("Select a part of the text that is to be looked for."));
        return;
    }
    const auto line = partLine(m_cell.kqlText, current().view->selectedPart(), isKept);
    if (!line) {
        m_facts->setText(line.error().message);
        return;
    }
    m_addLines(*line);
    //: %1: a line of KQL
    m_facts->setText(tr("Added to the query: %1").arg(line->trimmed()));
}

void WholeCellWindow::openTextMenu(WholeTextView &view, const QPoint &place)
{
    QMenu *menu = view.createStandardContextMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_addLines && !m_cell.kqlText.isEmpty()) {
        menu->addSeparator();
        const auto add = [this, menu](const QString &text, const QKeySequence &keys, bool isKept) {
            QAction *action = menu->addAction(text, this, [this, isKept] { sendSelection(isKept); });
            action->setShortcut(keys);
            action->setEnabled(canSendSelection());
        };
        add(tr("Only rows &with this, in the query"), keepKeys, true);
        add(tr("Rows with&out this, in the query"), leaveOutKeys, false);
    }
    menu->popup(view.viewport()->mapToGlobal(place));
}

void WholeCellWindow::showFacts()
{
    const PageParts &page = current();
    if (page.view == nullptr) {
        m_facts->clear();
        return;
    }
    if (page.view->isReading()) {
        m_facts->setText(tr("Reading\u2026"));
        return;
    }
    if (!page.view->source())
        return;
    const CellRef ref = m_cell.table.cell(m_cell.row, 0);
    const std::size_t size = ref.isNull() || !isTextType(ref.column->type())
                                 ? cellText(ref).size()
                                 : ref.column->text(ref.row).size();
    const auto bytes = static_cast<qint64>(size);
    QStringList facts{QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat)};
    if (m_tabs->currentIndex() == LinesPage && m_isCut->load())
        //: %L1: how many lines
        facts << tr("Only the first %L1 lines are shown here; text and tree have all of it.").arg(mostLines);
    else if (page.view->hasBrokenLines())
        facts << tr("Very long lines are broken on the screen, not in copies.");
    m_facts->setText(facts.join(QStringLiteral(" \u00b7 ")));
}

/// Of what is looked at; a text that is not has time.
void WholeCellWindow::updateWrapping()
{
    if (current().view != nullptr)
        current().view->setLineWrapMode(m_wrap->isChecked() ? QPlainTextEdit::WidgetWidth
                                                            : QPlainTextEdit::NoWrap);
}

void WholeCellWindow::copy()
{
    if (current().view != nullptr)
        current().view->copyAll();
    else
        m_tree->copyValue();
}

void WholeCellWindow::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the value"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = m_isJson ? QStringLiteral("json") : QStringLiteral("txt");
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({m_isJson ? tr("JSON (*.json)") : tr("Text (*.txt)"), tr("All files (*)")});
    QString name = m_cell.name;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'_' && c != u'-')
            c = u'_';
    }
    dialog->selectFile(name + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &WholeCellWindow::save);
    dialog->open();
}

/// As the page in front shows it; the tree's value as it came.
void WholeCellWindow::save(const QString &path)
{
    const bool isOnLines = m_tabs->currentIndex() == LinesPage && !m_isCut->load();
    const auto lines = isOnLines ? current().view->source() : nullptr;
    inBackground(
        this,
        [cell = m_cell, lines, path] {
            return replaceFile(path, lines ? lines->toStdString() : cellText(cell.table.cell(cell.row, 0)));
        },
        [this](const Result<void> &written) {
            if (written)
                return;
            auto *box = new QMessageBox(QMessageBox::Warning, windowTitle(), written.error().message,
                                        QMessageBox::Close, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(written.error().advice);
            box->open();
        });
}

} // namespace sonde
