// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/resendlimit.h"

#include <QtEndian>
#include <QTest>

using namespace std::chrono_literals;
using Clock = ResendLimit::Clock;

namespace {
/// The numbers of packets in a request.
int packetsIn(const QByteArray &request)
{
    int count = 0;
    for (qsizetype at = 0; at < request.size(); at += 4)
        count += 1 + qPopulationCount(quint8(request[at + 2])) + qPopulationCount(quint8(request[at + 3]));
    return count;
}

QByteArray admitted(ResendLimit &limit, const char *hex, Clock::time_point now = {})
{
    return limit.admitted(QByteArray::fromHex(hex), now).toHex();
}
}

/// How often a viewer gets lost packets again.
class TestResendLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEachPacketTwice();
    void remembersPacketsForAWhile();
    void countsAcrossTheLastNumber();
    void sendsSoManyASecond();
};

void TestResendLimit::sendsEachPacketTwice()
{
    ResendLimit limit;
    QCOMPARE(admitted(limit, "00100000"), "00100000");
    QCOMPARE(admitted(limit, "00100000"), "00100000");
    QCOMPARE(admitted(limit, "00100000"), "");
    QCOMPARE(admitted(limit, "00108005"), "00114002"); // without packet 16: packets 17, 19 and 32
    QCOMPARE(admitted(limit, "0010000000200000"), "00200000");
    QCOMPARE(admitted(limit, "0020"), ""); // cut off
}

void TestResendLimit::remembersPacketsForAWhile()
{
    ResendLimit limit;
    const Clock::time_point start(1h);
    for (const char *expected : {"00100000", "00100000", ""})
        QCOMPARE(admitted(limit, "00100000", start), expected);
    QCOMPARE(admitted(limit, "00100000", start + ResendLimit::memory + 1s), "00100000"); // another one by then
}

void TestResendLimit::countsAcrossTheLastNumber()
{
    ResendLimit limit;
    for (const char *expected : {"ffff0001", "ffff0001", ""})
        QCOMPARE(admitted(limit, "ffff0001"), expected);
    QCOMPARE(admitted(limit, "0000fffe"), "00023fff"); // without packet 0: packets 2 to 16
}

void TestResendLimit::sendsSoManyASecond()
{
    ResendLimit limit;
    const Clock::time_point start(1h);
    const auto flood = [&](Clock::time_point now) {
        int sent = 0;
        for (quint32 first = 0; first < 60'000; first += 17) {
            QByteArray request(4, '\xff');
            qToBigEndian(quint16(first), request.data());
            sent += packetsIn(limit.admitted(request, now));
        }
        return sent;
    };
    QCOMPARE(flood(start), ResendLimit::perSecond);
    QCOMPARE(flood(start + 100ms), ResendLimit::perSecond / 10);
    QCOMPARE(flood(start + 1h), ResendLimit::perSecond);
}

QTEST_GUILESS_MAIN(TestResendLimit)
#include "tst_resendlimit.moc"
