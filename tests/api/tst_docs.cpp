// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
const QString chromium = u"/usr/bin/chromium"_s;
}

/// The API reference at /docs: its pages, and its samples, which run against a real server.
class TestDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallHasAPage();
    void pagesRunOnlyTheirOwnScript();
    void pagesAreKeptByBrowsers();
    void searchesOccupyOneThread();
    void framesAreTranslated();
    void callsAreFoundWithoutJavaScript();
    void everyErrorHasItsPlace();
    void unknownPagesAreExplained();
    void samplesAnswerAsExpected();
    void aFailedCallLeadsToItsPage();
    void callsAreTriedInABrowser();

private:
    struct Run
    {
        QString call;
        int status = 0;
    };
    QString page(const QString &path, const HttpClient::Headers &headers = {}) const;
    QProcessEnvironment environment(const QJsonObject &more = {}) const;
    QByteArray output(const QString &program, const QStringList &arguments, const QJsonObject &more = {}) const;
    void compile(const QList<QPair<QString, QString>> &sources);
    QString newGroup() const;

    std::unique_ptr<TestServer> m_server;
    QString m_root; ///< the server's address without /v1
    QJsonObject m_app;
    QTemporaryDir m_folder;
};

void TestDocs::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_root = m_server->base().toString(QUrl::RemovePath);
    m_app = m_server->account(u"ada"_s).createApp(u"Reader"_s);
}

/// Returns the HTML of a page below /docs.
QString TestDocs::page(const QString &path, const HttpClient::Headers &headers) const
{
    const Answer answer = m_server->anybody().get(m_root + u"/docs"_s + path, headers);
    [&] { EXPECT_STATUS(answer, 200); }();
    return QString::fromUtf8(answer.body);
}

void TestDocs::everyCallHasAPage()
{
    const QJsonObject paths = m_server->anybody().get(u"/openapi.json"_s).json[u"paths"_s].toObject();
    const QString index = page({});
    int pages = 0;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto each = item.begin(); each != item.end(); ++each) {
            const QJsonObject operation = each.value().toObject();
            const QString id = operation[u"operationId"_s].toString();
            const auto types = operation[u"responses"_s][u"200"_s][u"content"_s].toObject();
            if (types.contains(u"text/html"_s) || types.contains(u"text/css"_s))
                continue; // for people
            if (!index.contains(u"/docs/calls/"_s + id + u'"'))
                continue; // other statuses are pages
            const QString html = page(u"/calls/"_s + id);
            QVERIFY2(html.contains(u"<code>"_s + path.key() + u"</code>"_s), qPrintable(id));
            QVERIFY(html.contains(operation[u"summary"_s].toString().toHtmlEscaped().replace(u"'"_s, u"&apos;"_s)));
            QVERIFY2(html.contains(u"id=\"error-"_s), qPrintable(id));
            ++pages;
        }
    }
    QVERIFY2(pages > 170, qPrintable(QString::number(pages)));

    const QString device = page(u"/calls/postDevices"_s);
    QVERIFY(device.contains(u"<code>source_url</code> <span class=\"required\">required</span>"_s));
    QVERIFY(device.contains(u"1 to 100 characters"_s));
    QVERIFY(device.contains(u"grp_…"_s));
    QVERIFY(device.contains(u"with the scope <code>devices</code>"_s));
    QVERIFY(device.contains(u"id=\"error-plan_limit_reached\""_s));
    QVERIFY(!device.contains(u"id=\"error-zone_in_use\""_s)); // which other calls answer with
}

void TestDocs::pagesRunOnlyTheirOwnScript()
{
    const Answer answer = m_server->anybody().get(m_root + u"/docs"_s);
    const QByteArray policy = answer.header("content-security-policy");
    QVERIFY2(policy.startsWith("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"),
             policy.constData());
    QVERIFY(!policy.contains("unsafe"));
    QCOMPARE(answer.header("x-frame-options"), "DENY");
    QCOMPARE(answer.body.count("<script"), 1);
    QVERIFY(!answer.body.contains(" style=") && !answer.body.contains(" onclick="));
    const Answer script = m_server->anybody().get(m_root + u"/docs/files/docs.js"_s);
    QCOMPARE(script.header("content-type"), "text/javascript; charset=utf-8");
    QCOMPARE(m_server->anybody().get(m_root + u"/docs/files/docs.css"_s).header("content-type"),
             "text/css; charset=utf-8");
    EXPECT_PROBLEM(m_server->anybody().get(m_root + u"/docs/files/en.texts"_s), 404, "not_found");
    const QString evil = page(u"?q=%3Cscript%3Ealert(1)%3C/script%3E"_s);
    QVERIFY(evil.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s) && !evil.contains(u"<script>alert"_s));
}

/// Anybody may search. Searches leave a thread of the pool to those who play streams.
void TestDocs::searchesOccupyOneThread()
{
    int built = 0;
    int refused = 0;
    QDeadlineTimer deadline(60'000); // on a busy machine, requests need not overlap
    while ((built == 0 || refused == 0) && !deadline.hasExpired()) {
        std::vector<Answer> answers(12);
        std::vector<std::thread> threads;
        for (Answer &answer : answers)
            threads.emplace_back([&] { answer = m_server->anybody().get(m_root + u"/docs?q=device"_s); });
        for (auto &thread : threads)
            thread.join();
        for (const Answer &answer : answers) {
            built += answer.status == 200;
            refused += answer.status == 503;
            if (answer.status != 200)
                EXPECT_PROBLEM(answer, 503, "overloaded");
        }
    }
    QVERIFY(built > 0);
    QVERIFY(refused > 0);
}

void TestDocs::pagesAreKeptByBrowsers()
{
    const HttpClient anybody = m_server->anybody();
    const Answer first = anybody.get(m_root + u"/docs/calls/getDevicesByDeviceId"_s);
    QVERIFY(first.header("etag").startsWith('"'));
    QCOMPARE(first.header("vary"), "Accept-Language");
    const HttpClient::Headers known{{"If-None-Match", first.header("etag")}};
    EXPECT_STATUS(anybody.get(m_root + u"/docs/calls/getDevicesByDeviceId"_s, known), 304);
    EXPECT_STATUS(anybody.get(m_root + u"/docs/calls/getDevicesByDeviceId?ui_locales=zh-CN"_s, known), 200);
}

void TestDocs::framesAreTranslated()
{
    const HttpClient::Headers chinese{{"Accept-Language", "zh-CN,zh;q=0.9"}};
    const QString html = page(u"/calls/postDevices"_s, chinese);
    QVERIFY(html.contains(u"<html lang=\"zh-CN\""_s));
    QVERIFY(html.contains(u"必填"_s));
    const QString chosen = page(u"?ui_locales=zh-CN"_s);
    QVERIFY(chosen.contains(u"/docs/calls/postDevices?ui_locales=zh-CN"_s)); // links stay in the language
}

void TestDocs::callsAreFoundWithoutJavaScript()
{
    const QString found = page(u"?q=delete+zone"_s);
    QVERIFY(found.contains(u"/docs/calls/deleteDevicesByDeviceIdZonesByZoneId"_s));
    QVERIFY(!found.contains(u"/docs/calls/postDevices\""_s));
    QVERIFY(page(u"?q=teapot"_s).contains(u"No call matches “teapot”"_s));
}

void TestDocs::everyErrorHasItsPlace()
{
    const QString html = page(u"/errors"_s);
    for (const QString &code : {u"credential_required"_s, u"mode_in_use"_s, u"rate_limited"_s})
        QVERIFY2(html.contains(u"id=\"error-"_s + code + u'"'), qPrintable(code));
    QVERIFY(html.contains(u"id=\"field-too_long\""_s));
    const QString webhooks = page(u"/webhooks"_s);
    QVERIFY(webhooks.contains(u"<code>mark.opened</code>"_s) && webhooks.contains(u"<code>webhook-signature</code>"_s));
}

void TestDocs::unknownPagesAreExplained()
{
    for (const QString &path : {u"/docs/calls/getNothing"_s, u"/docs/nothing"_s, u"/docs/calls"_s}) {
        const Answer answer = m_server->anybody().get(m_root + path);
        EXPECT_STATUS(answer, 404);
        QVERIFY(answer.body.contains("The API reference has no such page"));
    }
    EXPECT_PROBLEM(m_server->anybody().get(u"/reference/calls/getNothing/samples"_s), 404, "not_found");
}

QProcessEnvironment TestDocs::environment(const QJsonObject &more) const
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ACCESS_TOKEN"_s, ada.accessToken());
    environment.insert(u"APP_ID"_s, m_app[u"app_id"_s].toString());
    environment.insert(u"APP_KEY"_s, m_app[u"app_key"_s].toString());
    environment.insert(u"ACCOUNT_ID"_s, ada.accountId());
    for (auto each = more.begin(); each != more.end(); ++each)
        environment.insert(each.key(), each.value().toString());
    return environment;
}

QByteArray TestDocs::output(const QString &program, const QStringList &arguments, const QJsonObject &more) const
{
    QProcess process;
    process.setProcessEnvironment(environment(more));
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    [&] { QVERIFY2(process.waitForFinished(120'000), qPrintable(program)); }();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// Compiles all programs as one: the first argument chooses the sample.
void TestDocs::compile(const QList<QPair<QString, QString>> &sources)
{
    QFile file(m_folder.filePath(u"samples.cpp"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QByteArray choice;
    for (const auto &[call, source] : sources) {
        file.write("#define main " + call.toUtf8() + '\n' + source.toUtf8() + "#undef main\n");
        choice += "    if (chosen == \"" + call.toUtf8() + "\")\n        return " + call.toUtf8() + "(argc, argv);\n";
    }
    file.write("int main(int argc, char *argv[])\n{\n    const QByteArray chosen(argv[1]);\n" + choice
               + "    return 1;\n}\n");
    file.close();
    const QString flags = QString::fromUtf8(output(u"pkg-config"_s, {u"--cflags"_s, u"--libs"_s, u"Qt6Network"_s}));
    const QByteArray errors = output(u"g++"_s,
                                     QStringList{u"-std=c++17"_s, u"-fPIC"_s, u"-Wall"_s, u"-Wextra"_s, u"-Werror"_s,
                                                 u"-o"_s, u"samples"_s, u"samples.cpp"_s}
                                         + flags.simplified().split(u' '));
    QVERIFY2(errors.isEmpty(), errors.constData());
}

QString TestDocs::newGroup() const
{
    return m_server->account(u"ada"_s).addGroup(u"Shed"_s)[u"devgroup_id"_s].toString();
}

void TestDocs::samplesAnswerAsExpected()
{
    const QList<Run> runs{{u"getHealthLive"_s, 200},
                          {u"postAccountsPasswordStrength"_s, 200},
                          {u"postAccountsAuthorize"_s, 200},
                          {u"postOauthRevoke"_s, 200},
                          {u"getAccountsByAccountId"_s, 200},
                          {u"postDeviceGroupsAccountByAccountId"_s, 201},
                          {u"putDeviceGroupsByDevgroupIdAccountByAccountId"_s, 200},
                          {u"deleteDeviceGroupsByDevgroupIdAccountByAccountId"_s, 204},
                          {u"postDeviceDataUploads"_s, 201}, // which requires header fields
                          {u"postDevicesZone"_s, 404}};
    const QByteArray camera = m_server->account(u"ada"_s).addDevice(u"Door"_s)[u"device_id"_s].toString().toLatin1();
    QList<QPair<QString, QString>> programs;
    QHash<QString, QJsonObject> samples;
    for (const Run &run : runs) {
        const Answer answer = m_server->anybody().get(u"/reference/calls/%1/samples"_s.arg(run.call));
        EXPECT_STATUS(answer, 200);
        QCOMPARE(answer.json[u"page"_s].toString(), m_root + u"/docs/calls/"_s + run.call);
        samples.insert(run.call, answer.json);
        programs += {run.call, answer.json[u"cpp"_s].toString()};
    }
    // The answers of these are a stream and a picture, and a picture is the body: they are compiled.
    for (const QString &call : {u"getEvents"_s, u"getStreamsByDeviceIdSnapshotJpg"_s, u"postDeviceData"_s,
                                u"patchDeviceDataUploadsByUploadId"_s})
        programs +=
            {call, m_server->anybody().get(u"/reference/calls/%1/samples"_s.arg(call)).json[u"cpp"_s].toString()};
    compile(programs);
    for (const Run &run : runs) {
        const QJsonObject sample = samples[run.call];
        const auto own = [&]() -> QJsonObject { // what a sample deletes or revokes is there for it alone
            QJsonObject values{{u"UPLOAD_LENGTH"_s, u"9"_s},
                               {u"UPLOAD_METADATA"_s, QString::fromLatin1("device_id " + camera.toBase64())}};
            if (run.call.contains(u"ByDevgroupId"_s))
                values.insert(u"DEVGROUP_ID"_s, newGroup());
            if (run.call == u"postOauthRevoke"_s)
                values.insert(u"ACCESS_TOKEN"_s, u"wma_unknown"_s);
            return values;
        };
        const QByteArray status = QByteArray::number(run.status);
        const QByteArray curl = output(u"sh"_s, {u"-c"_s, sample[u"curl"_s].toString()}, own());
        QVERIFY2(curl.contains("HTTP/1.1 " + status), (run.call.toUtf8() + ": " + curl).constData());
        const QByteArray node =
            output(u"node"_s, {u"--input-type=module"_s, u"-e"_s, sample[u"javascript"_s].toString()}, own());
        QVERIFY2(node.startsWith(status + ' '), (run.call.toUtf8() + ": " + node).constData());
        const QByteArray python = output(u"python3"_s, {u"-c"_s, sample[u"python"_s].toString()}, own());
        QVERIFY2(python.startsWith(status + ' '), (run.call.toUtf8() + ": " + python).constData());
        const QByteArray cpp = output(m_folder.filePath(u"samples"_s), {run.call}, own());
        QVERIFY2(cpp.startsWith(status + ' '), (run.call.toUtf8() + ": " + cpp).constData());
    }
}

void TestDocs::aFailedCallLeadsToItsPage()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(m_server->app(m_app).post(u"/accounts/password-strength"_s, {{u"password"_s, 7}},
                                            {{"X-Request-Id", "to-docs"}}),
                  422);
    const QString log = u"/apps/%1/requests"_s.arg(m_app[u"app_id"_s].toString());
    QJsonArray calls;
    QTRY_COMPARE_WITH_TIMEOUT((calls = ada.get(log + u"?request_id=to-docs"_s).items()).size(), 1, 20'000);
    const Answer detail = ada.get(log + u'/' + calls[0][u"call_id"_s].toString());
    EXPECT_STATUS(detail, 200);
    const QString docs = detail.json[u"docs"_s].toString();
    QCOMPARE(docs, m_root + u"/docs/calls/postAccountsPasswordStrength#error-invalid"_s);
    QVERIFY(page(u"/calls/postAccountsPasswordStrength"_s).contains(u"id=\"error-invalid\""_s));
}

void TestDocs::callsAreTriedInABrowser()
{
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject result = NodeScript::run(u"docs"_s,
                                               {{u"chromium"_s, chromium},
                                                {u"screenshots"_s, QStringLiteral(WAYMARK_SCREENSHOTS)},
                                                {u"root"_s, m_root},
                                                {u"app"_s, m_app},
                                                {u"account"_s, ada.accountId()},
                                                {u"email"_s, ada.email()},
                                                {u"password"_s, TestAccount::password()}});
    QCOMPARE(result[u"done"_s].toArray().size(), 3);
}

QTEST_GUILESS_MAIN(TestDocs)
#include "tst_docs.moc"
