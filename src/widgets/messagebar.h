#pragma once

#include "core/error.h"
#include "widgets/icons.h"

#include <QFrame>
#include <QList>
#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace sonde {

/// The bar above the results that says what went wrong and what to do next; hidden while there is nothing to
/// say.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Error, Warning, Info };
    Q_ENUM(Level)

    /// \a theme outlives the bar.
    MessageBar(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Shows a failure: its two sentences, up to two buttons made from its remedy, and the rest behind
    /// Details.
    void showError(const Error &error);
    /// Shows any other message. \a remedies are the buttons, likeliest first; only two are shown. Nothing of
    /// \a message, \a advice and \a details is read as rich text. Without \a details there is no Details
    /// button.
    void showMessage(Level level, const QString &message, const QString &advice = {},
                     const QString &details = {}, const QList<Remedy> &remedies = {});
    /// A button with what it does; the message is gone by then.
    struct Choice
    {
        QString text;
        std::function<void()> chosen;
    };
    /// Shows a message that asks; \a choices are the buttons, likeliest first; only two are shown.
    void showChoices(Level level, const QString &message, const QString &advice,
                     const QList<Choice> &choices);
    /// Hides the bar; closed() is not emitted.
    void clear();

    Level level() const { return m_level; }
    /// Whether it waits for a person to decide or to mend something.
    bool asks() const;
    QString message() const;
    QString advice() const;
    QString details() const;

    /// What Details shows for a failure: codes, ids, the service's words, and the first 64 KiB of the raw
    /// answer.
    static QString detailsOf(const Error &error);
    /// The word on the button for a remedy; empty for None.
    static QString remedyText(Remedy remedy);

signals:
    void remedyChosen(sonde::Remedy remedy);
    /// The user closed the bar.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeDetails();
    void makeLayout();
    void retranslate();
    void setRemedies(const QList<Remedy> &remedies);
    void updateButtons();
    void choose(int index);
    void setDetailsShown(bool shown);
    void updateColors();
    /// Shows the bar, and has a screen reader read it.
    void announce();
    QColor levelColor() const;

    const Theme &m_theme;
    const Icons &m_icons;
    Level m_level = Level::Error;
    QList<Remedy> m_remedies;
    QList<Choice> m_choices; ///< in place of remedies
    QLabel *m_icon = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_first = nullptr;
    QPushButton *m_second = nullptr;
    QToolButton *m_detailsButton = nullptr;
    QToolButton *m_closeButton = nullptr;
    QWidget *m_detailsPane = nullptr;
    QPlainTextEdit *m_detailsText = nullptr;
    QPushButton *m_copyButton = nullptr;
};

} // namespace sonde
