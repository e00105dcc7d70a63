#include "widgets/aboutdialog.h"

#include "widgets/celldelegate.h"
#include "widgets/dialogsize.h"
#include "widgets/icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void registerLicences()
{
    Q_INIT_RESOURCE(sonde_licences);
}

namespace sonde {

namespace {

enum Column { NameColumn, VersionColumn, LicenceColumn, HomepageColumn };

} // namespace

AboutDialog::AboutDialog(const QList<Component> &components, QWidget *parent, const QString &build)
    : QDialog(parent)
    , m_components(components)
    , m_build(build)
{
    setWindowTitle(tr("About Sonde"));
    m_components.prepend({QStringLiteral("Sonde"),
                          QCoreApplication::applicationVersion(),
                          QStringLiteral("GPL-3.0-or-later"),
                          {},
                          {QStringLiteral("gpl-3.0")}});

    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    // Its bar takes the keyboard, and is a stop of its own.
    tabs->setFocusProxy(nullptr);
    tabs->setFocusPolicy(Qt::NoFocus);
    tabs->addTab(makeComponentsPage(), tr("&Made of"));
    tabs->addTab(makeLicencesPage(), tr("&Licences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersions"));
    copy->setToolTip(tr("For a report of a fault"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(versions()); });
    m_names->setCurrentRow(0);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    giveSize(*this, {680, 520});
}

QWidget *AboutDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *icon = new QLabel(head);
    icon->setPixmap(Icons::programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    //: %1: the version
    auto *title = new QLabel(tr("Sonde %1").arg(QCoreApplication::applicationVersion()), head);
    QFont bold;
    bold.setBold(true);
    title->setFont(bold);
    auto *words = new QLabel(tr("Searches Azure Log Analytics from the desktop.\n"
                                "Free software under the GNU General Public License, version 3 or later; "
                                "it comes without any warranty."),
                             head);
    words->setWordWrap(true);
    auto *build = new QLabel(m_build, head);
    build->setVisible(!m_build.isEmpty());
    for (QLabel *label : {title, build, words})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(4);
    lines->addStretch(1);
    lines->addWidget(title);
    lines->addWidget(build);
    lines->addWidget(words);
    lines->addStretch(1);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(icon);
    layout->addLayout(lines, 1);
    return head;
}

QWidget *AboutDialog::makeComponentsPage()
{
    auto *list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("components"));
    list->setAccessibleName(tr("Parts of the program"));
    list->setHeaderLabels({tr("Part"), tr("Version"), tr("Licence"), tr("Home page")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setAllColumnsShowFocus(true);
    list->setToolTip(tr("A double click opens the home page"));
    for (const Component &component : std::as_const(m_components)) {
        auto *item = new QTreeWidgetItem(list);
        item->setSizeHint(NameColumn, rowSizeOf(component));
        item->setText(NameColumn, component.name);
        item->setText(VersionColumn, component.version);
        item->setText(LicenceColumn, component.licence);
        item->setText(HomepageColumn, component.homepage.toString());
    }
    for (const Column column : {NameColumn, VersionColumn, LicenceColumn})
        list->resizeColumnToContents(column);
    connect(list, &QTreeWidget::itemActivated, this, [this, list](QTreeWidgetItem *item) {
        const Component &component = m_components.at(list->indexOfTopLevelItem(item));
        if (!component.homepage.isEmpty())
            QDesktopServices::openUrl(component.homepage);
    });
    return list;
}

QSize AboutDialog::rowSizeOf(const Component &component) const
{
    return {fontMetrics().horizontalAdvance(component.name) + 16,
            fontMetrics().height() + CellDelegate::rowPadding};
}

QWidget *AboutDialog::makeLicencesPage()
{
    auto *page = new QWidget(this);
    m_names = new QListWidget(page);
    m_names->setAccessibleName(tr("Parts of the program"));
    for (const Component &component : std::as_const(m_components)) {
        auto *item = new QListWidgetItem(component.name, m_names);
        item->setSizeHint(rowSizeOf(component));
    }
    m_names->setFixedWidth(m_names->sizeHintForColumn(0) + 24);
    m_notice = new QPlainTextEdit(page);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setAccessibleName(tr("Licence"));
    m_notice->setReadOnly(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notice->setFont(Theme::fixedFont());
    m_notice->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_names);
    layout->addWidget(m_notice, 1);
    connect(m_names, &QListWidget::currentRowChanged, this, &AboutDialog::showNotice);
    return page;
}

void AboutDialog::showNotice(int row)
{
    const Component component = m_components.value(row);
    const QString notice = noticeOf(component);
    m_notice->setPlainText(notice.isEmpty() ? component.licence : notice);
}

QString AboutDialog::noticeOf(const Component &component)
{
    registerLicences();
    QStringList texts;
    for (const QString &name : component.notices) {
        QFile file(QStringLiteral(":/licences/%1.txt").arg(name));
        if (file.open(QIODevice::ReadOnly))
            texts << QString::fromUtf8(file.readAll());
    }
    return texts.join(QStringLiteral("\n----\n\n"));
}

QString AboutDialog::versions() const
{
    QStringList lines;
    for (const Component &component : m_components)
        lines << QStringList({component.name, component.version}).join(QLatin1Char(' ')).trimmed();
    if (!m_build.isEmpty())
        lines << m_build;
    lines << QSysInfo::prettyProductName() + QLatin1String(", ") + QSysInfo::currentCpuArchitecture() +
                 QLatin1String(", ") + QGuiApplication::platformName();
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace sonde
