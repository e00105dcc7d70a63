#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sonde {

class Icons;
class QueryEditor;

/// The bar below the editor in which a text is looked for; hidden until it is asked for, and again after
/// Escape.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    /// \a editor and \a icons outlive the bar.
    FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent = nullptr);

    /// Shows the bar with the selected text, if a short one is selected, and takes the focus.
    void open();
    /// Opens the bar instead if nothing was looked for yet.
    void findNext();
    void findPrevious();
    /// Hides the bar and gives the focus back to the editor.
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool forward, bool fromSelectionStart);
    QToolButton *makeButton(const char *icon, const char *name, const QKeySequence &keys);

    QueryEditor &m_editor;
    const Icons &m_icons;
    QLineEdit *m_text;
    QCheckBox *m_matchCase;
    QLabel *m_answer;
};

} // namespace sonde
