// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QThread>

#include <functional>
#include <latch>

using namespace Qt::StringLiterals;

/// The first requests after a start, when many arrive at the same moment.
class TestFirstRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(QStringList{u"--workers"_s, u"8"_s}); }
    void theDescriptionForManyStrangersAtOnce();
    void everySubjectAtOnce();

private:
    static constexpr int starts = 10;
    static constexpr int clients = 16;

    /// Restarts the server, then sends all requests at the same moment.
    std::vector<Answer> askAfterStart(const std::function<Answer(HttpClient &, int)> &ask);

    std::unique_ptr<TestServer> m_server;
};

std::vector<Answer> TestFirstRequests::askAfterStart(const std::function<Answer(HttpClient &, int)> &ask)
{
    m_server->kill9();
    m_server->start();
    std::vector<Answer> answers(clients);
    std::latch together(clients);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            HttpClient client = m_server->anybody();
            together.arrive_and_wait();
            answers[size_t(i)] = ask(client, i);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return answers;
}

void TestFirstRequests::theDescriptionForManyStrangersAtOnce()
{
    QByteArray description;
    for (int start = 0; start < starts; ++start) {
        const auto answers =
            askAfterStart([](const HttpClient &client, int) { return client.get(u"/openapi.json"_s); });
        for (const Answer &answer : answers) {
            EXPECT_STATUS(answer, 200);
            if (description.isEmpty())
                description = answer.body;
            QCOMPARE(answer.body, description);
        }
    }
}

void TestFirstRequests::everySubjectAtOnce()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString account = u"/account/"_s + ada.accountId();
    const QStringList paths{
        u"/openapi.json"_s,
        u"/accounts/"_s + ada.accountId(),
        u"/accounts/%1/sessions"_s.arg(ada.accountId()),
        u"/apps"_s,
        u"/device-groups"_s + account,
        u"/device-modes"_s + account,
        u"/retentions"_s,
        u"/notifications"_s,
    };
    for (int start = 0; start < starts; ++start) {
        const auto answers = askAfterStart([&](HttpClient &client, int i) {
            client.setBearer(ada.accessToken());
            return client.get(paths[i % paths.size()]);
        });
        for (const Answer &answer : answers)
            EXPECT_STATUS(answer, 200);
    }
}

QTEST_GUILESS_MAIN(TestFirstRequests)
#include "tst_firstrequests.moc"
