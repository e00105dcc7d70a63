#include "widgets/findintabs.h"

#include "core/senttext.h"
#include "widgets/docktitle.h"
#include "widgets/keeptranslated.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/runstatus.h"
#include "widgets/searchfield.h"
#include "widgets/searchoptions.h"
#include "widgets/windowlist.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sonde {

namespace {

constexpr int numberRole = Qt::UserRole;
constexpr qsizetype mostListed = 2000;
constexpr qsizetype longestLine = 300;
constexpr int rowPadding = 6;

/// The line that \a offset is in, without the white space around it.
QString lineAt(const QString &text, qsizetype offset)
{
    const qsizetype start = offset == 0 ? 0 : text.lastIndexOf(u'\n', offset - 1) + 1;
    const qsizetype end = text.indexOf(u'\n', offset);
    return text.mid(start, end < 0 ? -1 : end - start).trimmed().left(longestLine);
}

} // namespace

FindInTabs::FindInTabs(QueryTabs &tabs, const Icons &icons, QMainWindow *window)
    : QDockWidget(window)
    , m_tabs(tabs)
    , m_text(new QLineEdit(this))
    , m_options(new SearchOptions(icons, this))
    , m_by(new QLineEdit(this))
    , m_replaceAll(new QPushButton(this))
    , m_answer(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("findInTabs")); // by which the window finds its place again
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeForm(icons));
    layout->addWidget(m_list, 1);
    setWidget(content);
    connectParts();
    window->addDockWidget(Qt::BottomDockWidgetArea, this);
    letKeyboardReachTitle(*this);
    hide();
    keepTranslated(this, [this] { retranslate(); });
}

QWidget *FindInTabs::makeForm(const Icons &icons)
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    makeSearchField(*m_text, icons);
    addClearButton(*m_by);
    row->addWidget(m_text, 2);
    row->addWidget(m_options);
    row->addWidget(m_by, 2);
    row->addWidget(m_replaceAll);
    row->addWidget(m_answer, 1);
    return form;
}

void FindInTabs::retranslate()
{
    setWindowTitle(tr("Find in all tabs"));
    m_text->setPlaceholderText(tr("Find in the queries of all tabs"));
    m_text->setAccessibleName(tr("Find in the queries of all tabs"));
    m_by->setPlaceholderText(tr("Replace with"));
    m_by->setAccessibleName(tr("Replace with"));
    m_replaceAll->setText(tr("Replace in all &tabs"));
    m_list->setAccessibleName(tr("Places found"));
    if (isVisible())
        look();
}

void FindInTabs::connectParts()
{
    connect(m_text, &QLineEdit::textChanged, this, &FindInTabs::look);
    connect(m_options, &SearchOptions::changed, this, &FindInTabs::look);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        look(); // the queries may be others by now
        if (m_list->topLevelItemCount() == 0)
            return;
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { goTo(item); });
    connect(m_replaceAll, &QPushButton::clicked, this, &FindInTabs::replaceAll);
    connect(m_by, &QLineEdit::returnPressed, m_replaceAll, &QPushButton::click);
}

void FindInTabs::openWith(const QString &text)
{
    show();
    raise();
    if (!text.isEmpty() && !text.contains(u'\n') && !text.contains(u'\r'))
        m_text->setText(text);
    look();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindInTabs::look()
{
    m_list->clear();
    m_places.clear();
    m_replaceAll->setEnabled(false);
    if (m_text->text().isEmpty()) {
        say({});
        return;
    }
    const auto search = PatternSearch::of(m_options->patternOf(m_text->text()));
    if (!search) {
        say(search.error().message);
        return;
    }
    qsizetype count = 0;
    int tabs = 0;
    bool isCut = false;
    for (QueryPage *page : m_tabs.pages()) {
        const QString text = page->editor().text();
        const auto matches = search->matches(text);
        if (!matches) {
            say(matches.error().message);
            return;
        }
        if (matches->isEmpty())
            continue;
        count += matches->size();
        isCut = isCut || matches->size() >= PatternSearch::mostMatches;
        ++tabs;
        list(page, text, *matches);
    }
    m_list->expandAll();
    m_replaceAll->setEnabled(count > 0);
    if (count == 0) {
        say(tr("Not found"));
        return;
    }
    if (isCut) {
        //: %L1: how many places at least have the text
        say(tr("More than %L1 places").arg(count));
        return;
    }
    //: %L1: how many places
    const QString places = tr("%L1 places", nullptr, pluralOf(count)).arg(count);
    //: %1: how many places, in words; %L2: in how many tabs
    const QString found = tr("%1 in %L2 tabs", nullptr, tabs);
    say(found.arg(places).arg(tabs));
}

void FindInTabs::list(QueryPage *page, const QString &text, const QList<TextMatch> &matches)
{
    auto *tab = new QTreeWidgetItem(m_list);
    tab->setSizeHint(0,
                     QSize(0, m_list->fontMetrics().height() + rowPadding)); // all rows are as high as this
    //: %1: the title of a tab; %L2: how many places in it
    const QString title = tr("%1 (%L2)");
    tab->setText(0, title.arg(m_tabs.titleOf(page)).arg(matches.size()));
    tab->setData(0, numberRole, m_places.size());
    m_places.append({page, matches.first(), lineAt(text, matches.first().start)});
    qsizetype counted = 0;
    int number = 1;
    for (const TextMatch &match : matches.first(std::min(matches.size(), mostListed))) {
        auto *place = new QTreeWidgetItem(tab);
        const QString line = lineAt(text, match.start);
        // From the match before on: they come in the order of the text.
        number += positionAt(text.mid(counted, match.start - counted), match.start - counted).line - 1;
        counted = match.start;
        place->setText(0, QStringLiteral("%1: %2").arg(number).arg(line));
        place->setData(0, numberRole, m_places.size());
        m_places.append({page, match, line});
    }
    if (matches.size() > mostListed) {
        auto *more = new QTreeWidgetItem(tab);
        const qsizetype left = matches.size() - mostListed;
        //: %L1: how many
        more->setText(0, tr("and %L1 more", nullptr, pluralOf(left)).arg(left));
        more->setFlags(Qt::NoItemFlags);
    }
}

void FindInTabs::goTo(const QTreeWidgetItem *item)
{
    const int number = item->data(0, numberRole).toInt();
    if (number >= m_places.size() || !m_places.at(number).page)
        return;
    const Place &place = m_places.at(number);
    QueryPage *page = place.page;
    // The tab may have gone to another window since.
    if (QueryTabs *tabs = QueryTabs::holding(*page))
        WindowList::show(*tabs, page);
    const QString text = page->editor().text();
    TextMatch match = place.match;
    if (match.end() > text.size() || lineAt(text, match.start) != place.line) {
        // The text is another; the line may still be there.
        const qsizetype line = text.indexOf(place.line);
        match = {line < 0 ? std::min(match.start, text.size()) : line, 0};
    }
    page->editor().selectFound(match.start, match.length);
    page->editor().setFocus(Qt::OtherFocusReason);
}

void FindInTabs::replaceAll()
{
    auto search = PatternSearch::of(m_options->patternOf(m_text->text()));
    if (!search)
        return;
    qsizetype count = 0;
    int skipped = 0;
    for (QueryPage *page : m_tabs.pages()) {
        QueryEditor &editor = page->editor();
        const QString text = editor.text();
        const auto matches = search->allMatches(text);
        if (!matches || matches->isEmpty())
            continue;
        if (editor.isReadOnly()) {
            ++skipped;
            continue;
        }
        search->setLineBreak(editor.eolMode() == QsciScintilla::EolWindows ? QStringLiteral("\r\n")
                                                                           : QStringLiteral("\n"));
        const qsizetype start = matches->first().start;
        editor.replacePart(start, matches->last().end() - start,
                           search->replaced(text, *matches, m_by->text()));
        count += matches->size();
    }
    look();
    //: %L1: how many; each tab's own undo takes them back
    QString done = tr("%L1 replaced; each tab can undo its own", nullptr, pluralOf(count)).arg(count);
    if (skipped > 0) {
        //: %1: how many were replaced, in words; %L2: of tabs
        const QString some = tr("%1. %L2 tabs cannot be changed", nullptr, skipped);
        done = some.arg(done).arg(skipped);
    }
    say(done);
}

void FindInTabs::say(const QString &text)
{
    m_answer->setText(text);
    m_answer->setAccessibleDescription(text);
}

void FindInTabs::leave()
{
    hide();
    m_tabs.takeKeyboard(Qt::ShortcutFocusReason);
}

bool FindInTabs::event(QEvent *event)
{
    // Escape is for the panel before it is for the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QDockWidget::event(event);
}

void FindInTabs::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QDockWidget::keyPressEvent(event);
}

} // namespace sonde
