#include "app/components.h"

#include "sonde_build.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslSocket>
#include <Qsci/qsciglobal.h>
#include <algorithm>
#include <tl/expected.hpp>
#include <xlsxwriter/utility.h>
#include <zlib.h>

#ifdef SONDE_LOCAL_ENGINE
#include <duckdb.h>
#endif

namespace sonde {

namespace {

Component make(const char *name, const QString &version, const char *licence, const char *homepage,
               const QStringList &notices)
{
    return {QString::fromUtf8(name), version, QString::fromLatin1(licence),
            QUrl(QString::fromLatin1(homepage)), notices};
}

/// The library that Qt's driver has found, which alone knows it.
QString sqliteVersion()
{
    const QString connection = QStringLiteral("sonde-sqlite-version");
    QString version;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("select sqlite_version()"), database);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return version;
}

QString expectedVersion()
{
    return QStringLiteral("%1.%2.%3")
        .arg(TL_EXPECTED_VERSION_MAJOR)
        .arg(TL_EXPECTED_VERSION_MINOR)
        .arg(TL_EXPECTED_VERSION_PATCH);
}

} // namespace

QList<Component> bundledComponents()
{
    const QString gpl = QStringLiteral("gpl-3.0");
    const QString apache = QStringLiteral("apache-2.0");
    QList<Component> components{
        make("Qt", QString::fromLatin1(qVersion()), "LGPL-3.0-only", "https://www.qt.io",
             {QStringLiteral("qt"), QStringLiteral("lgpl-3.0"), gpl}),
        make("QScintilla", QStringLiteral(QSCINTILLA_VERSION_STR), "GPL-3.0-only",
             "https://riverbankcomputing.com/software/qscintilla", {QStringLiteral("qscintilla"), gpl}),
    };
#ifdef SONDE_KQL_SERVICE
    components << make("Kusto language service", QString::fromLatin1(build::languageService),
                       "MIT AND Apache-2.0", "https://www.npmjs.com/package/@kusto/language-service-next",
                       {QStringLiteral("kusto-language-service"), apache});
#endif
#ifdef SONDE_LOCAL_ENGINE
    components << make("DuckDB", QString::fromLatin1(duckdb_library_version()), "MIT", "https://duckdb.org",
                       {QStringLiteral("duckdb"), QStringLiteral("duckdb-parts"), apache});
    components << make("cpp-httplib", QStringLiteral(SONDE_HTTPLIB_VERSION), "MIT",
                       "https://github.com/yhirose/cpp-httplib", {QStringLiteral("cpp-httplib")});
#endif
    components << make("SQLite", sqliteVersion(), "blessing", "https://www.sqlite.org",
                       {QStringLiteral("sqlite")});
    components << make("simdjson", QStringLiteral(SONDE_SIMDJSON_VERSION), "Apache-2.0",
                       "https://simdjson.org", {QStringLiteral("simdjson"), apache});
    components << make("tl::expected", expectedVersion(), "CC0-1.0", "https://tl.tartanllama.xyz",
                       {QStringLiteral("tl-expected"), QStringLiteral("cc0-1.0")});
    components << make("zlib", QString::fromLatin1(zlibVersion()), "Zlib", "https://zlib.net",
                       {QStringLiteral("zlib")});
    components << make("libxlsxwriter", QString::fromLatin1(lxw_version()),
                       "BSD-2-Clause AND Zlib AND MPL-2.0", "https://libxlsxwriter.github.io",
                       {QStringLiteral("libxlsxwriter")});
    // "OpenSSL 3.0.15 3 Sep 2024"; other systems bring a library of their own, which is no part of ours.
    const QString tls = QSslSocket::sslLibraryVersionString();
    if (tls.startsWith(QLatin1String("OpenSSL "))) {
        components << make("OpenSSL", tls.section(u' ', 1, 1), "Apache-2.0", "https://www.openssl.org",
                           {QStringLiteral("openssl"), apache});
    }
    components << make("Qt Keychain", QStringLiteral(SONDE_KEYCHAIN_VERSION), "BSD-2-Clause",
                       "https://github.com/frankosterfeld/qtkeychain", {QStringLiteral("qtkeychain")});
    components << make("Lucide icons", QStringLiteral(SONDE_LUCIDE_VERSION), "ISC AND MIT",
                       "https://lucide.dev", {QStringLiteral("lucide")});
    return components;
}

QString buildDescription()
{
    return QStringLiteral("commit %1, %2, %3")
        .arg(QString::fromLatin1(build::commit), QString::fromLatin1(build::type),
             QString::fromLatin1(build::compiler));
}

QString versionText()
{
    QStringList lines{QStringLiteral("sonde ") + QStringLiteral(SONDE_VERSION),
                      QStringLiteral("Build: ") + buildDescription()};
    const QStringList told{QStringLiteral("Qt"), QStringLiteral("DuckDB"),
                           QStringLiteral("Kusto language service")};
    const QList<Component> components = bundledComponents();
    for (const QString &name : told) {
        const auto found = std::find_if(components.begin(), components.end(),
                                        [&](const Component &component) { return component.name == name; });
        // A build without it says so: what it lacks is what a report is about.
        lines << name + QLatin1String(": ") +
                     (found != components.end() ? found->version : QStringLiteral("not in this build"));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace sonde
