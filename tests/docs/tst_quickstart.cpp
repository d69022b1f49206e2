// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The script of the documentation, with an app's id and key, a real camera, and somebody who walks past it.
class TestQuickstart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itListsMarksAndFetchesThePicture();
    void itSaysWhatIsWrong();
    void aGeneratedClientDoesTheSame();
    void aGeneratedClientRefusesWrongUse();

private:
    struct Run
    {
        int exitCode = -1;
        QString output;
        QByteArray errors;
    };
    Run run(const QString &password) const;
    QJsonObject typedClient(const QJsonObject &input) const;
    QJsonArray marks() const;
    void walkUntil(int count);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera;
    QJsonObject m_app;
    QString m_device;
    QTemporaryDir m_folder;
};

void TestQuickstart::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    const TestAccount &ada = m_server->account(u"ada"_s);
    m_app = ada.createApp(u"Quickstart"_s);
    const Answer modes = ada.get(u"/device-modes/account/"_s + ada.accountId());
    EXPECT_STATUS(modes, 200);
    const auto device = ada.addDevice(
        u"Door"_s,
        {{u"source_url"_s, m_camera->url().toString()}, {u"devicemode_id"_s, modes.item(0)[u"devicemode_id"_s]}});
    m_device = device[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/devices/"_s + m_device).json[u"state"_s].toString(), u"online"_s, 60'000);
}

QJsonArray TestQuickstart::marks() const
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    return ada.get(u"/device-marks/triggered/account/%1/device/%2"_s.arg(ada.accountId(), m_device)).items();
}

/// Somebody walks past again and again, until so many marks are there, each with its picture.
void TestQuickstart::walkUntil(int count)
{
    QElapsedTimer sinceWalk;
    const auto enough = [&] {
        if (!sinceWalk.isValid() || sinceWalk.elapsed() > 8000) {
            m_camera->walk();
            sinceWalk.start();
        }
        const QJsonArray found = marks();
        return found.size() >= count && found[0][u"snapshot"_s].isObject();
    };
    QTRY_VERIFY_WITH_TIMEOUT(enough(), 120'000);
}

TestQuickstart::Run TestQuickstart::run(const QString &password) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WAYMARK_URL"_s, m_server->base().toString(QUrl::RemovePath));
    environment.insert(u"APP_ID"_s, m_app[u"app_id"_s].toString());
    environment.insert(u"APP_KEY"_s, m_app[u"app_key"_s].toString());
    environment.insert(u"WAYMARK_USER"_s, m_server->account(u"ada"_s).email());
    environment.insert(u"WAYMARK_PASSWORD"_s, password);
    environment.insert(u"MARK_PAGE_SIZE"_s, u"1"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(WAYMARK_QUICKSTART), {m_folder.filePath(u"picture.jpg"_s)});
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), process.readAllStandardError()};
}

void TestQuickstart::itListsMarksAndFetchesThePicture()
{
    walkUntil(2);
    const Run result = run(TestAccount::password());
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.output.contains(u"Camera %1 is online"_s.arg(m_device)));
    static const QRegularExpression listed(u"page (\\d+): (mark_\\w+)"_s);
    QStringList ids;
    for (auto match = listed.globalMatch(result.output); match.hasNext();) {
        const auto mark = match.next();
        ids += mark.captured(2);
        QCOMPARE(mark.captured(1).toInt(), int(ids.size())); // pages of one
    }
    QVERIFY2(ids.size() >= 2, qPrintable(result.output));
    QCOMPARE(ids.removeDuplicates(), 0);
    const QImage picture(m_folder.filePath(u"picture.jpg"_s));
    QVERIFY(picture.width() >= 320);
}

void TestQuickstart::itSaysWhatIsWrong()
{
    const Run result = run(u"wrong"_s);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("wrong_login"), result.errors.constData());
}

/// Runs tests/node/typedclient.mjs, whose types are generated from openapi.json.
QJsonObject TestQuickstart::typedClient(const QJsonObject &input) const
{
    const QTemporaryDir folder;
    QJsonObject all = input;
    all.insert(u"document"_s, QStringLiteral(WAYMARK_OPENAPI));
    all.insert(u"folder"_s, folder.path());
    return NodeScript::run(u"typedclient"_s, all);
}

void TestQuickstart::aGeneratedClientDoesTheSame()
{
    walkUntil(2);
    const QJsonObject found = typedClient({{u"base"_s, m_server->base().toString(QUrl::RemovePath)},
                                           {u"appId"_s, m_app[u"app_id"_s]},
                                           {u"appKey"_s, m_app[u"app_key"_s]},
                                           {u"email"_s, m_server->account(u"ada"_s).email()},
                                           {u"password"_s, TestAccount::password()}});
    QCOMPARE(found[u"cameras"_s].toArray(), QJsonArray{u"online"_s});
    QVERIFY(found[u"marks"_s].toArray().size() >= 2);
    QVERIFY(found[u"picture"_s].toInt() > 1000);
}

void TestQuickstart::aGeneratedClientRefusesWrongUse()
{
    const QJsonObject wrong{{u"from"_s, u"name: input.email"_s}, {u"to"_s, u"user: input.email"_s}};
    const QJsonObject result = typedClient({{u"breaks"_s, wrong}});
    const QString error = result[u"errors"_s][0].toString();
    QVERIFY2(error.contains(u"'user' does not exist"_s), qPrintable(error));
}

QTEST_GUILESS_MAIN(TestQuickstart)
#include "tst_quickstart.moc"
