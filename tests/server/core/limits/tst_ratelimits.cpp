// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/eventhub.h"
#include "server/core/http/caller.h"
#include "server/core/http/problem.h"
#include "server/core/http/trustedproxies.h"
#include "server/core/limits/places.h"
#include "server/core/limits/ratelimiter.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tests the token buckets, and which requests each bucket counts, with a clock that the test controls.
class RateLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_now = 1h; }
    void allowsABurstAndThenTheRate();
    void tellsHowLongToWait();
    void keysHaveSeparateBuckets();
    void keepsEmptyBucketsWhenThereIsNoRoom();
    void countsCorrectlyFromManyThreads();
    void readsItsOption_data();
    void readsItsOption();
    void explainsAnInvalidOption_data();
    void explainsAnInvalidOption();
    void anIpv6NetworkIsOneAddress();
    void theLimitOfARouteIsTheTightest();
    void accountsSharePlaces();
    void appsAndUsersHaveBucketsOfTheirOwn();
    void nothingIsCountedWithoutALimit();
    void onlyTrustedProxiesNameTheClient_data();
    void onlyTrustedProxiesNameTheClient();
    void refusesInvalidProxies();

private:
    TokenBuckets::Clock clock() const
    {
        return [this] { return m_now; };
    }
    std::chrono::nanoseconds m_now{};
};

void RateLimitsTest::allowsABurstAndThenTheRate()
{
    TokenBuckets buckets(64, clock());
    const Rate rate{2, 5};
    for (qint64 left = 4; left >= 0; --left)
        QCOMPARE(buckets.take(1, rate).remaining, left);
    QVERIFY(!buckets.take(1, rate).taken);
    m_now += 499ms;
    QVERIFY(!buckets.take(1, rate).taken);
    m_now += 1ms;
    QVERIFY(buckets.take(1, rate).taken);
    QVERIFY(!buckets.take(1, rate).taken);
    m_now += 1h; // never more than the burst
    for (int i = 0; i < 5; ++i)
        QVERIFY(buckets.take(1, rate).taken);
    QVERIFY(!buckets.take(1, rate).taken);
}

void RateLimitsTest::tellsHowLongToWait()
{
    TokenBuckets buckets(64, clock());
    const Rate rate{0.1, 2};
    QCOMPARE(buckets.take(1, rate).full, 10s);
    QCOMPARE(buckets.take(1, rate).full, 20s);
    m_now += 3s;
    const auto refused = buckets.take(1, rate);
    QVERIFY(!refused.taken);
    QCOMPARE(refused.wait, 7s);
    QCOMPARE(refused.full, 17s);
    m_now += refused.wait;
    QVERIFY(buckets.take(1, rate).taken); // the refused request has used no token
}

void RateLimitsTest::keysHaveSeparateBuckets()
{
    TokenBuckets buckets(64, clock());
    const Rate rate{1, 1};
    QVERIFY(buckets.take(1, rate).taken);
    QVERIFY(buckets.take(2, rate).taken);
    QVERIFY(!buckets.take(1, rate).taken);
}

void RateLimitsTest::keepsEmptyBucketsWhenThereIsNoRoom()
{
    TokenBuckets buckets(8, clock());
    const Rate rate{1, 10};
    for (int i = 0; i < 10; ++i)
        buckets.take(1, rate);
    for (quint64 stranger = 2; stranger < 100'000; ++stranger)
        QVERIFY(buckets.take(stranger, rate).taken);
    QVERIFY(!buckets.take(1, rate).taken);
}

void RateLimitsTest::countsCorrectlyFromManyThreads()
{
    TokenBuckets buckets(1024, clock());
    const Rate rate{1, 1000};
    std::atomic_int taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 1000; ++k)
                taken += buckets.take(7, rate).taken ? 1 : 0;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), 1000);
}

void RateLimitsTest::readsItsOption_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("address");
    QTest::addColumn<qint64>("signInBurst");
    QTest::newRow("default") << u"default"_s << 500.0 << qint64(300);
    QTest::newRow("off") << u"off"_s << 0.0 << qint64(0);
    QTest::newRow("one other") << u"address=0.5/20"_s << 0.5 << qint64(300);
    QTest::newRow("two others") << u"address=off, sign-in=0.1/7"_s << 0.0 << qint64(7);
}

void RateLimitsTest::readsItsOption()
{
    QFETCH(const QString, text);
    const RateLimits limits = RateLimits::parse(text);
    QTEST(limits.address.perSecond, "address");
    QTEST(limits.of(Limit::SignIn).burst, "signInBurst");
    QCOMPARE(limits.of(Limit::None), Rate());
}

void RateLimitsTest::explainsAnInvalidOption_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"adress=1/2", "address", "address=", "address=1", "address=1/0", "address=-1/5",
                             "address=1/2/3", "address=inf/5", "address=nan/5", "address=1/x", "on", "address=1/2,"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void RateLimitsTest::explainsAnInvalidOption()
{
    QFETCH(const QString, text);
    QVERIFY_EXCEPTION_THROWN(RateLimits::parse(text), std::runtime_error);
}

void RateLimitsTest::anIpv6NetworkIsOneAddress()
{
    RateLimiter limiter(RateLimits::parse(u"address=1/1"_s), clock());
    QVERIFY(!limiter.ofAddress(QHostAddress(u"2001:db8:1:2::1"_s), Limit::None).retryAfter);
    QVERIFY(limiter.ofAddress(QHostAddress(u"2001:db8:1:2:ffff::9"_s), Limit::None).retryAfter);
    QVERIFY(!limiter.ofAddress(QHostAddress(u"2001:db8:1:3::1"_s), Limit::None).retryAfter);
    QVERIFY(!limiter.ofAddress(QHostAddress(u"192.0.2.1"_s), Limit::None).retryAfter);
    QVERIFY(limiter.ofAddress(QHostAddress(u"::ffff:192.0.2.1"_s), Limit::None).retryAfter);
}

void RateLimitsTest::theLimitOfARouteIsTheTightest()
{
    RateLimiter limiter(RateLimits::parse(u"address=10/100,sign-in=0.1/3"_s), clock());
    const QHostAddress address(u"192.0.2.1"_s);
    const RateStanding first = limiter.ofAddress(address, Limit::SignIn);
    QCOMPARE(first.limit, 3);
    QCOMPARE(first.remaining, 2);
    QCOMPARE(first.reset, 10s);
    limiter.ofAddress(address, Limit::SignIn);
    limiter.ofAddress(address, Limit::SignIn);
    const RateStanding refused = limiter.ofAddress(address, Limit::SignIn);
    QVERIFY(refused.retryAfter);
    QCOMPARE(*refused.retryAfter, 10s);
    QCOMPARE(refused.remaining, 0);
    const RateStanding elsewhere = limiter.ofAddress(address, Limit::Code);
    QVERIFY(!elsewhere.retryAfter);
    QCOMPARE(limiter.ofAddress(address, Limit::None).limit, 100);
}

void RateLimitsTest::appsAndUsersHaveBucketsOfTheirOwn()
{
    RateLimiter limiter(RateLimits::parse(u"app=1/3,user=1/2"_s), clock());
    Caller ada{.kind = Caller::Kind::User, .appId = AppId::generate(), .userId = UserId::generate()};
    QCOMPARE(limiter.ofCaller(ada).limit, 2);
    QVERIFY(!limiter.ofCaller(ada).retryAfter);
    QVERIFY(limiter.ofCaller(ada).retryAfter); // the user's limit; the app's bucket has lost a token too
    Caller bea = ada;
    bea.userId = UserId::generate();
    QVERIFY(limiter.ofCaller(bea).retryAfter); // the app's limit
    bea.firstParty = true;
    QVERIFY(!limiter.ofCaller(bea).retryAfter);
    QVERIFY(!limiter.ofCaller({}).isCounted());
}

void RateLimitsTest::nothingIsCountedWithoutALimit()
{
    RateLimiter limiter(RateLimits::parse(u"off"_s), clock());
    QVERIFY(!limiter.ofAddress(QHostAddress(u"192.0.2.1"_s), Limit::SignIn).isCounted());
    Headers headers;
    RateStanding().addTo(headers);
    QVERIFY(!headers.contains("RateLimit-Limit"));
}

void RateLimitsTest::onlyTrustedProxiesNameTheClient_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QString>("client");
    QTest::newRow("nothing said") << u"10.0.0.1"_s << QByteArray() << u"10.0.0.1"_s;
    QTest::newRow("a proxy") << u"10.0.0.1"_s << "203.0.113.5"_ba << u"203.0.113.5"_s;
    QTest::newRow("a stranger") << u"198.51.100.7"_s << "203.0.113.5"_ba << u"198.51.100.7"_s;
    QTest::newRow("made up before") << u"10.0.0.1"_s << "1.1.1.1, 203.0.113.5"_ba << u"203.0.113.5"_s;
    QTest::newRow("two proxies") << u"10.0.0.1"_s << "203.0.113.5, 10.9.9.9"_ba << u"203.0.113.5"_s;
    QTest::newRow("proxies alone") << u"10.0.0.1"_s << "10.9.9.9"_ba << u"10.9.9.9"_s;
    QTest::newRow("nonsense") << u"10.0.0.1"_s << "203.0.113.5, unknown"_ba << u"10.0.0.1"_s;
    QTest::newRow("with a port") << u"10.0.0.1"_s << "203.0.113.5:4711"_ba << u"203.0.113.5"_s;
    QTest::newRow("IPv6") << u"fd00::1"_s << "2001:db8::9"_ba << u"2001:db8::9"_s;
    QTest::newRow("IPv6 with a port") << u"fd00::1"_s << "[2001:db8::9]:443"_ba << u"2001:db8::9"_s;
    QTest::newRow("IPv4 in IPv6") << u"::ffff:10.0.0.1"_s << "203.0.113.5"_ba << u"203.0.113.5"_s;
}

void RateLimitsTest::onlyTrustedProxiesNameTheClient()
{
    QFETCH(const QString, peer);
    QFETCH(const QByteArray, forwarded);
    QFETCH(const QString, client);
    const auto proxies = TrustedProxies::parse(u"10.0.0.0/8, fd00::1"_s);
    Headers headers;
    if (!forwarded.isEmpty())
        headers.append("x-forwarded-for", forwarded);
    QCOMPARE(proxies.client(QHostAddress(peer), headers), QHostAddress(client));
    QCOMPARE(TrustedProxies().client(QHostAddress(peer), headers), QHostAddress(peer));
}

void RateLimitsTest::refusesInvalidProxies()
{
    QVERIFY_EXCEPTION_THROWN(TrustedProxies::parse(u"proxy.example.org"_s), std::runtime_error);
    QVERIFY_EXCEPTION_THROWN(TrustedProxies::parse(u"10.0.0.0/99"_s), std::runtime_error);
}

void RateLimitsTest::accountsSharePlaces()
{
    Places places({.all = 3, .ofAccount = 2}, {u"too_many_tests"_s, u"Wait."_s, 5s});
    const auto refusal = [&places](AccountId account) {
        try {
            const auto taken = places.take(account);
            return QString();
        } catch (const Problem &problem) {
            return problem.code;
        }
    };
    const AccountId ada = AccountId::generate();
    const AccountId bea = AccountId::generate();
    QList<std::shared_ptr<void>> taken{places.take(ada), places.take(ada)};
    QCOMPARE(refusal(ada), u"too_many_tests"_s);
    taken += places.take(bea);
    QCOMPARE(refusal(bea), u"overloaded"_s);
    taken.removeFirst();
    QCOMPARE(refusal(ada), QString());
    QCOMPARE(refusal(bea), QString());

    EventHub hub; // the feeds of one account end at a limit, and other accounts do not notice
    for (int i = 0; i < EventHub::mostFeedsOfAccount; ++i)
        taken += hub.place(ada);
    QVERIFY_THROWS_EXCEPTION(Problem, hub.place(ada));
    taken += hub.place(bea);
    taken.clear();
}

QTEST_GUILESS_MAIN(RateLimitsTest)
#include "tst_ratelimits.moc"
