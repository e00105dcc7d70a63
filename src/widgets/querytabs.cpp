#include "widgets/querytabs.h"

#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/welcomepage.h"

#include <QDir>
#include <QFileInfo>
#include <QTabBar>
#include <QTabWidget>
#include <algorithm>

namespace sonde {

namespace {

constexpr qsizetype rememberedTabs = 20;

} // namespace

QueryTabs::QueryTabs(const WindowServices &services, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_welcome(new WelcomePage(services.icons, this))
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setAccessibleName(tr("Queries"));
    m_tabs->tabBar()->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    addWidget(m_welcome);
    addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &QueryTabs::close);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { emit currentChanged(current()); });
}

QueryTabs::~QueryTabs()
{
    // The pages go one by one; nobody is to hear of each next one coming to the front.
    disconnect(m_tabs, nullptr, this, nullptr);
}

QueryPage *QueryTabs::current() const
{
    return currentWidget() == m_tabs ? qobject_cast<QueryPage *>(m_tabs->currentWidget()) : nullptr;
}

QList<QueryPage *> QueryTabs::pages() const
{
    QList<QueryPage *> all;
    for (int index = 0; index < m_tabs->count(); ++index)
        all.append(qobject_cast<QueryPage *>(m_tabs->widget(index)));
    return all;
}

bool QueryTabs::hasUnsavedText() const
{
    const QList<QueryPage *> all = pages();
    return std::any_of(all.begin(), all.end(), [](const QueryPage *page) {
        return page->isModified() && !page->query().text.trimmed().isEmpty();
    });
}

QueryPage *QueryTabs::open(const Query &query, const QString &connectionId, const QString &title)
{
    auto *page = new QueryPage(m_services, m_tabs);
    page->setQuery(query);
    page->setConnectionId(connectionId);
    page->setWindowTitle(title.isEmpty() ? tr("Query %1").arg(++m_lastNumber) : title);
    connect(page, &QueryPage::titleChanged, this, [this, page] { updateTitle(page); });
    emit pageAdded(page);
    setCurrentWidget(m_tabs);
    m_tabs->setCurrentIndex(m_tabs->addTab(page, page->windowTitle()));
    updateTitle(page);
    page->editor().setFocus();
    return page;
}

void QueryTabs::closeCurrent()
{
    if (current() != nullptr)
        close(m_tabs->currentIndex());
}

void QueryTabs::close(int index)
{
    auto *page = qobject_cast<QueryPage *>(m_tabs->widget(index));
    if (!page->query().text.trimmed().isEmpty()) {
        m_closed.append({page->query(), page->connectionId(), page->filePath(), page->windowTitle()});
        if (m_closed.size() > rememberedTabs)
            m_closed.removeFirst();
    }
    m_tabs->removeTab(index);
    page->deleteLater();
    page->stop();
    if (m_tabs->count() == 0) {
        setCurrentWidget(m_welcome);
        emit currentChanged(nullptr);
    }
}

void QueryTabs::reopen()
{
    if (m_closed.isEmpty())
        return;
    const Closed closed = m_closed.takeLast();
    open(closed.query, closed.connectionId, closed.title)->setFilePath(closed.filePath);
}

void QueryTabs::move(int step)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

QString QueryTabs::titleOf(const QueryPage *page) const
{
    return page->filePath().isEmpty() ? page->windowTitle() : QFileInfo(page->filePath()).fileName();
}

void QueryTabs::updateTitle(QueryPage *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return;
    QString title = titleOf(page);
    m_tabs->setTabToolTip(index,
                          page->filePath().isEmpty() ? title : QDir::toNativeSeparators(page->filePath()));
    // Only a file can be behind its tab.
    if (page->isModified() && !page->filePath().isEmpty())
        title += QStringLiteral(" *");
    m_tabs->setTabText(index, title.replace(u'&', QStringLiteral("&&")));
}

} // namespace sonde
