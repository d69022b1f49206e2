// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/notificationsmodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonObject notification(int number, const QString &type)
{
    return {{u"notification_id"_s, u"ntf_%1"_s.arg(number)}, {u"type"_s, type}, {u"read"_s, false}};
}
}

class NotificationsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leavesOutUpdatesOfMarks();
    void loadsFurtherPagesUntilOneHasEntries();
    void doesNotCountUpdatesOfMarks();
    void showsThePictureOfAMark();

private:
    std::unique_ptr<PortalFixture> m_fixture;
};

void NotificationsModelTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
}

void NotificationsModelTest::leavesOutUpdatesOfMarks()
{
    m_fixture->peer().on("GET /v1/notifications",
                         PortalFixture::page({notification(3, u"mark.closed"_s), notification(2, u"mark.updated"_s),
                                              notification(1, u"mark.opened"_s)}));
    NotificationsModel inbox;
    inbox.setPortal(&m_fixture->portal());
    inbox.componentComplete();
    QTRY_COMPARE(PortalFixture::texts(inbox, "type"), (QStringList{u"mark.closed"_s, u"mark.opened"_s}));
}

void NotificationsModelTest::loadsFurtherPagesUntilOneHasEntries()
{
    m_fixture->peer().on("GET /v1/notifications", [](const PeerExchange &exchange) {
        if (exchange.request.target.contains("cursor=next"))
            exchange.answer(200, PortalFixture::page({notification(1, u"mark.opened"_s)}));
        else
            exchange.answer(200, PortalFixture::page({notification(2, u"mark.updated"_s)}, u"next"_s));
    });
    NotificationsModel inbox;
    inbox.setPortal(&m_fixture->portal());
    inbox.componentComplete();
    QTRY_COMPARE(inbox.state(), LoadState::Ready);
    QCOMPARE(PortalFixture::texts(inbox, "type"), QStringList{u"mark.opened"_s});
}

void NotificationsModelTest::doesNotCountUpdatesOfMarks()
{
    m_fixture->peer().on("GET /v1/notifications", [](const PeerExchange &exchange) {
        QJsonObject page = PortalFixture::page({});
        page[u"total"_s] = exchange.request.target.contains("type=mark.updated") ? 2 : 5;
        exchange.answer(200, page);
    });
    NotificationsModel inbox;
    inbox.setPortal(&m_fixture->portal());
    inbox.componentComplete();
    QTRY_COMPARE(inbox.unreadCount(), 3);
}

void NotificationsModelTest::showsThePictureOfAMark()
{
    QJsonObject opened = notification(1, u"mark.opened"_s);
    opened[u"object"_s] = u"mark_1"_s;
    m_fixture->peer().on("GET /v1/notifications", PortalFixture::page({notification(2, u"order.paid"_s), opened}));
    m_fixture->peer().on(
        "PUT /v1/device-marks/account/acc_1/signedurl",
        QJsonObject{{u"results"_s,
                     QJsonArray{QJsonObject{{u"mark_id"_s, u"mark_1"_s}, {u"thumbnail"_s, u"/v1/t.jpg?sig=1"_s}}}}});
    NotificationsModel inbox;
    inbox.setPortal(&m_fixture->portal());
    inbox.componentComplete();
    const QString address = m_fixture->peer().url().resolved(QUrl(u"/v1/t.jpg?sig=1"_s)).toString();
    QTRY_COMPARE(PortalFixture::texts(inbox, "thumbnailUrl"), (QStringList{QString(), address}));
    const auto asked = m_fixture->peer().requests("PUT /v1/device-marks/account/acc_1/signedurl").value(0).json();
    QCOMPARE(asked["mark_ids"_L1].toArray(), QJsonArray{u"mark_1"_s});
}

QTEST_MAIN(NotificationsModelTest)
#include "tst_notificationsmodel.moc"
