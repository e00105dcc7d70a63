#pragma once

#include <QDialog>
#include <QList>
#include <QUrl>

class QMenu;

namespace sonde {

/// Shows where an address in a row leads before a browser is sent there: whole, with the host standing out
/// and written as it is looked up. Rows hold what anybody may have sent.
class LinkQuestion final : public QDialog
{
    Q_OBJECT

public:
    /// \a url is one of findWebLinks().
    explicit LinkQuestion(const QUrl &url, QWidget *parent = nullptr);

    /// Asks, over the window of \a parent; any other address than one of the web is never opened.
    static void ask(const QUrl &url, QWidget *parent);
    /// Puts an entry into \a menu that asks for the link, or one for each of several.
    static void addTo(QMenu &menu, const QList<QUrl> &urls, QWidget *parent);

private:
    QStringList notes() const;
    void sendBrowser();

    QUrl m_url;
};

/// The addresses of the web in \a text, each once.
QList<QUrl> linksIn(const QString &text);

} // namespace sonde
