// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/hostresolver.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QHostAddress example(u"93.184.216.34"_s);

/// Returns the kind of error of a look-up, or nothing if it succeeds.
std::optional<HostError::Kind> errorOf(const HostResolver &hosts, const QString &host, const LookUpOwner &owner)
{
    try {
        hosts.resolvePublic(host, owner);
        return std::nullopt;
    } catch (const HostError &error) {
        return error.kind;
    }
}
}

/// Which addresses the server connects to, and how it finds them.
class HostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsPublic_data();
    void knowsWhatIsPublic();
    void refusesAHostWithOnePrivateAddress();
    void takesLiteralsWithoutALookUp();
    void limitsTheTime();
    void servesOthersWhileOneOwnerIsSlow();
    void refusesTheRequestsOfABusyOwner();
    void endsWaitingCalls();
};

void HostsTest::knowsWhatIsPublic_data()
{
    QTest::addColumn<bool>("isPublic");
    for (const char *address :
         {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.0.9",
          "192.0.0.10", "192.0.1.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111",
          "2a00:1450:4001:80b::200e", "2001:200::1", "2001:1::1", "2001:20::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"})
        QTest::newRow(address) << true;
    for (const char *address :
         {"0.0.0.0",      "0.1.2.3",         "10.0.0.1",        "10.255.255.255",  "100.64.0.1",     "100.127.255.255",
          "127.0.0.1",    "127.255.255.255", "169.254.169.254", "172.16.0.1",      "172.31.255.255", "192.0.0.1",
          "192.0.0.170",  "192.0.2.1",       "192.88.99.1",     "192.168.1.1",     "198.18.0.1",     "198.19.255.255",
          "198.51.100.7", "203.0.113.5",     "224.0.0.1",       "239.255.255.255", "240.0.0.1",      "255.255.255.255"})
        QTest::newRow(address) << false;
    for (const char *address : {"::",
                                "::1",
                                "::8.8.8.8",
                                "::127.0.0.1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::ffff:169.254.169.254",
                                "::ffff:0:8.8.8.8",
                                "64:ff9b::127.0.0.1",
                                "64:ff9b::a00:1",
                                "64:ff9b:1::1",
                                "100::1",
                                "100:0:0:1::1",
                                "2001::1",
                                "2001:0:7f00:1::f7f7:f7f7",
                                "2001:0:808:808::80ff:fffe",
                                "2001:2::1",
                                "2001:10::1",
                                "2001:db8::1",
                                "2001:1::3",
                                "2002:7f00:1::1",
                                "2002:808:808::1",
                                "2002:a00:1::1",
                                "2002:c0a8:101::1",
                                "2620:4f:8000::1",
                                "3fff::1",
                                "4000::1",
                                "5f00::1",
                                "fc00::1",
                                "fd12:3456::1",
                                "fe80::1",
                                "fe80::1%eth0",
                                "fec0::1",
                                "ff02::1",
                                "2606:4700::5efe:a00:1",
                                "2606:4700::200:5efe:7f00:1"})
        QTest::newRow(address) << false;
}

void HostsTest::knowsWhatIsPublic()
{
    QFETCH(bool, isPublic);
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QCOMPARE(isPublicAddress(address), isPublic);
}

void HostsTest::refusesAHostWithOnePrivateAddress()
{
    const HostResolver hosts({}, [](const QString &host) {
        return host == "both"_L1 ? QList{example, QHostAddress(QHostAddress::LocalHost)} : QList<QHostAddress>();
    });
    QCOMPARE(errorOf(hosts, u"both"_s, {}), HostError::Kind::NotPublic);
    QCOMPARE(hosts.resolve(u"both"_s, {}).size(), 2);
    QCOMPARE(errorOf(hosts, u"none"_s, {}), HostError::Kind::NotFound);
}

void HostsTest::takesLiteralsWithoutALookUp()
{
    const HostResolver hosts({}, [](const QString &) -> QList<QHostAddress> { throw std::logic_error("not called"); });
    QCOMPARE(hosts.resolve(u"93.184.216.34"_s, {}), QList{example});
    QCOMPARE(errorOf(hosts, u"127.0.0.1"_s, {}), HostError::Kind::NotPublic);
    QCOMPARE(errorOf(hosts, u"127.1"_s, {}), HostError::Kind::NotPublic);
    QCOMPARE(errorOf(hosts, u"::1"_s, {}), HostError::Kind::NotPublic);
}

void HostsTest::limitsTheTime()
{
    QSemaphore ends;
    const HostResolver hosts({.time = 100ms}, [&](const QString &) {
        ends.acquire();
        return QList{example};
    });
    QElapsedTimer time;
    time.start();
    QCOMPARE(errorOf(hosts, u"slow"_s, {}), HostError::Kind::TimedOut);
    QVERIFY(time.elapsed() >= 100);
    ends.release();
}

/// The slow names of one account take its own threads only.
void HostsTest::servesOthersWhileOneOwnerIsSlow()
{
    QSemaphore ends;
    const HostResolver hosts({.time = 30s, .threads = 3, .runningPerOwner = 2}, [&](const QString &host) {
        if (host == "slow"_L1)
            ends.acquire();
        return QList{example};
    });
    std::vector<std::future<QList<QHostAddress>>> slow;
    for (int i = 0; i < 10; ++i)
        slow.push_back(std::async(std::launch::async, [&] { return hosts.resolve(u"slow"_s, {u"mallory"_s}); }));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(hosts.resolve(u"quick"_s, {u"ada"_s}), QList{example});
    ends.release(10);
    for (auto &each : slow)
        QCOMPARE(each.get(), QList{example});
}

void HostsTest::refusesTheRequestsOfABusyOwner()
{
    QSemaphore begun;
    QSemaphore ends;
    const HostResolver hosts({.time = 30s, .runningPerOwner = 1}, [&](const QString &) {
        begun.release();
        ends.acquire();
        return QList{example};
    });
    const LookUpOwner ada{u"ada"_s, LookUpOwner::Kind::Request};
    auto first = std::async(std::launch::async, [&] { return hosts.resolve(u"slow"_s, ada); });
    begun.acquire();
    QCOMPARE(errorOf(hosts, u"another"_s, ada), HostError::Kind::TooMany);
    ends.release(2);
    QCOMPARE(first.get(), QList{example});
    QCOMPARE(errorOf(hosts, u"another"_s, ada), std::nullopt);
}

void HostsTest::endsWaitingCalls()
{
    QSemaphore begun;
    QSemaphore ends;
    const HostResolver hosts({.time = 30s}, [&](const QString &) {
        begun.release();
        ends.acquire();
        return QList{example};
    });
    std::stop_source stop;
    auto call = std::async(std::launch::async, [&] {
        try {
            hosts.resolve(u"slow"_s, {}, stop.get_token());
            return HostError::Kind::NotFound;
        } catch (const HostError &error) {
            return error.kind;
        }
    });
    begun.acquire();
    stop.request_stop();
    QCOMPARE(call.get(), HostError::Kind::Stopped);
    ends.release();
}

QTEST_GUILESS_MAIN(HostsTest)
#include "tst_hosts.moc"
