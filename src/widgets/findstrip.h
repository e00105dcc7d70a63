#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sonde {

class Icons;

/// What the bars share in which a text is looked for: the field, previous, next, what came of it, and close.
/// Hidden until it is asked for, and again after Escape.
class FindStrip : public QWidget
{
    Q_OBJECT

public:
    /// \a icons outlives the strip.
    explicit FindStrip(const Icons &icons, QWidget *parent = nullptr);

    QString text() const;
    /// Shows the strip, with \a text to look for unless it is empty or has several lines, and takes the
    /// keyboard.
    void openWith(const QString &text);
    /// Hides the strip; closed() says that the keyboard is free.
    void close();

signals:
    void textChanged(const QString &text);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    /// Escape is for the strip before it is for the window.
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QLineEdit &field() { return *m_text; }
    /// What was found, in a few words; empty: nothing to say.
    void setAnswer(const QString &text);
    bool hasAnswer() const;
    /// Before the answer, and after next and what was added before in the order of Tab.
    void addOption(QWidget *option);
    /// A row below, as wide as the strip.
    void addRow(QWidget *row);
    QToolButton &closeButton() { return *m_close; }

private:
    QLineEdit *m_text;
    QLabel *m_answer;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QHBoxLayout *m_layout; ///< of the first row
    QWidget *m_lastOption;
};

} // namespace sonde
