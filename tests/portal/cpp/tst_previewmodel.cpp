// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modedraft.h"
#include "app/portal/previewmodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a rule would have done, as its page shows it.
class PreviewModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void triesARuleWithTheServer();
    void looksForObjectsWhereNoneWereLookedFor();
    void triesNestedConditions();

private:
    std::unique_ptr<PortalFixture> m_fixture;
};

void PreviewModelTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
}

void PreviewModelTest::triesARuleWithTheServer()
{
    const QByteArray preview = "POST /v1/device-modes/preview";
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({}));
    m_fixture->peer().on(preview, [](const PeerExchange &exchange) { exchange.hangUp(); });
    PreviewModel model;
    model.setDraft(ModeDraft::blank());
    model.setPortal(&m_fixture->portal());
    QTRY_COMPARE(model.state(), LoadState::Failed);
    m_fixture->peer().on(preview, QJsonObject{{u"type"_s, u"summary"_s}, {u"complete"_s, true}});
    m_fixture->breakStream();
    QTRY_COMPARE(model.state(), LoadState::Empty); // there is no camera
}

/// A rule about people is tried on four cameras. Objects were looked for at one of them, and are now at another one.
void PreviewModelTest::looksForObjectsWhereNoneWereLookedFor()
{
    QJsonArray cameras;
    for (const QString &name : {u"Door"_s, u"Yard"_s, u"Hall"_s, u"Gate"_s})
        cameras += QJsonObject{{u"device_id"_s, u"dev_"_s + name}, {u"name"_s, name}};
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page(cameras));
    QHash<QString, QString> settings{{u"Gate"_s, u"always"_s}};
    QJsonArray unavailable;
    m_fixture->peer().on("POST /v1/device-modes/preview", [&](const PeerExchange &exchange) {
        QByteArray lines;
        for (const QString &name : {u"Door"_s, u"Yard"_s, u"Hall"_s, u"Gate"_s}) {
            const QJsonObject line{
                {u"type"_s, u"camera"_s},
                {u"device_id"_s, u"dev_"_s + name},
                {u"observed"_s, QJsonObject{{u"motion"_s, 60}, {u"objects"_s, name == "Hall"_L1 ? 9 : 0}}},
                {u"analysis"_s,
                 QJsonObject{{u"objects"_s, settings.value(name, u"by_mode"_s)}, {u"unavailable"_s, unavailable}}}};
            lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        }
        lines += R"({"type":"summary","complete":true})";
        exchange.stream("application/x-ndjson");
        exchange.send(lines);
        exchange.hangUp();
    });
    const auto set = [&](const QString &name) {
        return [&settings, name](const PeerExchange &exchange) {
            settings.insert(name, u"always"_s);
            exchange.answer(200, {{u"objects"_s, u"always"_s}});
        };
    };
    m_fixture->peer().on("PUT /v1/devices/dev_Door/analysis-settings", set(u"Door"_s));
    m_fixture->peer().on("PUT /v1/devices/dev_Yard/analysis-settings",
                         [](const PeerExchange &exchange) { exchange.problem(404, u"not_found"_s); });
    PreviewModel model;
    const QVariantMap person{{u"object"_s, QVariantMap{{u"labels"_s, QStringList{u"person"_s}}}}};
    model.setDraft({{u"conditions"_s, person}});
    model.setPortal(&m_fixture->portal());
    QTRY_COMPARE(model.withoutObjects(), QStringList({u"Door"_s, u"Yard"_s}));
    QCOMPARE(model.awaitingObjects(), QStringList(u"Gate"_s));
    QVERIFY(model.unobserved().isEmpty()); // one camera has seen objects
    QVERIFY(!model.objectsUnavailable());

    model.lookForObjects(); // one of the cameras is gone meanwhile
    QTRY_COMPARE(model.withoutObjects(), QStringList(u"Yard"_s));
    QCOMPARE(model.awaitingObjects(), QStringList({u"Door"_s, u"Gate"_s}));
    QVERIFY(!model.errorText().isEmpty());
    QCOMPARE(m_fixture->peer().requests("PUT /v1/devices/dev_Door/analysis-settings").value(0).json(),
             (QJsonObject{{u"objects"_s, u"always"_s}}));
    unavailable = {u"objects"_s};
    m_fixture->peer().on("PUT /v1/devices/dev_Yard/analysis-settings", set(u"Yard"_s));
    model.lookForObjects();
    QTRY_VERIFY(model.objectsUnavailable());
    QVERIFY(model.withoutObjects().isEmpty());
    QVERIFY(model.errorText().isEmpty());

    // A rule about motion needs no objects.
    model.setDraft(ModeDraft::blank());
    QTRY_VERIFY(model.awaitingObjects().isEmpty());
    QVERIFY(!model.objectsUnavailable());
}

/// The whole tree is tried, and tells what the rule needs.
void PreviewModelTest::triesNestedConditions()
{
    const QByteArray preview = "POST /v1/device-modes/preview";
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({}));
    m_fixture->peer().on(preview, [](const PeerExchange &exchange) {
        exchange.stream("application/x-ndjson");
        exchange.send(R"({"type":"camera","device_id":"dev_1","observed":{"motion":9,"objects":0}})"
                      "\n"
                      R"({"type":"summary","complete":true})");
        exchange.hangUp();
    });
    const QVariantMap motion{{u"motion"_s, QVariantMap()}};
    const QVariantMap busy{{u"not"_s, QVariantMap{{u"absent"_s, QVariantMap{{u"for"_s, 60}}}}}};
    const QVariantMap smiling{{u"any"_s, QVariantList{QVariantMap{{u"face"_s, QVariantMap()}}}}};
    QVariantMap draft =
        ModeDraft::ofMode({{u"name"_s, u"Nested"_s},
                           {u"cooldown"_s, 20},
                           {u"conditions"_s, QVariantMap{{u"all"_s, QVariantList{motion, busy, smiling}}}}});
    PreviewModel model;
    model.setDraft(draft);
    model.setModeId(u"mode_1"_s);
    model.setPortal(&m_fixture->portal());
    QTRY_COMPARE(model.state(), LoadState::Ready);
    const QJsonObject body = m_fixture->peer().requests(preview).value(0).json();
    QCOMPARE(body[u"devicemode_id"_s].toString(), u"mode_1"_s);
    QCOMPARE(body[u"mode"_s][u"cooldown"_s].toInt(), 20);
    QCOMPARE(body[u"mode"_s][u"conditions"_s][u"all"_s][1][u"not"_s][u"absent"_s][u"for"_s].toInt(), 60);
    QCOMPARE(model.unobserved(), QStringList({u"objects"_s, u"faces"_s}));
    QCOMPARE(model.withoutObjects(), QStringList(u"dev_1"_s)); // a camera without a known name
}

QTEST_MAIN(PreviewModelTest)
#include "tst_previewmodel.moc"
