#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace sonde {

class Icons;

/// A field to search in, how many places were found, and the ways to the next and the one before; round and
/// round. What is searched, and how one gets to a place, is a subclass's.
class SearchStrip : public QWidget
{
    Q_OBJECT

public:
    /// Takes the keyboard, with what was typed before selected.
    void open();
    /// Take the keyboard instead where nothing is looked for.
    void findNext() { step(1); }
    void findPrevious() { step(-1); }

protected:
    /// \a icons outlives the strip.
    SearchStrip(const Icons &icons, QWidget *parent);

    /// What is said in the empty field.
    void setPlaceholder(const QString &text);
    QString text() const;
    /// Looks for text(), which is not empty, soon: setFound() follows, unless another search comes first.
    virtual void search() = 0;
    /// Ends a search that nobody waits for any more.
    virtual void cancelSearch() = 0;
    /// \a place is below the number found.
    virtual void goTo(qsizetype place) = 0;
    /// Where the keyboard goes from the field with Down.
    virtual QWidget *target() = 0;

    /// Looks for the text again, if there is any; goes to the first place only if \a goes.
    void searchAgain(bool goes);
    /// So many places were found; \a isCut: and there may be more.
    void setFound(qsizetype count, bool isCut);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    void showCount();

    QLineEdit *m_text;
    QLabel *m_answer;
    bool m_isSearching = false;
    bool m_goes = false;
    qsizetype m_count = 0;
    bool m_isCut = false;
    qsizetype m_current = -1; ///< -1: none was gone to yet
};

} // namespace sonde
