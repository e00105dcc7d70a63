#pragma once

#include "models/cellformatter.h"
#include "results/table.h"

#include <QDialog>
#include <functional>

class QCheckBox;
class QLabel;
class QTabWidget;

namespace sonde {

class FieldTree;
class Icons;
class SearchStrip;
class Theme;
class WholeTextView;

/// One value, and what it is called.
struct WholeCell
{
    QString name;
    ChunkedTable table; ///< with that column alone
    std::size_t row = 0;
    QString kqlText; ///< its text as KQL names it; empty where KQL writes such values otherwise

    /// Of a column with that header, which the cell's chunk may be without.
    static WholeCell of(const ColumnHeader &header, const CellRef &cell);
    /// A text that is in no column by itself, but where \a path says in KQL.
    static WholeCell ofPath(const QString &path, const QString &text);
};

/// One value whole, in a window of its own: as text, and where it is JSON also on lines and as a tree. Its
/// size does not matter: what takes time with it happens on worker threads.
class WholeCellWindow final : public QDialog
{
    Q_OBJECT

public:
    /// \a formatter is for what is no text. \a theme and \a icons outlive the window.
    WholeCellWindow(WholeCell cell, const CellFormatter &formatter, const Theme &theme, const Icons &icons,
                    QWidget *parent = nullptr);

    /// In the order of the tabs.
    enum Page { TextPage, LinesPage, TreePage };
    void showPage(Page page);
    /// Who takes lines of KQL for the query that the value came from; without it none are offered.
    using AddLines = std::function<void(const QString &lines)>;
    void setAddLines(const AddLines &add) { m_addLines = add; }
    /// Adds to the query that the selected text is to be in the value, or is not; says what stands in the
    /// way.
    void sendSelection(bool isKept);

private:
    struct PageParts
    {
        QWidget *content = nullptr;
        WholeTextView *view = nullptr; ///< null: the tree
        SearchStrip *search = nullptr;
        bool isFilled = false;
    };
    void addTextPage();
    void addJsonPages();
    void addPage(QWidget *view, SearchStrip *search, WholeTextView *text);
    QWidget *makeBar();
    void addKeys();
    void retranslate();
    void fillCurrent();
    void fillText();
    void fillLines();
    void openCurrentField();
    bool canSendSelection() const;
    void openTextMenu(WholeTextView &view, const QPoint &place);
    void showFacts();
    void updateWrapping();
    void copy();
    void askWhereToSave();
    void save(const QString &path);
    const PageParts &current() const;

    WholeCell m_cell;
    CellFormatter m_formatter;
    const Theme &m_theme;
    const Icons &m_icons;
    bool m_isJson = false;
    QTabWidget *m_tabs;
    QList<PageParts> m_pages;
    FieldTree *m_tree = nullptr;
    QLabel *m_facts;
    QCheckBox *m_wrap;
    AddLines m_addLines;
    std::shared_ptr<std::atomic_bool> m_isCut; ///< there are more lines of JSON than are shown
};

} // namespace sonde
