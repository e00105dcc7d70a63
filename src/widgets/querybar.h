#pragma once

#include "core/query.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace sonde {

/// The slim bar of a page that holds what goes with the query's text: its language, how many rows at most,
/// and how long the service may take.
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

signals:
    void languageChanged(sonde::QueryLanguage language);
    /// Any of them; also after the setters.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showLanguage();

    QComboBox *m_language;
    QSpinBox *m_kqlTop;
    QSpinBox *m_classicTop;
    QLabel *m_topLabel;
    QComboBox *m_timeout;
    QLabel *m_timeoutLabel;
};

} // namespace sonde
