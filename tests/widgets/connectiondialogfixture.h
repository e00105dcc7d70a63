#pragma once

#include "support/fakeconnectionprobe.h"
#include "widgets/connectiondialog.h"

#include <memory>

class QPushButton;

namespace sonde {

class ProbeRow;

/// The dialog of one connection, open, and what a person does in it.
class ConnectionDialogFixture
{
protected:
    ConnectionDialogFixture();
    ~ConnectionDialogFixture();

    void install() { m_theme.install(); }
    /// A new dialog, for a new connection.
    void open();
    void close() { m_dialog.reset(); }

    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *field, const QString &text) const;
    void fillIn() const;
    /// What is said below that field.
    QString reason(const char *field) const;
    QStringList reasons() const;
    QPushButton *saveButton() const;
    ProbeRow *row(int number) const;

    static QString guid(int last)
    {
        return QStringLiteral("00000000-0000-4000-8000-%1").arg(last, 12, 10, QLatin1Char('0'));
    }
    static QString resourceId();
    static QString endpointsLine();
    static ProbeStep step(ProbeStep::Kind kind, ProbeStep::State state, const QString &detail = {});

    Theme m_theme;
    Icons m_icons{m_theme};
    FakeConnectionProbe m_probe;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

} // namespace sonde
