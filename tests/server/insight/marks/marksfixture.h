// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/bin/binstore.h"
#include "server/core/base/serverkey.h"
#include "server/core/cluster/peers.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/router.h"
#include "server/identity/access/caps.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/modes/modeservice.h"
#include "server/insight/vision/objectfinder.h"

#include <QTemporaryDir>

/// The answer of a route.
struct Answered
{
    int status = 0;
    QJsonObject json;
    QByteArray body;
    Headers headers;

    QString code() const { return json[QStringLiteral("code")].toString(); }
    /// Returns the errors of a 422 as `pointer code`.
    QStringList errors() const;
    QJsonArray items() const { return json[QStringLiteral("items")].toArray(); }
    /// Returns an item of a list. If the list is shorter, the value is undefined.
    QJsonValue item(qsizetype index) const { return items().at(index); }
    /// Returns the ids of the marks in a list.
    QStringList ids() const;
};

/// Marks and modes with their routes and a database of either engine, but without a socket. Ada and Bea have one
/// account each; Ann is a second user of Ada's account.
class MarksFixture
{
public:
    /// Adds both engines to the global data of a test.
    static void addEngines();
    /// Creates a database of the engine. All databases of a test program share one PostgreSQL server.
    explicit MarksFixture(const QString &engine);

    struct Person
    {
        AccountId account;
        UserId user;
        Scopes scopes = userScopes();
    };
    /// `path` is below /v1; `:account_id` is replaced with the id of Ada's account. A null body means no body.
    Answered call(const Person &person, Method method, QString path, const QJsonObject &body = {});
    Answered get(const QString &path) { return call(ada, Method::Get, path); }
    Answered put(const QString &path, const QJsonObject &body) { return call(ada, Method::Put, path, body); }
    Answered del(const QString &path, const QJsonObject &body) { return call(ada, Method::Delete, path, body); }
    Answered send(const Request &request);

    Device addDevice(const Person &person, DeviceGroupId group = {});
    DeviceGroupId addGroup(const Person &person);
    DeviceModeId addMode(const Person &person);
    /// Adds a closed mark of the built-in mode that lasted ten seconds. `change` may modify the mark before it is
    /// stored.
    DeviceMark addMark(const Device &device, const QDateTime &startedAt,
                       const std::function<void(DeviceMark &)> &change = {});
    /// Returns the types of the events so far.
    QStringList eventTypes();
    static QJsonObject ids(const QList<DeviceMarkId> &marks);

    const Person ada{AccountId::generate(), UserId::generate()};
    const Person ann{ada.account, UserId::generate()};
    const Person bea{AccountId::generate(), UserId::generate()};
    const DeviceModeId motion = *DeviceModeId::parse(QStringLiteral("mode_00000000000000000000000001"));

private:
    void addPerson(const Person &person, bool main, const QString &name);

    QTemporaryDir m_folder;
    ServerKey m_key;
    const ServerIdentity m_identity{QStringLiteral("me"), QStringLiteral("disk")};
    Relay m_relay{m_key};

public:
    Database database;
    Peers peers{database, m_key, m_identity, m_relay};
    Links links;
    const Caps caps;
    EventStore events;
    MarkFiles files;
    ObjectFinder objects{Detector::Model(), 0};
    ModeService modes;
    MarkService marks;
    BinStore bin;

private:
    Router m_router;
    Person m_caller;
};
