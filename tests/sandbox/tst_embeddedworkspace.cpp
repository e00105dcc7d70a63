#include "kql/kqlservice.h"
#include "sandbox/embeddedworkspace.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sonde;

class TestEmbeddedWorkspace : public QObject
{
    Q_OBJECT

    SandboxServer::Options options() const
    {
        SandboxServer::Options options;
        options.data = {1'000, 1, m_folder.path()};
        return options;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_kql = std::make_unique<KqlService>();
    }

    void severalCallsShareOneStart()
    {
        EmbeddedWorkspace workspace(*m_kql, options());
        QObject context;
        QList<Result<LocalWorkspaceAccess>> answers;
        const auto keep = [&answers](const Result<LocalWorkspaceAccess> &access) { answers += access; };
        workspace.whenReady(&context, keep);
        workspace.whenReady(&context, keep);
        QVERIFY(answers.isEmpty()); // never from within the call
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, 30'000);
        workspace.whenReady(&context, keep);
        QCOMPARE(answers.size(), 2);
        QTRY_COMPARE(answers.size(), 3);
        for (const auto &answer : answers) {
            QVERIFY(answer);
            QCOMPARE(answer->connection.id, QString(embeddedConnectionId));
            QCOMPARE(answer->connection.cloud, Cloud::Custom);
            QVERIFY(!answer->secret.isEmpty());
            QCOMPARE(answer->connection.custom.logs, answers.first()->connection.custom.logs);
            QVERIFY(problemsOf(answer->connection).isEmpty());
        }
    }

    void serves()
    {
        EmbeddedWorkspace workspace(*m_kql, options());
        std::optional<LocalWorkspaceAccess> access;
        workspace.whenReady(this,
                            [&access](const Result<LocalWorkspaceAccess> &answer) { access = *answer; });
        QTRY_VERIFY_WITH_TIMEOUT(access.has_value(), 30'000);
        QNetworkAccessManager network;
        QUrl url = access->connection.custom.authority;
        url.setPath(u'/' + access->connection.tenant +
                    QStringLiteral("/v2.0/.well-known/openid-configuration"));
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10'000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        bool answered = false;
        bool other = false;
        EmbeddedWorkspace workspace(*m_kql, options());
        {
            QObject context;
            workspace.whenReady(&context, [&answered](const auto &) { answered = true; });
        }
        workspace.whenReady(this, [&other](const auto &) { other = true; });
        QTRY_VERIFY_WITH_TIMEOUT(other, 30'000);
        QVERIFY(!answered);
    }

    void canEndWhileItStarts()
    {
        EmbeddedWorkspace workspace(*m_kql, options());
        bool answered = false;
        workspace.whenReady(this, [&answered](const auto &) { answered = true; });
        QVERIFY(!answered);
    }

    void tellsWhatWentWrong()
    {
        SandboxServer::Options wrong = options();
        wrong.data.folder = QStringLiteral("/proc/nowhere");
        EmbeddedWorkspace workspace(*m_kql, wrong);
        std::optional<Error> error;
        workspace.whenReady(this,
                            [&error](const auto &answer) { error = answer ? Error() : answer.error(); });
        QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), 30'000);
        QCOMPARE(error->kind, ErrorKind::Io);
        QVERIFY(!error->message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEmbeddedWorkspace)
#include "tst_embeddedworkspace.moc"
