#pragma once

#include "core/query.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace sonde {

class PartsLabel;

/// The slim bar of a page that holds what goes with the query's text: its language, how many rows at most,
/// how long the service may take, and whether it is run again by itself.
class QueryBar final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryBar(QWidget *parent = nullptr);

    QueryLanguage language() const;
    void setLanguage(QueryLanguage language);
    /// Nothing for as many as there are. Each language keeps a limit of its own; classic search begins with
    /// 100.
    std::optional<qint64> top() const;
    void setTop(const std::optional<qint64> &top);
    int serverTimeoutSeconds() const;
    void setServerTimeoutSeconds(int seconds);

    /// How long after the end of a run the next one is to follow by itself, in seconds; 0: none. Not a part
    /// of the query, and not kept with it.
    int repeatSeconds() const;
    void setRepeatSeconds(int seconds);
    /// A few words on that, at the end of the bar.
    void setRepeatNote(const QString &note);
    QString repeatNote() const;
    /// Opens the list of what repeatSeconds() can be.
    void openRepeat();

signals:
    void languageChanged(sonde::QueryLanguage language);
    /// Any of them; also after the setters.
    void changed();
    void repeatChanged(int seconds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showLanguage();
    static QString describeRepeat(int seconds);

    QComboBox *m_language;
    QSpinBox *m_kqlTop;
    QSpinBox *m_classicTop;
    QLabel *m_topLabel;
    QComboBox *m_timeout;
    QLabel *m_timeoutLabel;
    QComboBox *m_repeat;
    PartsLabel *m_repeatNote;
};

} // namespace sonde
