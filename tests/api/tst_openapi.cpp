// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicontract.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

/// The whole API, as endpoints.txt promises it.
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void slowReadersHoldNobodyUp();
    void anUnchangedDocumentIsNotSentAgain();
    void promises_data() { rows(); }
    void promises();
    void strangersAreRefused_data() { rows(); }
    void strangersAreRefused();
    void nothingIsUnimplemented();
    void changesTakeTheTagsThatAreRead();
    void answersToChangesCarryTheTag();
    void whatIsCreatedHasAnAddress();
    void headersAreDescribed_data();
    void headersAreDescribed();
    void theDocumentIsConsistent();
    void examplesAgreeWithTheirSchemas();
    void independentLintersFindNoError();
    void healthChecksNeedNoCredential();

private:
    static void rows();
    void eachOperation(const std::function<void(const QString &, const QJsonObject &)> &check) const;
    static bool hasHeader(const QJsonObject &operation, int status, const QString &name)
    {
        return operation[u"responses"_s][QString::number(status)][u"headers"_s].toObject().contains(name);
    }
    /// Returns the schema of the JSON that an operation answers with.
    static QString schemaOf(const QJsonObject &operation, int status)
    {
        return operation[u"responses"_s][QString::number(status)][u"content"_s][u"application/json"_s][u"schema"_s]
                        [u"$ref"_s]
                            .toString();
    }
    void consistentOperation(const QString &path, const QJsonObject &operation, QSet<QString> &ids);

    std::unique_ptr<TestServer> m_server;
    QJsonObject m_document;
};

/// More clients than requests may wait for the file pool ask at once, and none of them reads the document.
void TestOpenApi::anUnchangedDocumentIsNotSentAgain()
{
    const QString path = u"/openapi.json"_s;
    for (const QByteArray coding : {"gzip", "zstd", "identity"}) {
        const QByteArray tag = m_server->anybody().get(path, {{"Accept-Encoding", coding}}).header("ETag");
        QVERIFY(!tag.isEmpty());
        const HttpClient::Headers known{{"Accept-Encoding", coding}, {"If-None-Match", tag}};
        EXPECT_STATUS(m_server->anybody().get(path, known), 304);
        const TestServer started; // builds the document for the first request
        EXPECT_STATUS(started.anybody().get(path, known), 304);
    }
}

void TestOpenApi::slowReadersHoldNobodyUp()
{
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 300; ++i) {
        auto client = std::make_unique<QTcpSocket>();
        client->setReadBufferSize(64);
        client->connectToHost(m_server->base().host(), quint16(m_server->base().port()));
        client->write("GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
        clients.push_back(std::move(client));
    }
    const auto isAnswered = [](const auto &client) { return client->peek(13).startsWith("HTTP/1.1 200 "); };
    QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count_if(clients, isAnswered), 300, 30'000);
    EXPECT_STATUS(m_server->anybody().get(m_server->base().toString(QUrl::RemovePath) + u"/docs/errors"_s), 200);
}

void TestOpenApi::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    const Answer answer = m_server->anybody().get(u"/openapi.json"_s);
    EXPECT_STATUS(answer, 200);
    m_document = answer.json;
    QCOMPARE(m_document[u"openapi"_s].toString(), u"3.1.0"_s);
}

void TestOpenApi::rows()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QFile file(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/api/endpoints.txt"));
    QVERIFY(file.open(QFile::ReadOnly));
    while (!file.atEnd()) {
        const QByteArrayList words = file.readLine().trimmed().split(' ');
        if (words.size() < 2 || words[0] == "#")
            continue;
        QTest::newRow((words[0] + ' ' + words[1]).constData()) << words[0] << QString::fromLatin1(words[1]);
    }
}

void TestOpenApi::promises()
{
    QFETCH(const QByteArray, method);
    QFETCH(QString, path);
    static const QRegularExpression parameter(u":(\\w+)"_s);
    const QJsonObject item = m_document[u"paths"_s][u"/v1"_s + path.replace(parameter, u"{\\1}"_s)].toObject();
    const QJsonObject operation = item[QString::fromLatin1(method.toLower())].toObject();
    QVERIFY(!operation.isEmpty());
    QVERIFY(!operation[u"summary"_s].toString().isEmpty());
}

/// The refusal also shows that the path and the method exist.
void TestOpenApi::strangersAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    const Answer answer = m_server->anybody().send(method, path);
    EXPECT_STATUS(answer, 401);
    const bool oauth = path == u"/accounts/authorize"_s; // its errors are those of RFC 6749
    QCOMPARE(oauth ? answer.json[u"error"_s].toString() : answer.code(),
             oauth ? u"invalid_client"_s : u"credential_required"_s);
}

/// Everything that is promised is built.
void TestOpenApi::nothingIsUnimplemented()
{
    const QJsonObject paths = m_document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path->toObject();
        for (auto operation = item.begin(); operation != item.end(); ++operation)
            QVERIFY2(!operation.value()[u"responses"_s].toObject().contains(u"501"_s), qPrintable(path.key()));
    }
}

/// Calls `check` with the name, such as `GET /v1/devices`, and the description of each operation.
void TestOpenApi::eachOperation(const std::function<void(const QString &, const QJsonObject &)> &check) const
{
    const QJsonObject paths = m_document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto one = item.begin(); one != item.end(); ++one)
            check(one.key().toUpper() + u' ' + path.key(), one.value().toObject());
    }
}

void TestOpenApi::changesTakeTheTagsThatAreRead()
{
    // GET answers with addresses, which are signed anew each time. DELETE revokes all of them.
    const QStringList unconditional{u"DELETE /v1/streams/{device_id}"_s};
    QStringList found;
    eachOperation([&](const QString &name, const QJsonObject &operation) {
        const QString path = name.section(u' ', 1);
        const bool changes = name.startsWith(u"PUT "_s) || name.startsWith(u"DELETE "_s);
        if (!changes || !hasHeader(m_document[u"paths"_s][path][u"get"_s].toObject(), 200, u"ETag"_s))
            return;
        const QJsonArray parameters = operation[u"parameters"_s].toArray();
        if (std::ranges::none_of(parameters, [](const QJsonValue &each) { return each[u"name"_s] == u"If-Match"_s; }))
            found += name;
    });
    QCOMPARE(found, unconditional);
}

void TestOpenApi::whatIsCreatedHasAnAddress()
{
    const QStringList withoutAddress{
        u"POST /v1/accounts/{account_id}/identities"_s, // can only be listed, like those that follow
        u"POST /v1/accounts/{account_id}/support-access"_s,
        u"POST /v1/accounts/{account_id}/token"_s, // a GET of a token would use it up
        u"POST /v1/actions"_s,
        u"POST /v1/actions/batch"_s,
        u"POST /v1/device-groups/share/account/{account_id}"_s,
        u"POST /v1/devices/share/account/{account_id}"_s,
        u"POST /v1/retentions"_s,
    };
    QStringList found;
    eachOperation([&](const QString &name, const QJsonObject &operation) {
        if (operation[u"responses"_s].toObject().contains(u"201"_s) && !hasHeader(operation, 201, u"Location"_s))
            found += name;
    });
    QCOMPARE(found, withoutAddress);
}

void TestOpenApi::headersAreDescribed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QStringList>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("received");
    const QStringList state{u"Tus-Resumable"_s, u"Upload-Expires"_s, u"Upload-Length"_s, u"Upload-Offset"_s};
    QTest::newRow("an upload") << u"/v1/device-data/uploads"_s << u"post"_s
                               << QStringList{u"Tus-Resumable"_s, u"Upload-Length"_s, u"Upload-Metadata"_s} << 201
                               << state + QStringList{u"Location"_s};
    QTest::newRow("a part") << u"/v1/device-data/uploads/{upload_id}"_s << u"patch"_s
                            << QStringList{u"Tus-Resumable"_s, u"Upload-Offset"_s, u"Upload-Checksum"_s} << 204
                            << state;
    QTest::newRow("a part of a file") << u"/v1/streams/{device_id}/clip.mp4"_s << u"get"_s
                                      << QStringList{u"Range"_s, u"If-Range"_s, u"If-None-Match"_s} << 206
                                      << QStringList{u"Clip-Start"_s, u"Clip-End"_s, u"Content-Range"_s};
    QTest::newRow("events") << u"/v1/events"_s << u"get"_s << QStringList{u"Last-Event-ID"_s} << 200 << QStringList();
    QTest::newRow("a redirection") << u"/v1/accounts/logout"_s << u"get"_s << QStringList() << 302
                                   << QStringList{u"Location"_s};
}

void TestOpenApi::headersAreDescribed()
{
    QFETCH(const QString, path);
    QFETCH(const QString, method);
    QFETCH(const int, status);
    const QJsonObject operation = m_document[u"paths"_s][path][method].toObject();
    QSet<QString> parameters;
    for (const QJsonValue &parameter : operation[u"parameters"_s].toArray())
        parameters += parameter[u"name"_s].toString();
    QFETCH(const QStringList, sent);
    for (const QString &name : sent)
        QVERIFY2(parameters.contains(name), qPrintable(name));
    QFETCH(const QStringList, received);
    for (const QString &name : received + QStringList{u"RateLimit-Remaining"_s, u"X-Request-Id"_s})
        QVERIFY2(hasHeader(operation, status, name), qPrintable(name));
}

/// A client can change what it has just made without reading it.
void TestOpenApi::answersToChangesCarryTheTag()
{
    // The app sees the new account there only with a token of its user.
    const QStringList withoutTag{u"POST /v1/accounts/app/{app_id} 201"_s};
    QSet<QString> tagged;
    eachOperation([&](const QString &name, const QJsonObject &operation) {
        if (name.startsWith(u"GET "_s) && hasHeader(operation, 200, u"ETag"_s))
            tagged += schemaOf(operation, 200);
    });
    QVERIFY(tagged.size() > 15);
    QStringList found;
    eachOperation([&](const QString &name, const QJsonObject &operation) {
        for (const int status : {200, 201}) {
            if (!name.startsWith(u"GET "_s) && tagged.contains(schemaOf(operation, status))
                && !hasHeader(operation, status, u"ETag"_s))
                found += name + u' ' + QString::number(status);
        }
    });
    QCOMPARE(found, withoutTag);
}

void TestOpenApi::consistentOperation(const QString &path, const QJsonObject &operation, QSet<QString> &ids)
{
    const QString id = operation[u"operationId"_s].toString();
    QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
    ids += id;
    QVERIFY(!operation[u"responses"_s].toObject().isEmpty());
    QSet<QString> declared;
    const QJsonArray parameters = operation[u"parameters"_s].toArray();
    for (const auto &parameter : parameters) {
        if (parameter[u"in"_s].toString() == u"path"_s) {
            const QString name = parameter[u"name"_s].toString();
            declared += name;
            QVERIFY(parameter[u"required"_s].toBool());
            if (name.endsWith(u"_status"_s) || name.endsWith(u"_type"_s))
                QVERIFY2(!parameter[u"schema"_s][u"enum"_s].toArray().isEmpty(), qPrintable(path));
        }
    }
    QSet<QString> used;
    static const QRegularExpression inBraces(u"\\{(\\w+)\\}"_s);
    for (auto match = inBraces.globalMatch(path); match.hasNext();)
        used += match.next().captured(1);
    QCOMPARE(declared, used);
}

void TestOpenApi::theDocumentIsConsistent()
{
    QSet<QString> ids;
    const QJsonObject paths = m_document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const auto &operation : item)
            consistentOperation(path.key(), operation.toObject(), ids);
    }
    const QString text = QString::fromUtf8(QJsonDocument(m_document).toJson(QJsonDocument::Compact));
    static const QRegularExpression reference(u"\"\\$ref\":\"#/([^\"]+)\""_s);
    int references = 0;
    for (auto match = reference.globalMatch(text); match.hasNext(); ++references) {
        QJsonValue value = m_document;
        const QString target = match.next().captured(1);
        for (const QString &step : target.split(u'/'))
            value = value[step];
        QVERIFY2(value.isObject(), qPrintable(target));
    }
    QVERIFY(references > 20);
}

void TestOpenApi::examplesAgreeWithTheirSchemas()
{
    int examples = 0;
    const std::function<void(const QJsonObject &, const QString &)> check = [&](const QJsonObject &node,
                                                                                const QString &at) {
        if (node.contains(u"example"_s) && node.contains(u"schema"_s)) {
            const QString wrong = ApiContract::instance().violation(node[u"schema"_s].toObject(), node[u"example"_s]);
            QVERIFY2(wrong.isEmpty(), qPrintable(at + u": "_s + wrong));
            ++examples;
            return;
        }
        for (auto member = node.begin(); member != node.end(); ++member)
            check(member.value().toObject(), at + u' ' + member.key());
    };
    check(m_document[u"paths"_s].toObject(), u"paths"_s);
    check(m_document[u"webhooks"_s].toObject(), u"webhooks"_s);
    QVERIFY(examples > 150);
}

void TestOpenApi::independentLintersFindNoError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"openapi.json"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(QJsonDocument(m_document).toJson());
    file.close();
    const QJsonObject result =
        NodeScript::run(u"openapilint"_s, {{u"file"_s, file.fileName()}, {u"folder"_s, folder.path()}});
    QVERIFY2(result[u"redocly"_s].toInt(-1) == 0, qPrintable(result[u"said"_s].toString()));
    QVERIFY2(result[u"spectral"_s].toInt(-1) == 0, qPrintable(result[u"said"_s].toString()));
}

void TestOpenApi::healthChecksNeedNoCredential()
{
    const HttpClient anybody = m_server->anybody();
    for (const QString &path : {u"/health/live"_s, u"/health/ready"_s}) {
        EXPECT_STATUS(anybody.get(path), 200);
        EXPECT_PROBLEM(anybody.post(path, {}), 405, "method_not_allowed");
    }
    EXPECT_PROBLEM(anybody.get(u"/metrics"_s), 401, "credential_required");
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
