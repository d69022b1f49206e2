// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/insight/marks/marksfixture.h"

#include "models/cameras/devicegroup.h"
#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/cameras/bin/binstore.h"
#include "server/core/db/migrations.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/modes/modeservice.h"
#include "tests/support/postgresserver.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {
QString addressOf(const QString &engine, const QString &folder)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialized");
    if (engine == u"sqlite"_s)
        return u"sqlite:"_s + folder + u"/test.db"_s;
    static PostgresServer postgres;
    return postgres.createDatabase();
}
}

QStringList Answered::errors() const
{
    QStringList all;
    for (const QJsonValue &error : json[u"errors"_s].toArray())
        all += error[u"pointer"_s].toString() + u' ' + error[u"code"_s].toString();
    return all;
}

QStringList Answered::ids() const
{
    QStringList all;
    for (const QJsonValue &mark : items())
        all += mark[u"devicemark_id"_s].toString();
    return all;
}

void MarksFixture::addEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

MarksFixture::MarksFixture(const QString &engine)
    : m_key(ServerKey::load(m_folder.filePath(u"key"_s)))
    , database(addressOf(engine, m_folder.path()))
    , links(m_key)
    , events(database, {})
    , files(m_folder.filePath(u"marks"_s))
    , modes((migrate(database), database), events, objects, caps)
    , marks(database, events, links, files, std::chrono::hours(24 * 30))
    , bin(database)
    , m_router(
          markRoutes(marks) + markMediaRoutes(marks, peers) + modeRoutes(modes)
              + binRoutes(bin,
                          {.mark = [this](const Caller &caller, DeviceMarkId id) { return marks.restore(caller, id); },
                           .device = {},
                           .data = {}}),
          {.authenticate = [this](const Request &request, const Route &route) -> Caller {
              if (route.caller.link && Links::isSigned(request)) // links are signed by Ada
                  return {.kind = Caller::Kind::Link, .accountId = ada.account, .userId = ada.user};
              if (!route.caller.user || !m_caller.scopes.testFlag(*route.caller.user))
                  throw Problem::forbidden(u"insufficient_scope"_s, {});
              return {.kind = Caller::Kind::User,
                      .accountId = m_caller.account,
                      .userId = m_caller.user,
                      .scopes = m_caller.scopes};
          }})
{
    addPerson(ada, true, u"ada"_s);
    addPerson(ann, false, u"ann"_s);
    addPerson(bea, true, u"bea"_s);
}

void MarksFixture::addPerson(const Person &person, bool main, const QString &name)
{
    if (main) {
        Account account;
        account.accountId = person.account;
        account.email = name + u"@example.org"_s;
        account.timeZone = u"Asia/Shanghai"_s;
        account.createdAt = Times::now();
        account.updatedAt = account.createdAt;
        database.insert(account);
    }
    User user;
    user.userId = person.user;
    user.accountId = person.account;
    user.email = name + u"@example.org"_s;
    user.main = main;
    user.createdAt = Times::now();
    database.insert(user);
}

Answered MarksFixture::call(const Person &person, Method method, QString path, const QJsonObject &body)
{
    m_caller = person;
    Request request;
    request.method = method;
    path.replace(u":account_id"_s, ada.account.toString());
    request.path = "/v1" + path.section(u'?', 0, 0).toLatin1();
    request.query = QUrlQuery(path.section(u'?', 1));
    if (method == Method::Put || method == Method::Delete || method == Method::Post) {
        request.headers.append("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson();
    }
    return send(request);
}

Answered MarksFixture::send(const Request &request)
{
    const Reply reply = m_router.handle(request);
    Answered answered{reply.status, {}, reply.body, reply.headers};
    if (reply.stream)
        answered.body = reply.stream->read(reply.length);
    answered.json = QJsonDocument::fromJson(answered.body).object();
    return answered;
}

Device MarksFixture::addDevice(const Person &person, DeviceGroupId group)
{
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = person.account;
    device.name = u"Door"_s;
    device.sourceUrl = QUrl(u"rtsp://192.0.2.1/"_s);
    device.stateReason = u"unreachable"_s;
    device.devgroupId = group;
    device.createdAt = Times::now();
    device.updatedAt = device.createdAt;
    database.insert(device);
    return device;
}

DeviceGroupId MarksFixture::addGroup(const Person &person)
{
    DeviceGroup group;
    group.devgroupId = DeviceGroupId::generate();
    group.accountId = person.account;
    group.name = u"House"_s;
    group.createdAt = Times::now();
    group.updatedAt = group.createdAt;
    database.insert(group);
    return group.devgroupId;
}

DeviceModeId MarksFixture::addMode(const Person &person)
{
    DeviceMode mode;
    mode.devicemodeId = DeviceModeId::generate();
    mode.accountId = person.account;
    mode.name = u"Own"_s;
    mode.conditions = {{u"motion"_s, QJsonObject()}};
    mode.createdAt = Times::now();
    mode.updatedAt = mode.createdAt;
    database.insert(mode);
    return mode.devicemodeId;
}

DeviceMark MarksFixture::addMark(const Device &device, const QDateTime &startedAt,
                                 const std::function<void(DeviceMark &)> &change)
{
    DeviceMark mark;
    mark.devicemarkId = DeviceMarkId::generate();
    mark.accountId = device.accountId;
    mark.deviceId = device.deviceId;
    mark.devgroupId = device.devgroupId;
    mark.devicemodeId = motion;
    mark.devicemodeVersion = 1;
    mark.state = DeviceMark::State::Closed;
    mark.startedAt = startedAt;
    mark.endedAt = startedAt.addSecs(10);
    mark.label = u"motion"_s;
    mark.score = 0.75;
    const QString url = u"/v1/device-marks/"_s + mark.devicemarkId.toString();
    mark.snapshot.url = url + u"/snapshot.jpg"_s;
    mark.thumbnail.url = url + u"/thumbnail.jpg"_s;
    mark.createdAt = startedAt;
    mark.updatedAt = startedAt;
    if (change)
        change(mark);
    MarkStore(database).insert(mark);
    return mark;
}

QStringList MarksFixture::eventTypes()
{
    QStringList types;
    for (const EventRow &event : events.after(0, 1000))
        types += event.type;
    return types;
}

QJsonObject MarksFixture::ids(const QList<DeviceMarkId> &marks)
{
    QJsonArray array;
    for (const DeviceMarkId &mark : marks)
        array += mark.toString();
    return {{u"mark_ids"_s, array}};
}
