// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/devicerequestmodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr auto path = "/v1/accounts/acc_1/device-requests/BCDFGHJK";
constexpr auto shownPath = "/v1/accounts/acc_1/device-requests/BCDF-GHJK";
using Step = DeviceRequestModel::Step;
}

/// The request of a device, from the code to the decision.
class DeviceRequestModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(), m_fixture.reset(); }
    void findsTheRequestByItsCode();
    void waitsForACompleteCode();
    void approvesAndRefuses_data();
    void approvesAndRefuses();
    void saysWhyACodeIsOfNoUse_data();
    void saysWhyACodeIsOfNoUse();
    void staysAtTheDecisionWithoutAnAnswer();
    void dropsTheAnswerToAnEarlierCode();

private:
    ScriptedPeer &peer() { return m_fixture->peer(); }
    void offerRequest();

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<DeviceRequestModel> m_model;
};

void DeviceRequestModelTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
    m_model = std::make_unique<DeviceRequestModel>();
    m_model->setPortal(&m_fixture->portal());
}

void DeviceRequestModelTest::offerRequest()
{
    peer().on(QByteArray("GET ") + path,
              QJsonObject{{u"user_code"_s, u"BCDF-GHJK"_s},
                          {u"app_id"_s, u"app_1"_s},
                          {u"app_name"_s, u"Garden Watch"_s},
                          {u"developer"_s, u"Bea"_s},
                          {u"scopes"_s, QJsonArray{u"devices:read"_s, u"streams"_s}},
                          {u"created_at"_s, u"2026-11-23T08:00:00.000Z"_s},
                          {u"expires_at"_s, u"2026-11-23T08:10:00.000Z"_s}});
    m_model->look(u"bcdf ghjk"_s);
    QTRY_COMPARE(m_model->step(), Step::Decision);
}

void DeviceRequestModelTest::findsTheRequestByItsCode()
{
    QCOMPARE(m_model->step(), Step::Code);
    offerRequest();
    QCOMPARE(m_model->userCode(), u"BCDF-GHJK"_s);
    QCOMPARE(m_model->appName(), u"Garden Watch"_s);
    QCOMPARE(m_model->developer(), u"Bea"_s);
    QCOMPARE(m_model->description(), QString());
    QCOMPARE(m_model->scopes(), (QStringList{u"devices:read"_s, u"streams"_s}));
    QCOMPARE(m_model->expiresAt(), QDateTime::fromString(u"2026-11-23T08:10:00.000Z"_s, Qt::ISODateWithMs));
}

void DeviceRequestModelTest::waitsForACompleteCode()
{
    QVERIFY(m_model->isComplete(u" bcdf-ghjk "_s));
    for (const QString &code : {u""_s, u"bcdf-ghj"_s, u"bcdf-ghjk-l"_s, u"1234-5678"_s}) {
        QVERIFY2(!m_model->isComplete(code), qPrintable(code));
        m_model->look(code);
        QVERIFY(!m_model->busy());
    }
}

void DeviceRequestModelTest::approvesAndRefuses_data()
{
    QTest::addColumn<bool>("approved");
    QTest::newRow("approved") << true;
    QTest::newRow("refused") << false;
}

void DeviceRequestModelTest::approvesAndRefuses()
{
    QFETCH(const bool, approved);
    peer().on(QByteArray("PUT ") + shownPath, [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    m_model->decide(approved); // there is nothing to decide yet
    offerRequest();
    m_model->decide(approved);
    m_model->decide(!approved); // a second click
    QTRY_COMPARE(m_model->step(), approved ? Step::Approved : Step::Refused);
    const auto sent = peer().requests(QByteArray("PUT ") + shownPath);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0].json(), (QJsonObject{{u"approved"_s, approved}}));
    m_model->startOver();
    QCOMPARE(m_model->step(), Step::Code);
    QCOMPARE(m_model->appName(), QString());
}

void DeviceRequestModelTest::saysWhyACodeIsOfNoUse_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("begin");
    QTest::newRow("unknown") << 404 << u"not_found"_s << u"No device is waiting"_s;
    QTest::newRow("used") << 409 << u"user_code_used"_s << u"This code was used"_s;
    QTest::newRow("expired") << 410 << u"user_code_expired"_s << u"This code has expired"_s;
    QTest::newRow("too many") << 429 << u"rate_limited"_s << u"Too many attempts"_s;
}

/// Also if it has become so while the user was reading.
void DeviceRequestModelTest::saysWhyACodeIsOfNoUse()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, begin);
    const auto refuse = [&](const PeerExchange &exchange) { exchange.problem(status, code); };
    peer().on(QByteArray("GET ") + path, refuse);
    m_model->look(u"BCDFGHJK"_s);
    QTRY_VERIFY2(m_model->problem().startsWith(begin), qPrintable(m_model->problem()));
    QCOMPARE(m_model->step(), Step::Code);

    peer().on(QByteArray("PUT ") + shownPath, refuse);
    offerRequest();
    QCOMPARE(m_model->problem(), QString());
    m_model->decide(true);
    QTRY_VERIFY2(m_model->problem().startsWith(begin), qPrintable(m_model->problem()));
    QCOMPARE(m_model->step(), status == 429 ? Step::Decision : Step::Code);
}

void DeviceRequestModelTest::staysAtTheDecisionWithoutAnAnswer()
{
    offerRequest();
    peer().on(QByteArray("PUT ") + shownPath, [](const PeerExchange &exchange) { exchange.hangUp(); });
    m_model->decide(true);
    QTRY_VERIFY(!m_model->problem().isEmpty());
    QCOMPARE(m_model->step(), Step::Decision);
    peer().on(QByteArray("PUT ") + shownPath, [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    m_model->decide(true);
    QTRY_COMPARE(m_model->step(), Step::Approved);
    QCOMPARE(m_model->problem(), QString());
}

void DeviceRequestModelTest::dropsTheAnswerToAnEarlierCode()
{
    QList<PeerExchange> late;
    peer().on("GET /v1/accounts/acc_1/device-requests/LLLLLLLL",
              [&](const PeerExchange &exchange) { late += exchange; });
    m_model->look(u"LLLL-LLLL"_s);
    QTRY_COMPARE(late.size(), 1);
    offerRequest();
    late[0].problem(404, u"not_found"_s);
    QTRY_VERIFY(!m_model->busy());
    QCOMPARE(m_model->step(), Step::Decision);
    QCOMPARE(m_model->problem(), QString());
}

QTEST_MAIN(DeviceRequestModelTest)
#include "tst_devicerequestmodel.moc"
