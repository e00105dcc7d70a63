#pragma once

#include "models/rowmarks.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sonde {

class Icons;
class SignLabel;
class Theme;

/// The line above a table that is compared with another: how many rows differ, and what can be done with
/// them.
class ComparisonStrip final : public QWidget
{
    Q_OBJECT

public:
    /// What a comparison says of the table below.
    struct Facts
    {
        RowMarks::Sign sign = RowMarks::Sign::Added;
        QString other;           ///< what the other table is called; empty: it is that of the last answer
        qint64 here = 0;         ///< rows that only this table has
        qint64 there = 0;        ///< rows that only the other one has
        qint64 both = 0;         ///< rows that both have
        QStringList columnsHere; ///< that only this table has, so that they were not compared
        QStringList columnsThere;
        bool operator==(const Facts &) const = default;
    };

    /// Both outlive the strip.
    ComparisonStrip(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setFacts(const Facts &facts);
    /// The other table is called otherwise.
    void setOther(const QString &name);
    /// The rows have changed, and are being counted anew.
    void setCounting();
    /// onlyToggled() is not sent.
    void setOnly(bool isOnly);
    QString text() const;

signals:
    /// The rows that only this table has are wanted, or all.
    void onlyToggled(bool isOnly);
    void stepRequested(bool isForward);
    void endRequested();

private:
    void retranslate();
    void say();
    QString describeCounts() const;
    QString describeColumns() const;

    SignLabel *m_sign;
    QLabel *m_counts;
    QPushButton *m_only;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_end;
    QLabel *m_columns;
    Facts m_facts;
    bool m_isCounting = true;
};

} // namespace sonde
