#include "widgets/linkquestion.h"

#include "models/weblinks.h"
#include "widgets/dialogsize.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

namespace sonde {

namespace {

constexpr qsizetype mostInMenu = 10;
constexpr qsizetype longestInMenu = 60;

bool isOfTheWeb(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return (scheme == QLatin1String("http") || scheme == QLatin1String("https")) && !url.host().isEmpty();
}

/// The address, with the host in bold. Behind the user's name, which may look like one.
void write(QTextEdit &view, const LinkTarget &target)
{
    QTextCharFormat plain;
    plain.setForeground(view.palette().color(QPalette::PlaceholderText));
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    const qsizetype authority = target.address.indexOf(QLatin1String("//")) + 2;
    qsizetype end = target.address.indexOf(u'/', authority);
    end = end < 0 ? target.address.size() : end;
    const qsizetype at = target.address.left(end).lastIndexOf(u'@');
    const qsizetype begin = target.address.indexOf(target.host, at < authority ? authority : at + 1);
    QTextCursor cursor(view.document());
    cursor.insertText(target.address.left(begin), plain);
    cursor.insertText(target.address.mid(begin, target.host.size()), bold);
    cursor.insertText(target.address.mid(begin + target.host.size()), plain);
    view.moveCursor(QTextCursor::Start);
}

QLabel *makeNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(text, parent);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    return note;
}

} // namespace

LinkQuestion::LinkQuestion(const QUrl &url, QWidget *parent)
    : QDialog(parent)
    , m_url(url)
{
    setWindowTitle(tr("Open link"));
    auto *address = new QTextEdit(this);
    address->setReadOnly(true);
    address->setTabChangesFocus(true);
    address->setFont(Theme::fixedFont());
    address->setWordWrapMode(QTextOption::WrapAnywhere);
    address->setAccessibleName(tr("Address"));
    address->setFixedHeight(QFontMetrics(address->font()).lineSpacing() * 5);
    write(*address, targetOf(url));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *openButton = buttons->addButton(tr("&Open in the browser"), QDialogButtonBox::AcceptRole);
    auto *copyButton = new QPushButton(tr("Copy a&ddress"), this);
    for (QPushButton *button : {openButton, copyButton})
        button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(makeNote(tr("This address from the rows leads to:"), this));
    layout->addWidget(address);
    const QStringList facts = notes();
    for (const QString &fact : facts)
        layout->addWidget(makeNote(fact, this));
    layout->addStretch(1);
    layout->addSpacing(8);
    auto *lastLine = new QHBoxLayout;
    lastLine->addWidget(copyButton);
    lastLine->addWidget(buttons, 1);
    layout->addLayout(lastLine);
    setTabOrder(address, copyButton);
    setTabOrder(copyButton, openButton);
    setTabOrder(openButton, buttons->button(QDialogButtonBox::Cancel));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(openButton, &QPushButton::clicked, this, &LinkQuestion::sendBrowser);
    connect(copyButton, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(targetOf(m_url).address); });
    giveSize(*this, {520, 0});
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
}

QStringList LinkQuestion::notes() const
{
    const LinkTarget target = targetOf(m_url);
    QStringList notes;
    //: %1: a host, as www.example.com
    notes << tr("Host: %1").arg(target.host);
    if (!target.shownHost.isEmpty())
        //: %1: a host, as www.example.com, with letters of another alphabet
        notes << tr("The host is written with other letters than those of English, as “%1”; some look alike.")
                     .arg(target.shownHost);
    if (target.hasUser)
        notes << tr("What stands before the @ is a name to sign in with, and no host.");
    if (!target.isEncrypted)
        notes << tr("The connection is not encrypted.");
    return notes;
}

void LinkQuestion::sendBrowser()
{
    QDesktopServices::openUrl(m_url);
    accept();
}

void LinkQuestion::ask(const QUrl &url, QWidget *parent)
{
    if (!isOfTheWeb(url))
        return;
    auto *question = new LinkQuestion(url, parent->window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->open();
}

void LinkQuestion::addTo(QMenu &menu, const QList<QUrl> &urls, QWidget *parent)
{
    if (urls.size() <= 1) {
        menu.addAction(tr("Open link…"), parent, [urls, parent] { ask(urls.constFirst(), parent); })
            ->setEnabled(!urls.isEmpty());
        return;
    }
    QMenu *several = menu.addMenu(tr("Open link"));
    for (const QUrl &url : urls.mid(0, mostInMenu)) {
        QString text = targetOf(url).address;
        if (text.size() > longestInMenu)
            text = text.left(longestInMenu) + QChar(0x2026);
        several->addAction(text.replace(u'&', QLatin1String("&&")), parent,
                           [url, parent] { ask(url, parent); });
    }
}

QList<QUrl> linksIn(const QString &text)
{
    QList<QUrl> urls;
    const QList<WebLink> links = findWebLinks(text);
    for (const WebLink &link : links) {
        if (!urls.contains(link.url))
            urls.append(link.url);
    }
    return urls;
}

} // namespace sonde
