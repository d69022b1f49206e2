// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/sharemodel.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace {
constexpr int rounds = 25;
constexpr int stepsInRound = 14;
constexpr qint64 nearUntil = 400; ///< milliseconds until the end of short shares
}

/// Runs hundreds of random shares, moves, deletions, expirations, and revocations on several accounts, and compares the
/// visible devices with a simple model. WAYMARK_SEED repeats a run.
class TestSharePlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void visibilityMatchesTheModel();

private:
    TestAccount &person(int index) { return *m_people[index]; }
    int any(qsizetype size) { return int(m_random.bounded(qint64(size))); }
    void step();
    void addDevice();
    void addGroup();
    void share();
    void unshare();
    void moveDevice();
    void removeDevice();
    void removeGroup();
    void waitForEnds() const;
    void compare();
    void compareDevice(int viewer, const QString &device);

    std::unique_ptr<TestServer> m_server;
    QList<TestAccount *> m_people;
    ShareModel m_model;
    QRandomGenerator m_random;
    int m_steps = 0;
};

void TestSharePlay::initTestCase()
{
    const quint32 seed = qEnvironmentVariableIsSet("WAYMARK_SEED") ? qEnvironmentVariable("WAYMARK_SEED").toUInt()
                                                                   : QRandomGenerator::global()->generate();
    qInfo("WAYMARK_SEED=%u", seed);
    m_random.seed(seed);
    m_server = std::make_unique<TestServer>();
    for (const QString &name : {u"ada"_s, u"bea"_s, u"cyd"_s, u"dan"_s})
        m_people += &m_server->account(name);
    for (int i = 0; i < m_people.size(); ++i) {
        addGroup();
        addDevice();
        addDevice();
    }
}

void TestSharePlay::addDevice()
{
    const int owner = any(m_people.size());
    const QStringList groups = m_model.groupsOf(owner);
    const QString group = groups.isEmpty() || any(2) == 0 ? QString() : groups[any(groups.size())];
    QJsonObject fields;
    if (!group.isEmpty())
        fields.insert(u"devgroup_id"_s, group);
    const QString id = person(owner).addDevice(u"Camera"_s, fields)[u"device_id"_s].toString();
    m_model.devices.insert(id, {owner, group, false});
}

void TestSharePlay::addGroup()
{
    const int owner = any(m_people.size());
    m_model.groups.insert(person(owner).addGroup(u"Group"_s)[u"devgroup_id"_s].toString(), owner);
}

/// Shares a device or a group with a random person, by id or address, without an end or for a short time.
void TestSharePlay::share()
{
    const QStringList objects = m_model.shareable();
    if (objects.isEmpty())
        return;
    const QString &object = objects[any(objects.size())];
    const int owner = m_model.ownerOf(object);
    const int other = (owner + 1 + any(m_people.size() - 1)) % int(m_people.size());
    const QString name = any(2) == 0 ? person(other).userId() : person(other).email();
    const QDateTime until = any(3) == 0 ? Times::now().addMSecs(nearUntil)
        : any(2) == 0                   ? Times::now().addDays(1)
                                        : QDateTime();
    const bool ofDevice = object.startsWith(u"dev_"_s);
    QJsonObject body{{ofDevice ? u"device_id"_s : u"devgroup_id"_s, object}, {u"user"_s, name}};
    if (until.isValid())
        body.insert(u"until"_s, QString::fromLatin1(Times::toText(until)));
    const QString path = ofDevice ? u"/devices/share/account/"_s : u"/device-groups/share/account/"_s;
    EXPECT_STATUS(person(owner).post(path + person(owner).accountId(), body), 201);
    m_model.shares.insert({object, name}, {other, until});
}

void TestSharePlay::unshare()
{
    if (m_model.shares.isEmpty())
        return;
    const auto key = m_model.shares.keys()[any(m_model.shares.size())];
    const int owner = m_model.ownerOf(key.first);
    const bool ofDevice = key.first.startsWith(u"dev_"_s);
    const QString path = ofDevice ? u"/devices/share/account/"_s : u"/device-groups/share/account/"_s;
    const Answer answer =
        person(owner).del(path + person(owner).accountId(),
                          {{ofDevice ? u"device_id"_s : u"devgroup_id"_s, key.first}, {u"user"_s, key.second}});
    const bool mayBeOver = m_model.shares.take(key).until.isValid(); // an expired share may have been removed already
    QVERIFY2(answer.status == 204 || (mayBeOver && answer.status == 404), answer.text().constData());
}

void TestSharePlay::moveDevice()
{
    const QStringList devices = m_model.living();
    if (devices.isEmpty())
        return;
    const QString &device = devices[any(devices.size())];
    auto &entry = m_model.devices[device];
    const QStringList groups = m_model.groupsOf(entry.owner);
    const TestAccount &owner = person(entry.owner);
    if (groups.isEmpty() || any(3) == 0) {
        EXPECT_STATUS(owner.put(u"/devices/"_s + device, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
        entry.group.clear();
        return;
    }
    entry.group = groups[any(groups.size())];
    EXPECT_STATUS(owner.send("POST", u"/devices/%1/device-group/%2"_s.arg(device, entry.group)), 200);
}

void TestSharePlay::removeDevice()
{
    const QStringList devices = m_model.living();
    if (devices.size() < 4)
        return;
    const QString &device = devices[any(devices.size())];
    EXPECT_STATUS(person(m_model.ownerOf(device)).del(u"/devices/"_s + device), 204);
    m_model.removeDevice(device);
}

void TestSharePlay::removeGroup()
{
    if (m_model.groups.size() < 3)
        return;
    const QString group = m_model.groups.keys()[any(m_model.groups.size())];
    const TestAccount &owner = person(m_model.ownerOf(group));
    EXPECT_STATUS(owner.del(u"/device-groups/%1/account/%2"_s.arg(group, owner.accountId())), 204);
    m_model.removeGroup(group);
}

void TestSharePlay::step()
{
    ++m_steps;
    const int dice = any(20);
    if (dice < 8)
        share();
    else if (dice < 11)
        unshare();
    else if (dice < 16)
        moveDevice();
    else if (dice < 17)
        removeDevice();
    else if (dice < 18)
        removeGroup();
    else if (dice < 19)
        addGroup();
    else
        addDevice();
}

/// Waits until shares that end about now have ended, so that the model and the server agree.
void TestSharePlay::waitForEnds() const
{
    const qint64 left = Times::now().msecsTo(m_model.lastNearEnd(Times::now().addSecs(3600)));
    if (left >= 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(left + 1));
}

void TestSharePlay::compareDevice(int viewer, const QString &device)
{
    const bool own = m_model.ownerOf(device) == viewer && !m_model.devices[device].removed;
    const bool sees = own || m_model.sees(viewer, device, Times::now());
    const TestAccount &who = person(viewer);
    const QString owner = person(m_model.ownerOf(device)).accountId();
    const QByteArray told =
        device.toLatin1() + " to " + who.name().toLatin1() + " after " + QByteArray::number(m_steps) + " steps: ";
    const int expected = sees ? 200 : 404;
    for (const QString &path : {u"/devices/"_s + device, u"/streams/"_s + device,
                                u"/device-marks/triggered/account/%1/device/%2"_s.arg(owner, device)}) {
        const Answer answer = who.get(path);
        QVERIFY2(answer.status == expected, (told + path.toLatin1() + ' ' + answer.text()).constData());
        QVERIFY2(own || !answer.body.contains("rtsp://"), told.constData());
    }
    if (!own)
        QVERIFY2(who.put(u"/devices/"_s + device, {{u"name"_s, u"Mine"_s}}).status == 404, told.constData());
}

void TestSharePlay::compare()
{
    for (int viewer = 0; viewer < m_people.size(); ++viewer) {
        for (const QString &device : m_model.devices.keys()) {
            compareDevice(viewer, device);
            if (QTest::currentTestFailed())
                return;
        }
        const Answer list =
            person(viewer).get(u"/devices/share/account/%1?pagesize=100"_s.arg(person(viewer).accountId()));
        EXPECT_STATUS(list, 200);
        QSet<QString> listed;
        for (const auto &item : list.items())
            listed += item[u"device_id"_s].toString();
        QCOMPARE(listed, m_model.seenBy(viewer, Times::now()));
    }
}

void TestSharePlay::visibilityMatchesTheModel()
{
    int seen = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < stepsInRound && !QTest::currentTestFailed(); ++i)
            step();
        waitForEnds();
        compare();
        if (QTest::currentTestFailed())
            return;
        for (int viewer = 0; viewer < m_people.size(); ++viewer)
            seen += int(m_model.seenBy(viewer, Times::now()).size());
    }
    QVERIFY(seen > rounds); // the test has seen devices
}

QTEST_GUILESS_MAIN(TestSharePlay)
#include "tst_shareplay.moc"
