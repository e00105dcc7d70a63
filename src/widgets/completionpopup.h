#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlschema.h"

#include <QFrame>

class QLabel;
class QListView;

namespace sonde {

class CompletionModel;
class Icons;
class Theme;

/// The list of what could be written, below the word it completes, with what is known of the chosen entry
/// beside it. Never takes the focus: who types goes on typing, and hands the list its keys.
class CompletionPopup final : public QFrame
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the popup.
    CompletionPopup(const Theme &theme, const Icons &icons, QWidget *parent);

    /// Shows what fits \a typed of \a items. The entry that is chosen stays chosen if it is still there, and
    /// else the best match is; hides itself where nothing fits.
    void setItems(const QList<KqlCompletionItem> &items, const QString &typed);
    void setTyped(const QString &typed);
    /// What the description is taken from.
    void setSchema(const KqlSchemaPtr &schema) { m_schema = schema; }
    /// Whether there is anything to show.
    bool hasMatches() const;
    /// Null while nothing fits.
    const KqlCompletionItem *chosen() const;
    /// Whether somebody moved to the entry that is chosen.
    bool isPicked() const { return m_isPicked; }
    /// Whether the chosen entry is what was typed, letter by letter.
    bool isTypedOut() const;
    const QList<KqlCompletionItem> &items() const;

    /// By so many entries; goes round at the ends where \a steps is one.
    void move(int steps);
    int entriesInView() const;
    /// Below or above that rectangle, in global coordinates, as the screen has room.
    void showAt(const QRect &word);

signals:
    /// By a click.
    void accepted();

private:
    void choose(int row);
    void describe();
    void fitSize();

    const Theme &m_theme;
    CompletionModel *m_model;
    QListView *m_list;
    QLabel *m_description;
    KqlSchemaPtr m_schema;
    QRect m_word;
    bool m_isPicked = false;
};

} // namespace sonde
