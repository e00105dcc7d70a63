#pragma once

#include "widgets/icons.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sonde {

class FlowLayout;

/// The line above a filtered table: what is looked for in every column, each condition as a chip that takes
/// it away, and how many rows are left.
class FilterStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterStrip(const Icons &icons, QWidget *parent = nullptr);

    QString anywhere() const;
    /// anywhereChanged() is not sent.
    void setAnywhere(const QString &text);
    /// One sentence for each condition.
    void setChips(const QStringList &sentences);
    void setCounts(qint64 shown, qint64 all);
    /// What stands in the way of sending the filters to the query; empty: nothing.
    void setSendProblem(const QString &problem);
    /// Why the rows are not filtered though it was asked; empty: nothing to say.
    void setProblem(const QString &problem);

signals:
    void anywhereChanged();
    void chipRemoved(int index);
    void clearRequested();
    void sendRequested();
    /// The keyboard wants to go to the rows.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void updateButtons();
    QPushButton *makeChip(const QString &sentence, int index);

    const Icons &m_icons;
    QLineEdit *m_anywhere;
    FlowLayout *m_layout;
    QList<QPushButton *> m_chips;
    QStringList m_sentences;
    QLabel *m_counts;
    QLabel *m_problem;
    QPushButton *m_send;
    QPushButton *m_clear;
    qint64 m_shown = 0;
    qint64 m_all = 0;
    QString m_sendProblem;
};

} // namespace sonde
