#pragma once

#include "models/fieldpath.h"
#include "models/rowdetailsmodel.h"
#include "models/rowsearch.h"

#include <QTreeView>

namespace sonde {

class FieldDelegate;
class Icons;
class Theme;

/// The fields of one record as a form: names and values, JSON as a tree to unfold. Going from record to
/// record, what is unfolded stays so and the field that was looked at stays where it is.
class FieldTree final : public QTreeView
{
    Q_OBJECT

public:
    /// Of one of many records one goes to the next with a key, and rows can be looked for by its values; a
    /// value alone is scrolled by that key.
    enum class Shows { Record, Value };

    /// \a theme and \a icons outlive the view.
    FieldTree(Shows shows, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    RowDetailsModel &fields() { return *m_model; }
    const RowDetailsModel &fields() const { return *m_model; }
    /// \a row of \a snapshot.
    void showRecord(const ChunkedTable &snapshot, std::size_t row);
    /// Leaves out fields without a value; the rest stays where it is.
    void setHidesEmpty(bool hides);
    /// Makes that column's own row the current one.
    void goToColumn(int column);
    /// Makes that place the current one, unfolding what it is in. \a tree is of the cell.
    void goTo(const RowHit &hit, const JsonTree::Ptr &tree);

    /// Nothing where no value is current.
    std::optional<FieldPath> currentPath() const;
    /// What of the current value is to be shown, copied or compared.
    QString currentText() const;
    /// Whether the current value can be compared in a query.
    bool canFilter() const;
    void copyValue();
    void copyName();
    /// As KQL names it.
    void copyPath();
    /// How KQL names the text that is the record's only column, where that is not its name.
    void setKqlText(const QString &text) { m_kqlText = text; }

    /// Unfolds what there is, as far as a few thousand values go.
    void unfoldAll();
    void foldAll();
    /// The addresses of the web in the current value.
    QList<QUrl> currentLinks() const;

signals:
    /// Rows with the current value are wanted, or all others.
    void filterRequested(bool isKept);
    /// The current value is wanted whole.
    void wholeRequested();
    /// Another record: the next, or the one before.
    void stepRequested(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is unfolded, which field is current, and how far below the top that stands.
    struct Place
    {
        QList<FieldPath> unfolded;
        std::optional<FieldPath> current;
        int top = 0;
    };
    QUrl linkAt(const QPoint &position) const;
    Place place() const;
    void restore(const Place &place);
    void unfold(const QModelIndex &index);
    void makeCurrent(const QModelIndex &index);
    void updateValueWidth();

    Shows m_shows;
    QString m_kqlText;
    const Icons &m_icons;
    RowDetailsModel *m_model;
    FieldDelegate *m_delegate;
    QList<FieldPath> m_awaited; ///< unfolded before, and not read yet
};

} // namespace sonde
