// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// `If-Match` on resources of which a change is more than the writing of a row: the tag that GET answers with is taken,
/// and an earlier one is not.
class TestPreconditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s});
        m_ada = &m_server->account(u"ada"_s);
        m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
    }
    void uploads();
    void exports();
    void deletions();
    void sandboxCameras();
    void secondFactors();
    void orders();
    void marks();

private:
    using Headers = HttpClient::Headers;
    static Headers matching(const QByteArray &tag) { return {{"If-Match", tag}}; }
    QByteArray tagOf(const QString &path) const { return m_ada->get(path).header("ETag"); }
    QString pathOf(const QString &what) const { return u"/accounts/%1/%2"_s.arg(m_ada->accountId(), what); }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    std::unique_ptr<HttpClient> m_admin;
};

void TestPreconditions::uploads()
{
    const Headers resumable{{"Tus-Resumable", "1.0.0"}};
    const QByteArray device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString().toLatin1();
    const Answer begun =
        m_ada->send("POST", u"/device-data/uploads"_s, {},
                    resumable + Headers{{"Upload-Length", "9"}, {"Upload-Metadata", "device_id " + device.toBase64()}});
    const QString path = QString::fromLatin1(begun.header("Location"));
    EXPECT_STATUS(
        m_ada->send("PATCH", path, "x",
                    resumable + Headers{{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}}),
        204);
    EXPECT_PROBLEM(m_ada->del(path, {}, resumable + matching(begun.header("ETag"))), 412, "precondition_failed");
    EXPECT_STATUS(m_ada->del(path, {}, resumable + matching(tagOf(path))), 204);
}

/// The address of the file is signed anew each time, and does not count.
void TestPreconditions::exports()
{
    const QString path = pathOf(u"export"_s);
    EXPECT_STATUS(m_ada->del(path, {}, matching("*")), 412);
    const Answer begun = m_ada->post(path, {{u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(begun, 201);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    EXPECT_STATUS(m_ada->del(path, {}, matching(begun.header("ETag"))), 412);
    const QByteArray tag = tagOf(path);
    QTRY_VERIFY(tagOf(path) != tag);
    EXPECT_STATUS(m_ada->del(path, {}, matching(tag)), 204);
}

void TestPreconditions::deletions()
{
    const QString path = pathOf(u"deletion"_s);
    EXPECT_STATUS(m_ada->del(path, {}, matching("\"x\"")), 404);
    const Answer made = m_ada->post(path, {{u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(made, 201);
    m_server->sql(u"UPDATE account_deletion SET delete_at = delete_at + 1000"_s);
    EXPECT_STATUS(m_ada->del(path, {}, matching(made.header("ETag"))), 412);
    EXPECT_STATUS(m_ada->del(path, {}, matching(tagOf(path))), 204);
}

void TestPreconditions::sandboxCameras()
{
    const QString app = m_ada->createApp(u"Viewer"_s)[u"app_id"_s].toString();
    const Answer made = m_ada->post(u"/sandbox/cameras"_s, {{u"app_id"_s, app}, {u"scene"_s, u"walk"_s}});
    const QString path = QString::fromLatin1(made.header("Location"));
    QCOMPARE(tagOf(path), made.header("ETag"));
    m_server->sql(u"UPDATE device SET name = 'Renamed' WHERE device_id = '%1'"_s.arg(path.section(u'/', -1)));
    EXPECT_STATUS(m_ada->del(path, {}, matching(made.header("ETag"))), 412);
    EXPECT_STATUS(m_ada->del(path, {}, matching(tagOf(path))), 204);
}

void TestPreconditions::secondFactors()
{
    AuthenticatorApp app(*m_server, *m_ada);
    const QByteArray off = tagOf(app.path());
    EXPECT_STATUS(app.begin(), 201);
    const auto confirm = [&](const QByteArray &tag) {
        return m_ada->put(app.path(), {{u"code"_s, app.code()}}, matching(tag));
    };
    EXPECT_STATUS(confirm("\"x\""), 412);
    EXPECT_STATUS(confirm(off), 200);
    const auto disable = [&](const QByteArray &tag) {
        return m_ada->del(app.path(), {{u"password"_s, TestAccount::password()}, {u"code"_s, app.code()}},
                          matching(tag));
    };
    EXPECT_STATUS(disable(off), 412);
    EXPECT_STATUS(disable(tagOf(app.path())), 204);
    QCOMPARE(tagOf(app.path()), off);
}

void TestPreconditions::orders()
{
    const Answer made = m_ada->post(u"/retentions/plan_00000000000000000000000001/account/"_s + m_ada->accountId(), {});
    EXPECT_STATUS(made, 201);
    const QString path = QString::fromLatin1(made.header("Location"));
    QCOMPARE(tagOf(path), made.header("ETag"));
    const auto step = [&](const QString &status, const QByteArray &tag, const QJsonObject &event) {
        return m_admin->put(path + u"/status/"_s + status, event, matching(tag));
    };
    const QJsonObject first{{u"event_id"_s, u"first"_s}};
    EXPECT_STATUS(step(u"paid"_s, "\"x\"", first), 412);
    const Answer failed = step(u"failed"_s, made.header("ETag"), first);
    EXPECT_STATUS(failed, 200);
    QCOMPARE(tagOf(path), failed.header("ETag"));
    EXPECT_STATUS(step(u"failed"_s, made.header("ETag"), first),
                  200); // the same event, whose answer may have been lost
    EXPECT_STATUS(step(u"cancelled"_s, made.header("ETag"), {}), 412);
    EXPECT_STATUS(step(u"cancelled"_s, failed.header("ETag"), {}), 200);
}

/// Whether somebody has read the mark is no part of the state that a deletion depends on.
void TestPreconditions::marks()
{
    const QJsonObject wanted{{u"device_id"_s, m_ada->addDevice(u"Gate"_s)[u"device_id"_s]},
                             {u"label"_s, u"parcel"_s},
                             {u"started_at"_s, u"2026-11-23T08:00:00Z"_s}};
    const Answer made = m_ada->post(u"/device-marks"_s, wanted);
    EXPECT_STATUS(made, 201);
    const QString detail = QString::fromLatin1(made.header("Location"));
    QCOMPARE(m_ada->get(detail).json, made.json);
    QCOMPARE(tagOf(detail), made.header("ETag"));
    const QString id = made.json[u"devicemark_id"_s].toString();
    EXPECT_STATUS(m_ada->put(u"/device-marks/triggered/account/%1/read"_s.arg(m_ada->accountId()),
                             QJsonObject{{u"mark_ids"_s, QJsonArray{id}}}),
                  200);
    const QByteArray read = tagOf(detail);
    QVERIFY(read != made.header("ETag"));
    const QString path = u"/device-marks/"_s + id;
    m_server->sql(u"UPDATE device_mark SET label = 'letter' WHERE devicemark_id = '%1'"_s.arg(id));
    EXPECT_PROBLEM(m_admin->del(path, {}, matching(read)), 412, "precondition_failed");
    m_server->sql(u"UPDATE device_mark SET label = 'parcel' WHERE devicemark_id = '%1'"_s.arg(id));
    EXPECT_STATUS(m_admin->del(path, {}, matching(made.header("ETag"))), 204);
}

QTEST_GUILESS_MAIN(TestPreconditions)
#include "tst_preconditions.moc"
