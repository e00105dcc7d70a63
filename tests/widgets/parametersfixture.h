#pragma once

#include "support/fakewindowservices.h"
#include "widgets/pageparameters.h"
#include "widgets/parameterfield.h"
#include "widgets/parameterstrip.h"
#include "widgets/querypage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace sonde {

/// A page whose query has parameters, and runs that are kept instead of sent.
class ParametersFixture : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<QueryPage> m_page;
    Connection m_connection;

    void open()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
        m_connection.id = QStringLiteral("c");
        m_connection.name = QStringLiteral("Production");
        m_page = makePage();
        m_page->resize(900, 600);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }
    void close()
    {
        m_page.reset();
        m_fakes.reset();
    }
    std::unique_ptr<QueryPage> makePage()
    {
        auto page = std::make_unique<QueryPage>(m_fakes->services());
        page->setConnectionId(m_connection.id);
        // As the window does it.
        connect(page.get(), &QueryPage::runRequested, page.get(),
                [this, page = page.get()] { page->run(m_connection); });
        return page;
    }
    static void setText(QueryPage &page, const char *text)
    {
        Query query;
        query.text = QString::fromUtf8(text);
        page.setQuery(query);
    }
    ParameterStrip &strip() { return m_page->parameters().strip(); }
    static QStringList namesOf(const ParameterStrip &strip)
    {
        QStringList names;
        for (const ParameterField *field : strip.fields())
            names << field->parameter().name;
        return names;
    }
    QStringList names() { return namesOf(strip()); }
    QLineEdit &edit(const char *name) { return strip().field(QString::fromLatin1(name))->edit(); }
    static void type(QLineEdit &edit, const char *text)
    {
        edit.selectAll();
        QTest::keyClicks(&edit, QString::fromUtf8(text));
    }
    static QLineEdit &editOf(QueryPage &page, const char *name)
    {
        return page.parameters().strip().field(QString::fromLatin1(name))->edit();
    }
    static QCheckBox &sharing(QueryPage &page) { return *page.parameters().strip().findChild<QCheckBox *>(); }
    qsizetype runs() const { return m_fakes->runner.runs().size(); }
    QString sent() const { return m_fakes->runner.last().query.text; }
};

} // namespace sonde
