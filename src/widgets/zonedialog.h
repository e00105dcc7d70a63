#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace sonde {

class Icons;

/// Asks in which time zone the datetimes of a tab are shown: as everywhere, or one of the IANA database.
class ZoneDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a current is an IANA name, empty: as everywhere, which \a usual names. Offsets are those at \a
    /// nowUtc.
    ZoneDialog(const Icons &icons, const QByteArray &current, const QString &usual, const QDateTime &nowUtc,
               QWidget *parent = nullptr);

    void accept() override;

signals:
    /// Empty: as everywhere.
    void zoneChosen(const QByteArray &zone);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void step(int rows);

    QLineEdit *m_search;
    QTreeWidget *m_zones;
    QPushButton *m_use;
};

} // namespace sonde
