// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/bin/binstore.h"
#include "server/core/base/serverkey.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/router.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/modes/modeservice.h"

#include <QTemporaryDir>

/// What a route answered.
struct Answered
{
    int status = 0;
    QJsonObject json;
    QByteArray body;
    Headers headers;

    QString code() const { return json[QStringLiteral("code")].toString(); }
    /// `pointer code` of each error of a 422.
    QStringList errors() const;
    QJsonArray items() const { return json[QStringLiteral("items")].toArray(); }
    /// The ids of the marks in a list.
    QStringList ids() const;
};

/// Marks and modes behind their real routes, over a database of either engine, without a socket. Ada and Bea have an
/// account each; Ann is a second user of Ada's.
class MarksFixture
{
public:
    /// Both engines, for a test's global data.
    static void addEngines();
    /// A fresh database of the engine; one PostgreSQL server serves all of a program's.
    explicit MarksFixture(const QString &engine);

    struct Person
    {
        AccountId account;
        UserId user;
        Scopes scopes = userScopes();
    };
    /// `path` is below /v1; `:account_id` stands for Ada's own. A null body: none.
    Answered call(const Person &person, Method method, QString path, const QJsonObject &body = {});
    Answered get(const QString &path) { return call(ada, Method::Get, path); }
    Answered put(const QString &path, const QJsonObject &body) { return call(ada, Method::Put, path, body); }
    Answered del(const QString &path, const QJsonObject &body) { return call(ada, Method::Delete, path, body); }
    Answered send(Request request);

    Device addDevice(const Person &person, DeviceGroupId group = {});
    DeviceGroupId addGroup(const Person &person);
    DeviceModeId addMode(const Person &person);
    /// A closed mark of the system's mode that lasted ten seconds; `change` may alter it before it is stored.
    DeviceMark addMark(const Device &device, const QDateTime &startedAt,
                       const std::function<void(DeviceMark &)> &change = {});
    /// The types of the events recorded so far.
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

public:
    Database database;
    Links links;
    EventStore events;
    MarkFiles files;
    ModeService modes;
    MarkService marks;
    BinStore bin;

private:
    Router m_router;
    Person m_caller;
};
